import { sha256 } from '../../src/adapters/sha256.ts';
import type { Recipe } from '../../src/core/recipe/recipe.ts';
import { serialiseRecipe } from '../../src/core/recipe/write-recipe.ts';
import type { Recipes } from '../../src/ports/recipes.ts';

/** Recipes in memory. */
export interface MemoryRecipes extends Recipes {
  /** What is kept, by the path of the file composed. */
  readonly kept: ReadonlyMap<string, Recipe>;
}

/** Recipes in memory; none at first. */
export function memoryRecipes(): MemoryRecipes {
  const kept = new Map<string, Recipe>();
  const found = (target: string) => {
    const recipe = kept.get(target);
    return recipe ? ({ kind: 'recipe', path: `/recipes${target}`, recipe } as const) : ({ kind: 'none' } as const);
  };
  return {
    kept,
    list: async () => ({
      recipes: [...kept].map(([target, recipe]) => ({ path: `/recipes${target}`, recipe })),
      problems: [],
    }),
    of: async (target) => found(target),
    read: async (path) => found(path.replace(/^\/recipes/, '')),
    textFor: async (recipe) => serialiseRecipe(recipe, sha256),
    write: async (recipe) => {
      kept.set(recipe.target, recipe);
      return null;
    },
    remove: async (target) => {
      kept.delete(target);
      return null;
    },
  };
}
