import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RECIPE_ENDING, RECIPES_FOLDER } from '../../core/recipe/recipe-file-name.ts';
import { projectPlaces } from './project-of.ts';
import { entriesOf, walkProject } from './walk-project.ts';

/** The files of recipes in a project. */
interface RecipeFiles {
  /** In order. */
  readonly paths: readonly string[];
  /** Why there may be more, in a line. */
  readonly problem: string | null;
}

const MOST_RECIPES = 5_000;

/**
 * Find the recipes of a project: in every folder of a repository; elsewhere, and in a home folder that is one, beside the
 * agents of harnesses only, since what lies around them may be anything.
 */
export async function recipeFilesIn(root: string, home: string | null): Promise<RecipeFiles> {
  const paths: string[] = [];
  const lookIn = async (folder: string): Promise<void> => {
    for (const entry of await entriesOf(folder))
      if (entry.isFile() && entry.name.endsWith(RECIPE_ENDING)) paths.push(join(folder, entry.name));
  };
  let isWhole = true;
  if (root !== home && existsSync(join(root, '.git'))) {
    isWhole = await walkProject(root, async (folder) => {
      if (basename(folder) === RECIPES_FOLDER) await lookIn(folder);
      return paths.length <= MOST_RECIPES;
    });
  } else {
    for (const place of projectPlaces(root)) await lookIn(join(place, RECIPES_FOLDER));
  }
  const problem = isWhole && paths.length <= MOST_RECIPES ? null : `${root}: ${TOO_MUCH}`;
  return { paths: paths.slice(0, MOST_RECIPES).sort(), problem };
}

const TOO_MUCH = 'too many folders to look for what was made here in all of them; name the files';
