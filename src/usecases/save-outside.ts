import type { Sha256 } from '../core/recipe/recipe.ts';
import type { FileSystem } from '../ports/file-system.ts';
import type { Recipes } from '../ports/recipes.ts';

/** What saving needs from outside. */
export interface SaveOutside {
  readonly files: FileSystem;
  readonly recipes: Recipes;
  readonly sha256: Sha256;
  /** A folder for what is replaced in a repository; `null` where there is no place for one. */
  readonly openBackups: () => Promise<string | null>;
}
