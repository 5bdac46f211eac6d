import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RECIPE_ENDING, RECIPES_FOLDER } from '../../core/recipe/recipe-file-name.ts';
import { readRegularFile } from '../read-file.ts';
import { leadsOut } from '../refused-folder.ts';
import { projectPlaces } from './project-of.ts';
import { entriesOf, walkProject } from './walk-project.ts';

/** The files of recipes in a project. */
interface RecipeFiles {
  /** In order, those of the common folder first. */
  readonly paths: readonly string[];
  /** Why there may be more, in a line. */
  readonly problem: string | null;
}

const MOST_RECIPES = 5_000;

/**
 * Find the recipes of a project: in every folder of a repository; elsewhere, and in a home folder that is one, beside the
 * agents of harnesses only, since what lies around them may be anything.
 *
 * @param common A folder of the project that recipes lie in and below, among what else may be there; `null` for none.
 */
export async function recipeFilesIn(root: string, home: string | null, common: string | null): Promise<RecipeFiles> {
  const paths: string[] = [];
  const lookIn = async (folder: string): Promise<void> => {
    for (const entry of await entriesOf(folder))
      if (entry.isFile() && entry.name.endsWith(RECIPE_ENDING)) paths.push(join(folder, entry.name));
  };
  const walk = (start: string, isMeant: (folder: string) => boolean) =>
    walkProject(start, async (folder) => {
      if (isMeant(folder)) await lookIn(folder);
      return paths.length <= MOST_RECIPES;
    });
  let isWhole = common === null || (await leadsOut(common, root)) || (await walk(common, () => true));
  const inCommon = paths.splice(0).sort();
  if (root !== home && existsSync(join(root, '.git'))) {
    isWhole = (await walk(root, (folder) => basename(folder) === RECIPES_FOLDER)) && isWhole;
  } else {
    for (const place of projectPlaces(root)) await lookIn(join(place, RECIPES_FOLDER));
  }
  const all = [...new Set([...inCommon, ...paths.sort()])];
  const problem = isWhole && all.length <= MOST_RECIPES ? null : `${root}: ${TOO_MUCH}`;
  return { paths: all.slice(0, MOST_RECIPES), problem };
}

/** Whether a file is meant as a recipe, right or wrong; one that cannot be read may be. */
export async function saysRecipe(path: string): Promise<boolean> {
  const read = await readRegularFile(path);
  return read.kind === 'failed' || /^recipe:/m.test(read.text);
}

const TOO_MUCH = 'too many folders to look for what was made here in all of them; name the files';
