import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../plain-reason.ts';

/** No project has more folders of its own. */
const MOST_FOLDERS = 20_000;
const PASSED_OVER: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * Go through a folder and all below it, the nearest first. Links are not followed, so that nothing outside is come upon;
 * other repositories inside are not of the project.
 *
 * @param visit Told of each folder and what is in it, in the order of names; false to look no further.
 * @returns Whether all was looked at that is to be.
 */
export async function walkProject(
  root: string,
  visit: (folder: string, entries: readonly Dirent[]) => Promise<boolean> | boolean,
): Promise<boolean> {
  const folders = [root];
  for (let at = 0; at < folders.length; at += 1) {
    if (at === MOST_FOLDERS) return false;
    const folder = folders[at] as string;
    const entries = await entriesOf(folder);
    if (folder !== root && entries.some(({ name }) => name === '.git')) continue;
    if (!(await visit(folder, entries))) return true;
    for (const entry of entries) {
      if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) folders.push(join(folder, entry.name));
    }
  }
  return true;
}

/** What is in a folder, in the order of names; nothing where it cannot be read. */
export async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
}
