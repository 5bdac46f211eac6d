import type { Recipe } from '../core/recipe/recipe.ts';

/** A recipe in its file. */
export interface KeptRecipe {
  /** Absolute path of the recipe's own file. */
  readonly path: string;
  readonly recipe: Recipe;
}

/** What came of looking for a recipe. */
export type RecipeOutcome =
  | ({ readonly kind: 'recipe' } & KeptRecipe)
  | { readonly kind: 'none' }
  /** The problem names the file, and where it can the line and column: `file:line:column: what; what to do`. */
  | { readonly kind: 'failed'; readonly problem: string };

/** All that is kept, and what of it could not be read. */
interface KeptRecipes {
  /** One for each file composed, ordered by its path. */
  readonly recipes: readonly KeptRecipe[];
  /** A line each. */
  readonly problems: readonly string[];
}

/** The recipes of the files composed. */
export interface Recipes {
  list(): Promise<KeptRecipes>;
  /** The recipe of a file composed, by its absolute path. */
  of(target: string): Promise<RecipeOutcome>;
  /** The recipe in any file. */
  read(path: string): Promise<RecipeOutcome>;
  /** Keep a recipe in place of the one kept for the same file; the problem in words, or `null`. */
  write(recipe: Recipe): Promise<string | null>;
  /** Forget the recipe of a file; the problem in words, or `null`. One that is not there is no problem. */
  remove(target: string): Promise<string | null>;
}
