import { basename, dirname, join, relative } from 'node:path';
import { RECIPES_FOLDER } from '../../core/recipe/recipe-file-name.ts';
import { isInside } from '../refused-folder.ts';

/** In which folders the recipes of a project lie. */
export interface RecipeFolders {
  /** The folder that holds them all, each below it where its agent lies in the project; `null` where none is set. */
  readonly common: string | null;
  /** Whether a recipe lies there, and not beside its agent. */
  readonly isInCommon: (path: string) => boolean;
  /** Where the recipe of a file may lie; one that is written goes to the first. */
  readonly foldersOf: (target: string) => readonly [string, ...string[]];
  /** The folder of the file that a recipe is of, which its place says. */
  readonly folderOfTarget: (path: string) => string;
}

/**
 * The folders of recipes: beside each agent, or below a folder that the user has set. Those that lie beside their agents
 * from before are found all the same.
 *
 * @param root The folder of the project.
 * @param set Path with `/` from there; `null` for none.
 */
export function recipeFolders(root: string, set: string | null): RecipeFolders {
  const common = set === null ? null : join(root, set);
  const isInCommon = (path: string): boolean => {
    const folder = dirname(path);
    const isBeside = basename(folder) === RECIPES_FOLDER && folder !== common;
    return common !== null && isInside(folder, common) && !isBeside;
  };
  return {
    common,
    isInCommon,
    foldersOf: (target) => {
      const beside = join(dirname(target), RECIPES_FOLDER);
      return common === null ? [beside] : [join(common, relative(root, dirname(target))), beside];
    },
    folderOfTarget: (path) =>
      common !== null && isInCommon(path) ? join(root, relative(common, dirname(path))) : dirname(dirname(path)),
  };
}
