/** What is true of a composed file; up to date is one of which nothing else is. */
export type RecipeState = 'up-to-date' | 'edited' | 'ingredient-changed' | 'ingredient-gone' | 'file-gone';

/** The states as a person reads them. */
export const RECIPE_STATE_WORDS: Readonly<Record<RecipeState, string>> = {
  'up-to-date': 'up to date',
  edited: 'edited by hand',
  'ingredient-changed': 'source changed',
  'ingredient-gone': 'source gone',
  'file-gone': 'file gone',
};
