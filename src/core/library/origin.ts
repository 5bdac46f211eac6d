import { pathInside } from '../definition/file-name.ts';
import type { SourceFile } from '../definition/source-file.ts';

/** Folder names that say what lies in them, not whose it is. */
const GENERIC = new Set(['agent', 'agents', 'chatmodes', 'droids', 'plugins', 'prompts', 'sub-agents', 'subagents']);

/**
 * Where a definition comes from, in the one word a list has room for: its scope, the name of its plugin, or in a folder
 * of collections the name of the collection: the first folder that is neither hidden nor called `agents` and the like.
 */
export function originOf({ path, source }: Pick<SourceFile, 'path' | 'source'>): string {
  if (source.scope !== 'added') return source.plugin ?? source.scope;
  const folders = pathInside(path, source.folder).split('/').slice(0, -1);
  return folders.find((folder) => folder !== '' && !folder.startsWith('.') && !GENERIC.has(folder)) ?? source.id;
}
