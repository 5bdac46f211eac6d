import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ReadOutcome } from '../../ports/file-system.ts';
import type { EarlierFiles, EarlierText, History } from '../../ports/history.ts';
import { errorCode, plainReason } from '../plain-reason.ts';
import { git, gitListing, gitWords } from './git-command.ts';
import { type GitTree, gitTree, MissingObject, type TreeFile } from './git-tree.ts';

/**
 * What files were before, asked of the user's own `git`.
 *
 * Only commands that read objects are run: they run no hook, filter, pager or program that the configuration of a
 * repository names, ask nobody, and fetch nothing. No shell is involved, and a revision that could be taken for an option
 * is handed to no command.
 */
export const gitHistory: History = {
  at: async (path, revision) => {
    if (!isRevision(revision)) return noRevision(revision);
    try {
      const real = await realpath(path);
      return await textAt(dirname(real), basename(real), revision);
    } catch (error) {
      return failed(errorCode(error) === 'ENOENT' ? 'git was not found' : plainReason(error));
    }
  },
  below: async (around, places, revision, isWanted) => {
    if (!isRevision(revision)) return noRevision(revision);
    try {
      return await filesBelow(around, places, revision, isWanted);
    } catch (error) {
      return failed(errorCode(error) === 'ENOENT' ? 'git was not found' : plainReason(error));
    }
  },
};

const isRevision = (revision: string): boolean =>
  revision !== '' && !revision.startsWith('-') && !revision.includes('\0');

async function filesBelow(
  around: string,
  places: readonly string[],
  revision: string,
  isWanted: (path: string) => boolean,
): Promise<EarlierFiles | Failed> {
  const trees = new Map<string, GitTree>();
  const commits = new Map<string, string>();
  const found = new Map<string, TreeFile>();
  try {
    const home = await repositoryAround(around);
    for (const place of places) {
      const at = await insideOf(home, place);
      if (typeof at === 'string') return failed(at);
      const { top, inside } = at;
      let tree = trees.get(top);
      if (tree === undefined) {
        const commit = await commitAt(top, revision);
        if (commit === null) return noRevision(revision, await isShallow(top));
        tree = await gitTree(top, commit);
        trees.set(top, tree);
        commits.set(top, commit);
      }
      for (const file of await tree.filesAt(inside, place)) if (isWanted(file.path)) found.set(file.path, file);
    }
    const own = typeof home === 'string' ? undefined : commits.get(home.top);
    const changed = typeof home === 'string' || own === undefined ? [] : await changedIn(home, own);
    return { kind: 'files', files: await contentsOf([...found.values()]), changed: changed.filter(isWanted) };
  } catch (error) {
    if (!(error instanceof MissingObject)) throw error;
    return failed(
      `at ${revision} something is missing in this clone (${error.message}): fetch all of it, without a filter`,
    );
  }
}

/** Absolute paths of what git has otherwise in a repository than it was at a commit. */
async function changedIn({ top, folder, inside }: Repository, commit: string): Promise<readonly string[]> {
  // Of what is not yet told to git only the file itself knows, and to compare that git runs the filters of the repository.
  const { text } = await gitListing(top, ['diff-index', '--cached', '--name-only', '-z', commit]);
  const paths = text.split('\0').filter((path) => path !== '');
  return paths.map((path) => join(folder, relative(inside, path)));
}

/** Files that are looked at together; `git` is started only for those that changed. */
const AT_ONCE = 16;

async function contentsOf(found: readonly TreeFile[]): Promise<ReadonlyMap<string, ReadOutcome | null>> {
  const files = new Map<string, ReadOutcome | null>();
  for (let start = 0; start < found.length; start += AT_ONCE) {
    const some = found.slice(start, start + AT_ONCE);
    const contents = await Promise.all(some.map(contentThen));
    for (const [at, { path }] of some.entries()) files.set(path, contents[at] ?? null);
  }
  return files;
}

/** A file then; `null` for one that is as it was. */
async function contentThen({ path, blob, folder }: TreeFile): Promise<ReadOutcome | null> {
  if (blob === null || (await blobNow(path, blob.length)) === blob) return null;
  const { content, status, problem } = await git(folder, ['cat-file', 'blob', blob]);
  if (status !== 0 && content.kind === 'text') throw new MissingObject(`${path}: ${gitWords(problem)}`);
  return content.kind === 'text' ? { kind: 'text', path, text: content.text } : { ...content, path };
}

