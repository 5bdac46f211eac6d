import type { Source } from '../definition/agent-definition.ts';
import { formatOfFolder } from '../formats/guess-format.ts';

/**
 * Sources for folders that the user named. Each is called by the end of its path, as short as tells it from the
 * others: `agents`, or `team/agents` beside `own/agents`.
 *
 * @param folders Absolute paths; the same one twice is one source.
 */
export function addedSources(folders: readonly string[]): readonly Source[] {
  const distinct = [...new Set(folders.map(withoutEndSlash))];
  const parts = distinct.map((folder) => folder.split(/[/\\]/).filter((part) => part !== ''));
  return distinct.map((folder, at) => ({
    id: shortestEnd(parts, at),
    scope: 'added',
    folder,
    format: formatOfFolder(folder),
  }));
}

function shortestEnd(all: readonly (readonly string[])[], at: number): string {
  const own = all[at] ?? [];
  for (let length = 1; length < own.length; length++) {
    const end = own.slice(-length).join('/');
    if (all.every((other, index) => index === at || other.slice(-length).join('/') !== end)) return end;
  }
  return own.join('/') || '/';
}

function withoutEndSlash(folder: string): string {
  return folder.length > 1 && folder.endsWith('/') ? folder.slice(0, -1) : folder;
}
