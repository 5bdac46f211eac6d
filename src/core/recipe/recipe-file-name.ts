import { fileName } from '../definition/file-name.ts';

/** The folder beside agents in which their recipes lie; nothing in it is an agent. */
export const RECIPES_FOLDER = '.recipes';

/** What the files of recipes end in. */
export const RECIPE_ENDING = '.yaml';

/**
 * The names that the recipe of a file may have: without the ending of the file, and with it where that is another file's,
 * as of `smith.md` and `smith.toml`.
 *
 * @param target Path of the file.
 */
export function recipeFileNames(target: string): readonly [string, string] {
  const name = fileName(target);
  return [name.replace(/(?<=.)\.[^.]+$/, '') + RECIPE_ENDING, name + RECIPE_ENDING];
}
