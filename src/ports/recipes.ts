import type { Recipe } from '../core/recipe/recipe.ts';

/** A recipe in its file. */
export interface KeptRecipe {
  /** Absolute path of the recipe's own file. */
  readonly path: string;
  readonly recipe: Recipe;
  /** Whether its file lies in the project that is worked in; where that is none, all are. */
  readonly isOfProject?: boolean;
}

/** What came of looking for a recipe. */
export type RecipeOutcome =
  | ({ readonly kind: 'recipe' } & KeptRecipe)
  | { readonly kind: 'none' }
  /** The problem names the file, and where it can the line and column: `file:line:column: what; what to do`. */
  | { readonly kind: 'failed'; readonly problem: string };

/** All that is kept, and what of it could not be read. */
export interface KeptRecipes {
  /** One for each file composed, ordered by its path. */
  readonly recipes: readonly KeptRecipe[];
  /** A line each. */
  readonly problems: readonly string[];
}

/**
 * The recipes of the files composed. All paths in them are absolute; but what an ingredient is named by that is not found
 * here is none, and nothing is to be read by it.
 */
export interface Recipes {
  list(): Promise<KeptRecipes>;
  /** The recipe of a file composed, by its absolute path. */
  of(target: string): Promise<RecipeOutcome>;
  /** The recipe in any file. */
  read(path: string): Promise<RecipeOutcome>;
  /** The text of a recipe for a file of its own: it means the same on every machine where that lies in a project. */
  textFor(recipe: Recipe, path: string): Promise<string>;
  /** Keep a recipe in place of the one kept for the same file; the problem in words, or `null`. */
  write(recipe: Recipe): Promise<string | null>;
  /** Forget the recipe of a file; the problem in words, or `null`. One that is not there is no problem. */
  remove(target: string): Promise<string | null>;
}
