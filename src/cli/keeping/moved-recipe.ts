import type { CommandContext } from '../command-context.ts';

/** Have the recipe of a file, if it has one, follow it to another path; the problem in words, or `null`. */
export async function movedRecipe({ openRecipes }: CommandContext, from: string, to: string): Promise<string | null> {
  const recipes = await openRecipes();
  const found = await recipes.of(from);
  if (found.kind !== 'recipe') return null;
  return (await recipes.write({ ...found.recipe, target: to })) ?? (await recipes.remove(from));
}
