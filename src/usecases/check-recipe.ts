import type { ParsedDefinition } from '../core/definition/agent-definition.ts';
import type { Draft } from '../core/draft/draft.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import { plainEnds } from '../core/recipe/line-ends.ts';
import { type Outlines, outlineOf } from '../core/recipe/new-sections.ts';
import { isPortable } from '../core/recipe/portable-name.ts';
import type { Recipe, Sha256 } from '../core/recipe/recipe.ts';
import type { RecipeState } from '../core/recipe/recipe-state.ts';
import {
  type Ingredients,
  ingredientPaths,
  type RefreshedDraft,
  refreshDraft,
  WRITTEN_OVER,
} from '../core/recipe/refresh-draft.ts';
import type { FileSystem } from '../ports/file-system.ts';

/** A composed file as it is now beside what it was composed from. */
export interface RecipeCheck extends RefreshedDraft {
  readonly states: readonly RecipeState[];
  /** The text of the file now; `null` if there is none. */
  readonly text: string | null;
  /** The sections that what it was composed from has now. */
  readonly outlines: Outlines;
}

/** Look at a composed file and at all it was composed from. */
export async function checkRecipe(
  { files, sha256 }: { readonly files: FileSystem; readonly sha256: Sha256 },
  recipe: Recipe,
): Promise<RecipeCheck> {
  const file = await files.read(recipe.target);
  const text = file.kind === 'text' ? file.text : null;
  const ingredients = await readIngredients(files, recipe.target, recipe.draft);
  const refreshed = refreshDraft(recipe.draft, ingredients, recipe.outlines);
  // A checkout may have given it other line ends.
  const isAsComposed = (now: string) => [now, plainEnds(now)].some((one) => sha256(one) === recipe.sha256);
  const isGone = (kind: string) => kind === 'section-gone' || kind === 'file-gone';
  const found: readonly (RecipeState | false)[] = [
    text === null && 'file-gone',
    text !== null && !isAsComposed(text) && 'edited',
    refreshed.changes.some(({ kind, effect }) => !isGone(kind) && effect !== 'not-taken') && 'ingredient-changed',
    refreshed.changes.some(({ kind }) => isGone(kind)) && 'ingredient-gone',
  ];
  const states = found.filter((state) => state !== false);
  const outlines = new Map([...(recipe.outlines ?? []), ...outlinesIn(ingredients)]);
  return { ...refreshed, text, outlines, states: states.length > 0 ? states : ['up-to-date'] };
}

/** What a draft was picked from, as it is on the disk; what is not found or cannot be read is left out. */
async function readIngredients(files: FileSystem, target: string, draft: Draft): Promise<Ingredients> {
  const ingredients = new Map<string, ParsedDefinition | typeof WRITTEN_OVER>();
  for (const path of ingredientPaths(draft)) {
    if (isPortable(path)) continue;
    if (path === target) {
      ingredients.set(path, WRITTEN_OVER);
      continue;
    }
    const read = await files.read(path);
    if (read.kind === 'text') ingredients.set(path, parseDefinition(read.text, path));
  }
  return ingredients;
}

/** The sections of all that a draft was picked from, by path. */
export async function readOutlines(files: FileSystem, target: string, draft: Draft): Promise<Outlines> {
  return outlinesIn(await readIngredients(files, target, draft));
}

function outlinesIn(ingredients: Ingredients): Outlines {
  return new Map(
    [...ingredients].flatMap(([path, one]) => (one === WRITTEN_OVER ? [] : [[path, outlineOf(one)] as const])),
  );
}