interface Repository {
  /** Absolute path of its top, links resolved. */
  readonly top: string;
  /** The folder that was asked for, as it was written and from the top. */
  readonly folder: string;
  readonly inside: string;
}

/** The repository around a folder that is there; why there is none, as a clause. */
async function repositoryAround(folder: string): Promise<Repository | string> {
  const { status, text, problem } = await git(folder, ['rev-parse', '--show-toplevel']);
  if (status !== 0) return gitWords(problem);
  const top = await realpath(text.replace(/\n$/, ''));
  return { top, folder, inside: relative(top, await realpath(folder)) };
}

/**
 * The repository that knows a place, and where it lies in that: the one around the folder that is asked from, in which
 * links count as they were, and for what lies elsewhere its own.
 */
async function insideOf(home: Repository | string, place: string): Promise<Omit<Repository, 'folder'> | string> {
  if (typeof home !== 'string') {
    const inside = join(home.inside, relative(home.folder, place));
    if (!isOutside(inside)) return { top: home.top, inside: slashed(inside) };
  }
  const folder = await nearestFolder(place);
  const own = await repositoryAround(folder);
  if (typeof own === 'string') return own;
  return { top: own.top, inside: slashed(join(own.inside, relative(folder, place))) };
}

const isOutside = (inside: string): boolean => inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);

const slashed = (inside: string): string => (inside === '.' ? '' : inside.split(sep).join('/'));

/** The place if it is a folder, else the nearest one around it. */
async function nearestFolder(place: string): Promise<string> {
  const found = await stat(place).catch(() => null);
  return found?.isDirectory() || dirname(place) === place ? place : nearestFolder(dirname(place));
}

/** The commit from which what is there now went on: where the revision went on too, the last that both have. */
async function commitAt(top: string, revision: string): Promise<string | null> {
  const commit = await objectOf(top, `${revision}^{commit}`);
  if (commit === null) return null;
  const shared = await git(top, ['merge-base', commit, 'HEAD']);
  return shared.status === 0 ? shared.text.trim() : commit;
}

async function isShallow(top: string): Promise<boolean> {
  return (await git(top, ['rev-parse', '--is-shallow-repository'])).text.trim() === 'true';
}

/** What git would call a file as it is now; `null` if it cannot be read. */
async function blobNow(path: string, length: number): Promise<string | null> {
  try {
    const bytes = await readFile(path);
    const hash = createHash(length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** The object that a revision names; `null` if it names none. */
async function objectOf(folder: string, revision: string): Promise<string | null> {
  const named = await git(folder, ['rev-parse', '--verify', '--quiet', revision]);
  const object = named.text.trim();
  return named.status === 0 && /^[0-9a-f]+$/.test(object) ? object : null;
}

async function textAt(folder: string, name: string, revision: string): Promise<EarlierText> {
  const around = await git(folder, ['rev-parse', '--show-toplevel']);
  if (around.status !== 0) return failed(gitWords(around.problem));
  const object = await objectOf(folder, revision);
  if (object === null) return noRevision(revision);
  const listed = await git(folder, ['ls-tree', object, '--', name]);
  if (listed.status !== 0) return noRevision(revision);
  const [, mode = '', blob = ''] = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(listed.text) ?? [];
  if (mode === '') return { kind: 'absent' };
  if (!mode.startsWith('100')) return failed(`no regular file at ${revision}`);
  const read = await git(folder, ['cat-file', 'blob', blob]);
  if (read.content.kind === 'failed') return failed(`at ${revision} ${read.content.reason}`);
  return read.status === 0 ? { kind: 'text', text: read.text } : failed(gitWords(read.problem));
}

type Failed = Extract<EarlierText, { kind: 'failed' }>;

function noRevision(revision: string, isCutOff = false): Failed {
  return failed(`git knows no revision ${revision}${isCutOff ? ': this clone is shallow, fetch more of it' : ''}`);
}

function failed(reason: string): Failed {
  return { kind: 'failed', reason };
}
