import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import type { RecipeForm } from '../../core/recipe/recipe-form.ts';
import { serialiseRecipe } from '../../core/recipe/write-recipe.ts';
import { compareText } from '../../kit/compare-text.ts';
import type { Journal } from '../../ports/journal.ts';
import type { KeptRecipe, RecipeOutcome, Recipes } from '../../ports/recipes.ts';
import { readRegularFile } from '../read-file.ts';
import { sha256 } from '../sha256.ts';
import { NO_HOME } from '../user-folders.ts';
import { MOST_BYTES, reasonOf, replaceKept } from './kept-file.ts';
import { underLock } from './lock-file.ts';
import { namesIn } from './names-in.ts';

/** Keeps what is at a path before it is changed. */
export type NoteChange = Journal['note'];

const ENDING = '.yaml';

/**
 * Recipes, each in a file of its own: `recipes/<name>-<8 digits of the hash of the target's path>.yaml` in the data
 * folder. The digits tell files of one name apart, and find the recipe of a file whatever it was called before.
 *
 * @param dataFolder Absolute path; `null` for nowhere, as each write then says.
 * @param note Told of each file before it is changed.
 */
export function recipesFolder(dataFolder: string | null, note: NoteChange = async () => null): Recipes {
  if (dataFolder === null) return NO_RECIPES;
  const folder = join(dataFolder, 'recipes');

  const all = async (names: readonly string[]): Promise<readonly RecipeOutcome[]> => {
    const outcomes: RecipeOutcome[] = [];
    for (const name of names) outcomes.push(await readRecipe(join(folder, name)));
    return outcomes;
  };

  const of = async (target: string): Promise<RecipeOutcome> => {
    const outcomes = await all(
      (await namesIn(folder))
        .filter((name) => name.endsWith(ENDING))
        .sort()
        .filter((name) => name.endsWith(endingOf(target))),
    );
    const found = outcomes.find((outcome) => outcome.kind === 'recipe' && outcome.recipe.target === target);
    return found ?? outcomes.find(({ kind }) => kind === 'failed') ?? { kind: 'none' };
  };

  return {
    of,
    read: readRecipe,
    list: async () => {
      const outcomes = await all((await namesIn(folder)).filter((name) => name.endsWith(ENDING)).sort());
      const byTarget = new Map(
        outcomes.flatMap((outcome) => (outcome.kind === 'recipe' ? [[outcome.recipe.target, outcome] as const] : [])),
      );
      return {
        recipes: [...byTarget.values()].sort((a, b) => compareText(a.recipe.target, b.recipe.target)),
        problems: outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.problem] : [])),
      };
    },
    write: async (recipe) => {
      const path = join(folder, `${fileNameOf(recipe.draft.fields.name)}${endingOf(recipe.target)}`);
      const text = serialiseRecipe(recipe, sha256);
      const reading = parseRecipe(text, sha256);
      const replace = async (): Promise<string | null> => {
        const before = await of(recipe.target);
        await note(path, { kind: 'file', sha256: sha256(text) });
        const reason = await replaceKept(path, text);
        // Under another name it would be one of two.
        if (reason === null && before.kind === 'recipe' && before.path !== path) {
          await note(before.path, { kind: 'absent' });
          await reasonOf(() => rm(before.path, { force: true }));
        }
        return reason;
      };
      const reason =
        reading.kind === 'refused' ? reading.reason : await underLock(join(dataFolder, 'recipes.lock'), replace);
      return notKept(reason);
    },
    textFor: async (recipe) => serialiseRecipe(recipe, sha256),
    remove: async (target) => {
      const reason = await underLock(join(dataFolder, 'recipes.lock'), async () => {
        const found = await of(target);
        if (found.kind !== 'recipe') return null;
        await note(found.path, { kind: 'absent' });
        return reasonOf(() => rm(found.path, { force: true }));
      });
      return reason === null ? null : `The recipe could not be removed: ${reason}`;
    },
  };
}

const NO_RECIPES: Recipes = {
  of: async () => ({ kind: 'none' }),
  read: readRecipe,
  list: async () => ({ recipes: [], problems: [] }),
  write: async () => notKept(NO_HOME),
  textFor: async (recipe) => serialiseRecipe(recipe, sha256),
  remove: async () => null,
};

/** Why a recipe could not be kept, as a sentence; `null` where it was. */
export function notKept(reason: string | null): string | null {
  return reason === null ? null : `The recipe could not be kept: ${reason}`;
}

function endingOf(target: string): string {
  return `-${sha256(target).slice(0, 8)}${ENDING}`;
}

/** Names that can be saved are letters, digits and hyphens; others of a draft stay inside the folder all the same. */
function fileNameOf(name: string): string {
  return name.replace(/[^\w-]+/g, '-').slice(0, 64) || 'agent';
}

async function readRecipe(path: string): Promise<RecipeOutcome> {
  return outcomeOf(await readRecipeFile(path, MOST_BYTES));
}

/** The recipe in a file with the form it is written in, its paths as they stand there. */
export type RecipeFile = Exclude<RecipeOutcome, { kind: 'recipe' }> | (KeptRecipe & ReadForm);
type ReadForm = { readonly kind: 'recipe'; readonly form: RecipeForm };

/**
 * Read the file of a recipe.
 *
 * @param limit Bytes that are read at most.
 */
export async function readRecipeFile(path: string, limit: number): Promise<RecipeFile> {
  const found = await readRegularFile(path, limit);
  if (found.kind === 'failed')
    return found.missing ? { kind: 'none' } : { kind: 'failed', problem: `${path}: ${found.reason}` };
  const reading = parseRecipe(found.text, sha256);
  if (reading.kind === 'recipe') return { kind: 'recipe', path, recipe: reading.recipe, form: reading.form };
  return { kind: 'failed', problem: `${path}:${reading.line}:${reading.column}: ${reading.reason}` };
}

function outcomeOf(file: RecipeFile): RecipeOutcome {
  return file.kind === 'recipe' ? { kind: 'recipe', path: file.path, recipe: file.recipe } : file;
}
