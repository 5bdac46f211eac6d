import type { CommandContext } from '../command-context.ts';
import { followed } from './installed.ts';

/** Have the recipe of a file, and what lock files say of it, follow it to another path; the problem in words, or `null`. */
export async function movedRecipe(context: CommandContext, from: string, to: string): Promise<string | null> {
  const problem = await followed(context, from, to);
  if (problem !== null) return problem;
  const recipes = await context.openRecipes();
  const found = await recipes.of(from);
  if (found.kind !== 'recipe') return null;
  return (await recipes.write({ ...found.recipe, target: to })) ?? (await recipes.remove(from));
}
