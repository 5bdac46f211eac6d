import { fileName, folderOf } from '../core/definition/file-name.ts';
import type { FileSystem } from '../ports/file-system.ts';

/** Finds the licence that a file of a source is under. */
export type FindLicence = (path: string, folder: string) => Promise<string | null>;

/**
 * A function that finds the file of a licence: the nearest one above a file, up to the folder of its source. Each folder
 * is listed once.
 *
 * @returns A function from the absolute paths of a file and of its source's folder to that of the licence; `null` where
 * there is none, or none can be seen.
 */
export function createLicenceFinder({ list }: FileSystem): FindLicence {
  const known = new Map<string, Promise<string | null>>();
  const inFolder = (folder: string): Promise<string | null> => {
    const found = known.get(folder) ?? list(folder, [''], false).then((listed) => licenceAmong(listed));
    known.set(folder, found);
    return found;
  };
  return async (path, folder) => {
    for (let at = folderOf(path); at === folder || at.startsWith(`${folder}/`); at = folderOf(at)) {
      const found = await inFolder(at);
      if (found !== null) return found;
      if (at === folderOf(at)) break;
    }
    return null;
  };
}

/** `LICENSE`, `LICENCE.txt`, `COPYING.md`, `LICENSE-MIT`, but not `license-checker.md`, an agent. */
const LICENCE =
  /^(?:(?:un)?licen[cs]e|copying)(?:[-._](?:mit|apache|bsd|gpl|lgpl|agpl|mpl|isc|cc0|cc|unlicense)(?:[-.\w]{0,20}))?(?:\.(?:md|txt|rst))?$/i;

function licenceAmong(listed: Awaited<ReturnType<FileSystem['list']>>): string | null {
  if (listed.kind === 'failed') return null;
  return listed.paths.find((path) => LICENCE.test(fileName(path))) ?? null;
}
