import { changeWords } from '../../core/recipe/change-words.ts';
import { RECIPE_STATE_WORDS, type RecipeState } from '../../core/recipe/recipe-state.ts';
import type { KeptRecipe } from '../../ports/recipes.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { acceptChanges } from '../../usecases/accept-changes.ts';
import { checkRecipe, type RecipeCheck } from '../../usecases/check-recipe.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { type PathOptions, printPaths, wantsPaths } from '../pipes/path-list.ts';
import { changeJson } from '../recipe/change-json.ts';
import { textColumns } from '../text-columns.ts';
import { usageError } from '../usage-error.ts';

/** Options of `agents status`. */
interface StatusOptions extends PathOptions {
  readonly json: boolean;
  /** Whether it is for a script, which wants to know of the project alone, and how many were looked at. */
  readonly check: boolean;
  /** Whether changes of what the files are made from are to be told no more, and not taken. */
  readonly accept: boolean;
}

/**
 * `agents status`: of each composed file whether it or what it was composed from has changed since.
 *
 * @param paths The files asked about; with none, all.
 * @returns 0 if all are up to date, but for what their user changed in them.
 */
export async function status(
  context: CommandContext,
  paths: readonly string[],
  options: StatusOptions,
): Promise<number> {
  const { json, check, accept } = options;
  const isPaths = wantsPaths(options, json || accept);
  if (accept && check) throw usageError('--accept changes what --check asks for: give one of them');
  if (accept && paths.length === 0) throw usageError('--accept is for the files that are named');
  const named = paths.map(context.absolute);
  if (accept) return acceptAll(context, named, json);
  const { recipes, problems } = await wanted(context, named, check);
  for (const problem of problems) context.tell(`${visibleText(problem)}\n`);
  const checked = await checkAll(context, recipes);
  const told = check ? checked.filter((one) => !one.check.states.includes('up-to-date')) : checked;
  if (json) context.printExact(jsonText(checked.map(statusJson), 2));
  else if (isPaths)
    printPaths(
      context,
      told.map(({ kept }) => kept.recipe.target),
      options,
    );
  else if (told.length > 0) context.print(statusText(context, told));
  if (isPaths) return isAllFine(checked, problems) ? ExitCode.Done : ExitCode.Failed;
  if (check) (json ? context.tell : context.print)(`${checkedWords(checked.length)}\n`);
  else if (!json && checked.length === 0 && problems.length === 0) context.tell(`${NOTHING_MADE}\n`);
  return isAllFine(checked, problems) ? ExitCode.Done : ExitCode.Failed;
}

function isAllFine(checked: readonly Checked[], problems: readonly string[]): boolean {
  const isFine = checked.every((one) => one.check.states.every((state) => FINE.includes(state)));
  return isFine && problems.length === 0;
}

async function checkAll(context: CommandContext, recipes: readonly KeptRecipe[]): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const kept of recipes) checked.push({ kept, check: await checkRecipe(context, kept.recipe) });
  return checked;
}

/** Settle what some files are made from, without a change to them. */
async function acceptAll(context: CommandContext, paths: readonly string[], json: boolean): Promise<number> {
  const outside = { ...context, recipes: await context.openRecipes() };
  let code: number = ExitCode.Done;
  for (const path of paths) {
    const outcome = await acceptChanges(outside, path);
    if (outcome.kind === 'refused') code = ExitCode.Failed;
    else if (json) continue;
    const words = outcome.kind === 'refused' ? outcome.reason : acceptedWords(outcome.changes.length);
    context.tell(`${visibleText(`${context.shown(path)}: ${words}`)}\n`);
  }
  if (json) {
    const { recipes } = await wanted(context, paths, false);
    context.printExact(jsonText((await checkAll(context, recipes)).map(statusJson), 2));
  }
  return code;
}

function acceptedWords(count: number): string {
  if (count === 0) return 'there is nothing to accept';
  return `${counted(count, 'change')} accepted: the file stays as it is`;
}

const NOTHING_MADE = 'Nothing was made here yet';

function checkedWords(count: number): string {
  return `${counted(count, 'composition')} checked${count === 0 ? ': nothing was made here yet' : ''}`;
}

interface Checked {
  readonly kept: KeptRecipe;
  readonly check: RecipeCheck;
}

/** What is as its user wants it. */
const FINE: readonly RecipeState[] = ['up-to-date', 'edited'];

async function wanted(context: CommandContext, paths: readonly string[], isOfProject: boolean) {
  const recipes = await context.openRecipes();
  if (paths.length === 0) {
    const kept = await recipes.list();
    return isOfProject ? { ...kept, recipes: kept.recipes.filter((one) => one.isOfProject !== false) } : kept;
  }
  const outcomes = await Promise.all(paths.map(async (path) => ({ path, outcome: await recipes.of(path) })));
  return {
    recipes: outcomes.flatMap(({ outcome }) => (outcome.kind === 'recipe' ? [outcome] : [])),
    problems: outcomes.flatMap(({ path, outcome }) => {
      if (outcome.kind === 'none') return [`${context.shown(path)}: it was not made here`];
      return outcome.kind === 'failed' ? [outcome.problem] : [];
    }),
  };
}

function statusText({ shown, columns }: CommandContext, checked: readonly Checked[]): string {
  const rows = textColumns(
    checked.map(({ kept, check }) => [
      visibleText(shown(kept.recipe.target)),
      check.states.map((state) => RECIPE_STATE_WORDS[state]).join(', '),
    ]),
    columns,
  ).split('\n');
  const details = checked.map(({ check }) => check.changes.map((change) => `    ${changeWords(change, shown)}\n`));
  return checked.map((_, at) => `${rows[at]}\n${details[at]?.join('')}`).join('');
}

/** The shape is public: fields may be added, never renamed or removed. */
function statusJson({ kept: { path, recipe }, check: { states, changes } }: Checked): unknown {
  const { target, draft } = recipe;
  return { schema: 1, path: target, name: draft.fields.name, recipe: path, states, changes: changes.map(changeJson) };
}
