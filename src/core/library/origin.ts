import type { AgentDefinition } from '../definition/agent-definition.ts';
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
  return folders.find(isTelling) ?? source.id;
}

/** Whether the name of a folder says whose what lies in it is. */
const isTelling = (folder: string) => folder !== '' && !folder.startsWith('.') && !GENERIC.has(folder);

/**
 * The folders that somebody put a definition in, from the collection on: below the place where a harness looks, as
 * `team-x` in `.claude/agents/team-x/a.md`, or in a folder of collections from its origin on.
 */
export function foldersOf({ path, origin }: Pick<AgentDefinition, 'path' | 'origin'>): readonly string[] {
  const folders = path.split(SLASH).slice(0, -1);
  const own = folders.indexOf(origin);
  const place = folders.findIndex((folder) => GENERIC.has(folder));
  return own >= 0 ? folders.slice(own).filter(isTelling) : place < 0 ? [] : folders.slice(place).filter(isTelling);
}

const SLASH = /[\\/]/;
