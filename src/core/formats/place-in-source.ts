import { fileName, folderOf, pathInside } from '../definition/file-name.ts';

/**
 * The part of a path that says for whom a file is: what lies between the folder that the user named and the file, with
 * that folder's own name, and the harness's folder that it is or lies in (`.claude/agents`). What is around it says
 * nothing: a collection reads the same in `~/code` and in `~/.claude/plugins`.
 *
 * @param path Absolute path of the file.
 * @param folder The folder that the user named, or the file itself.
 * @returns A path that begins with a slash, with forward slashes.
 */
export function placeInSource(path: string, folder: string): string {
  const named = path === folder ? folderOf(path) : folder;
  return `${namedPlace(named)}/${pathInside(path, named)}`;
}

/** The end of a folder's path that says for whom its files are. */
export function namedPlace(folder: string): string {
  const slashed = folder.replaceAll('\\', '/').replace(/\/$/, '');
  if (slashed === '') return '';
  return HARNESS_END.exec(slashed)?.[0] ?? `/${fileName(slashed)}`;
}

/** A folder of a harness, or a folder of agents in it with whatever lies there; dotfiles have `opencode` without a dot. */
const HARNESS_END =
  /\/(?:\.[^/]+(?:\/opencode)?|opencode)(?:\/(?:agents?|sub-?agents|droids|chatmodes|modes?)(?:\/[^/]+)*)?$/i;

/** Whether a folder of such a name holds the things of a harness, or of several: `.claude`, `.kiro`, `.agents`. */
export function isHarnessHome(name: string): boolean {
  return name.startsWith('.') && !OF_THE_SYSTEM.has(name);
}

/** Hidden folders in which whole collections lie. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set(['.cache', '.local', '.worktrees']);
