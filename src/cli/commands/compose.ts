import { composedDefinition } from '../../core/compose/compose.ts';
import { draftProblem } from '../../core/compose/validate-draft.ts';
import type { Format } from '../../core/definition/agent-definition.ts';
import type { Kind } from '../../core/definition/kind.ts';
import type { Draft } from '../../core/draft/draft.ts';
import type { Conflicts } from '../../core/settling/settle-unions.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import type { RowOptions } from '../compare/rows-asked.ts';
import { composedFields, type FieldOptions } from '../compose/compose-fields.ts';
import { resolvePicks } from '../compose/compose-picks.ts';
import { mentionWarnings, rivalWarnings } from '../compose/compose-report.ts';
import { compositionTarget } from '../compose/composition-target.ts';
import { writeComposition } from '../compose/write-composition.ts';
import { usageError } from '../usage-error.ts';
import { composeRecipe } from './compose-recipe.ts';

/** Options of `agents compose`. */
interface ComposeOptions extends Omit<FieldOptions, 'name'>, RowOptions {
  readonly name: string | undefined;
  readonly source: readonly string[];
  readonly output: string | null;
  readonly to: Format;
  readonly kind: Kind;
  readonly union: boolean;
  /** What becomes of two passages that contradict each other: `fail` writes nothing. */
  readonly conflicts: Conflicts | 'fail';
  /** Whether its own name is to stand where its ingredients speak of themselves. */
  readonly replaceMentions: boolean;
  /** Where to write the recipe as well, or what to build from where nothing is picked. */
  readonly recipe: string | null;
  readonly dryRun: boolean;
  readonly force: boolean;
  /** Whether the file that a link leads to may be replaced. */
  readonly follow: boolean;
  readonly json: boolean;
}

/**
 * `agents compose`: a new definition out of sections of others, in the order they are named, or with `--union` topic by
 * topic as one. Without picks, what the recipe is of.
 *
 * Nothing is written if any pick is not found. An existing file is replaced only with `--force`, and then only the
 * version that was there when the command looked; a backup of it is kept.
 */
export async function compose(
  context: CommandContext,
  references: readonly string[],
  options: ComposeOptions,
): Promise<number> {
  const { recipe: file, name } = options;
  if (references.length === 0 && file !== null) return composeRecipe(context, { ...options, recipe: file });
  if (references.length === 0) throw usageError("missing required argument 'section'");
  if (name === undefined) throw usageError("required option '--name <name>' not specified");
  const failsOnConflict = options.conflicts === 'fail';
  const conflicts = options.conflicts === 'fail' ? 'first' : options.conflicts;
  const {
    picks,
    ingredients,
    rows,
    problems,
    warnings: repeats,
  } = await resolvePicks(context, references, { ...options, union: options.union ? conflicts : null });
  for (const problem of problems) context.tell(`${problem}\n`);
  if (problems.length > 0) return ExitCode.Failed;
  const { fields, carried, warnings, problem } = composedFields(ingredients, { ...options, name });
  const draft: Draft = {
    picks,
    fields,
    carried,
    kind: options.kind,
    format: options.to,
    from: ingredients.map(({ id }) => id),
    ...(rows && { rows }),
    ...(options.replaceMentions && { ownName: true as const }),
  };
  const invalid = problem ?? draftProblem(draft);
  if (invalid !== null) throw usageError(invalid);
  const { fileName, warnings: untranslated } = composedDefinition(draft);
  const target = compositionTarget(context, options, fileName);
  if (options.recipe !== null && target.path === '-')
    throw usageError('A recipe needs a file: with -o - give no --recipe');
  const left = options.replaceMentions ? [] : mentionWarnings(draft);
  const composed = {
    draft,
    ingredients,
    ...target,
    warnings: [
      ...repeats,
      ...warnings,
      ...left,
      ...untranslated.map(visibleText),
      ...rivalWarnings(context, draft, ingredients),
    ],
  };
  const recipe = options.recipe === null ? null : context.absolute(options.recipe);
  return writeComposition(context, composed, { ...options, failsOnConflict, recipe });
}
