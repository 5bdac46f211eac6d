/** The forms recipes are written in: with the paths of one machine, and with portable names. */
export const RECIPE_FORMS = [1, 2] as const;

/** The form of a recipe. */
export type RecipeForm = (typeof RECIPE_FORMS)[number];

/** Recipes of this form mean the same on every machine. */
export const PORTABLE_FORM = 2;
