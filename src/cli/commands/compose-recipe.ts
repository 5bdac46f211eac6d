import { composedDefinition } from '../../core/compose/compose.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { compositionTarget } from '../compose/composition-target.ts';
import { writeComposition } from '../compose/write-composition.ts';

/** Options of `agents compose --recipe` without picks. */
interface ComposeRecipeOptions {
  readonly recipe: string;
  readonly output: string | null;
  readonly dryRun: boolean;
  readonly force: boolean;
  /** Whether the file that a link leads to may be replaced. */
  readonly follow: boolean;
  readonly json: boolean;
}

/** `agents compose --recipe FILE`: the file that a recipe was written for, built again out of the texts in it. */
export async function composeRecipe(context: CommandContext, options: ComposeRecipeOptions): Promise<number> {
  const file = context.absolute(options.recipe);
  const found = await (await context.openRecipes()).read(file);
  if (found.kind !== 'recipe') {
    const problem = found.kind === 'none' ? `${context.shown(file)}: no such file` : found.problem;
    context.tell(`${visibleText(problem)}\n`);
    return ExitCode.Failed;
  }
  const { draft, sha256 } = found.recipe;
  const { text, fileName, warnings } = composedDefinition(draft);
  const target = compositionTarget(context, options, fileName);
  const isSame = context.sha256(text) === sha256;
  const notes = isSame ? [] : ['This version of the program composes differently from the one that wrote the recipe'];
  const composed = { draft, ingredients: [], ...target, warnings: [...warnings.map(visibleText), ...notes] };
  return writeComposition(context, composed, { ...options, union: false, failsOnConflict: false, recipe: null });
}
