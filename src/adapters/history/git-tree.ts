import { join, posix } from 'node:path';
import { addAll } from '../../kit/long-lists.ts';
import { PASSED_OVER } from '../refused-folder.ts';
import { git, gitListing, gitWords } from './git-command.ts';

/** A regular file at a revision. */
export interface TreeFile {
  /** Absolute path by which it would be reached now. */
  readonly path: string;
  /** `null` for a link that leads to nothing in the repository: of what lies there git knows nothing. */
  readonly blob: string | null;
  /** A folder of the repository that has the blob. */
  readonly folder: string;
}

/** All that a repository held at a revision. */
export interface GitTree {
  /**
   * The files at or below a path, as programs come upon them: links followed as they led then, also out of the path, and
   * repositories in the repository at the revisions that it names.
   *
   * @param inside Path from the top of the repository; empty for the top.
   * @param place Absolute path by which it would be reached now.
   * @throws {@link MissingObject}
   */
  filesAt(inside: string, place: string): Promise<readonly TreeFile[]>;
}

/** A clone that has not all of its objects. */
export class MissingObject extends Error {}

interface Entry {
  readonly mode: string;
  readonly object: string;
}

/** Before the path of a file that git takes no notice of in the folder. */
const SKIPPED = 'S ';
const LINK = '120000';
const REPOSITORY = '160000';
/** As many links in a row, and folders behind links in each other, are followed. */
const MOST_LINKS = 16;

/**
 * Read what a repository held, without what a sparse checkout leaves out of the folder.
 *
 * @param top Absolute path of the repository.
 * @param object A commit or tree.
 */
export async function gitTree(top: string, object: string): Promise<GitTree> {
  const listed = await gitListing(top, ['ls-tree', '-r', '-z', '--full-tree', object]);
  if (listed.status !== 0) throw new MissingObject(gitWords(listed.problem));
  const leftOut = await notCheckedOut(top);
  const entries = new Map<string, Entry>();
  for (const line of listed.text.split('\0')) {
    const [, mode = '', named = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (path !== '' && !leftOut.has(path)) entries.set(path, { mode, object: named });
  }

  /** Where a path leads to, link by link; `null` for out of the repository, or around in a circle. */
  const ledTo = async (path: string, links = 0): Promise<string | null> => {
    const parts = path.split('/');
    for (let at = 1; at <= parts.length; at += 1) {
      const reached = parts.slice(0, at).join('/');
      const entry = entries.get(reached);
      if (entry?.mode !== LINK) continue;
      const target = posix.join(posix.dirname(reached), await blobText(top, entry.object, reached));
      const led = posix.join(target, parts.slice(at).join('/')).replace(/\/$/, '');
      if (links === MOST_LINKS || posix.isAbsolute(led) || /^\.\.(?:\/|$)/.test(led)) return null;
      return ledTo(led === '.' ? '' : led, links + 1);
    }
    return path;
  };

  const filesAt = async (inside: string, place: string, links = 0): Promise<readonly TreeFile[]> => {
    const real = await ledTo(inside);
    if (real === null || links > MOST_LINKS) return [];
    const own = entries.get(real);
    if (own?.mode === REPOSITORY) return (await gitTree(place, own.object)).filesAt('', place);
    if (own) return [{ path: place, blob: own.object, folder: top }];
    const found: TreeFile[] = [];
    for (const [rest, path, { mode, object: blob }] of entriesBelow(entries, real)) {
      const reached = join(place, rest);
      if (mode === LINK) addAll(found, await behindLink(path, reached, links + 1));
      else if (mode === REPOSITORY) addAll(found, await filesAt(path, reached, links + 1));
      else found.push({ path: reached, blob, folder: top });
    }
    return found;
  };

  /** The files behind a link, or the link where there are none. */
  const behindLink = async (path: string, reached: string, links: number): Promise<readonly TreeFile[]> => {
    const found = leadsAround(await ledTo(path), path) ? [] : await filesAt(path, reached, links);
    return found.length > 0 ? found : [{ path: reached, blob: null, folder: top }];
  };

  return { filesAt };
}

/** Paths from the top of what belongs to a repository and is not to be in its folder. */
async function notCheckedOut(top: string): Promise<ReadonlySet<string>> {
  const { text } = await gitListing(top, ['ls-files', '-t', '-z']);
  const skipped = text.split('\0').filter((line) => line.startsWith(SKIPPED));
  return new Set(skipped.map((line) => line.slice(SKIPPED.length)));
}

/** What lies below a folder that definitions are looked for in: its path from there and from the top. */
function* entriesBelow(
  entries: ReadonlyMap<string, Entry>,
  folder: string,
): Generator<readonly [rest: string, path: string, entry: Entry]> {
  const front = folder === '' ? '' : `${folder}/`;
  for (const [path, entry] of entries) {
    if (!path.startsWith(front)) continue;
    const rest = path.slice(front.length);
    if (!rest.split('/').some((part) => PASSED_OVER.has(part))) yield [rest, path, entry];
  }
}

/** Whether a link leads to a folder that it lies in. */
const leadsAround = (target: string | null, path: string): boolean =>
  target === null || target === '' || path.startsWith(`${target}/`);

async function blobText(folder: string, blob: string, path: string): Promise<string> {
  const { status, text, problem } = await git(folder, ['cat-file', 'blob', blob]);
  if (status !== 0) throw new MissingObject(`${path}: ${gitWords(problem)}`);
  return text;
}
