import { copyFile, lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { EMPTY_LOCK, parseSourceLock, type SourceLock, serialiseSourceLock } from '../../core/library/source-lock.ts';
import type { GitSources, LockOwner, LockReading } from '../../ports/git-sources.ts';
import type { Journal } from '../../ports/journal.ts';
import { reasonOf } from '../kept/kept-file.ts';
import { underLock } from '../kept/lock-file.ts';
import { makeFolder } from '../make-folder.ts';
import { readRegularFile } from '../read-file.ts';
import { sha256 } from '../sha256.ts';
import { syncFolder, withTemporary } from '../temporary-file.ts';
import { NO_HOME } from '../user-folders.ts';
import { changedIn, FETCHING, fetchCheckout, headOf, remoteRefs } from './git-checkout.ts';
import { asideOf, checkoutsOf, lockPath, type SourcePlaces } from './source-folders.ts';

/**
 * Sources from repositories: a checkout each in `sources` of the data folder, and what they are in a lock file.
 *
 * @param isAsking Whether somebody is at a terminal who can be asked for a password.
 * @param note Told of a lock file before it is changed.
 */
export function gitSources(places: SourcePlaces, isAsking: boolean, note: Journal['note']): GitSources {
  const folderOf = (owner: LockOwner, name: string): string | null => {
    const all = checkoutsOf(places, owner);
    return all === null ? null : join(all, name);
  };

  const read = async (owner: LockOwner): Promise<LockReading> => {
    const path = lockPath(places, owner);
    if (path === null) return { kind: 'failed', problem: owner === 'user' ? NO_HOME : 'there is no project here' };
    const found = await readRegularFile(path);
    if (found.kind === 'failed')
      return found.missing
        ? { kind: 'lock', path, lock: EMPTY_LOCK }
        : { kind: 'failed', problem: `${path}: ${found.reason}` };
    const lock = parseSourceLock(found.text);
    return typeof lock === 'string' ? { kind: 'failed', problem: `${path}: ${lock}` } : { kind: 'lock', path, lock };
  };

  const write = async (owner: LockOwner, next: (now: SourceLock) => SourceLock): Promise<string | null> => {
    const now = await read(owner);
    if (now.kind === 'failed') return now.problem;
    const text = serialiseSourceLock(next(now.lock));
    if (text === serialiseSourceLock(now.lock)) return null;
    const { path } = now;
    if ((await lstat(path).catch(() => null))?.isSymbolicLink() && owner === 'project')
      return `${path} is a link, and nothing is written through it`;
    await note(path, { kind: 'file', sha256: sha256(text) });
    return reasonOf(async () => {
      await makeFolder(dirname(path));
      await withTemporary(path, Buffer.from(text), null, (temporary) => rename(temporary, path));
    });
  };

  /** One at a time changes checkouts and lock files; what a kill left between two states is put right first. */
  const locked = (owner: LockOwner, task: () => Promise<string | null>): Promise<string | null> => {
    const all = checkoutsOf(places, owner);
    if (all === null) return Promise.resolve(NO_HOME);
    return underLock(join(all, '.lock'), async () => {
      const reason = await reasonOf(() => putRight(all, owner, read));
      return reason ?? task();
    });
  };

  return {
    read,
    change: (owner, next) => locked(owner, () => write(owner, next)),
    folderOf,
    commitOf: async (owner, name) => {
      const folder = folderOf(owner, name);
      return folder === null ? null : headOf(folder);
    },
    refs: (url) => remoteRefs(process.cwd(), url, isAsking),
    fetch: async (url, wanted) => {
      const all = checkoutsOf(places, 'user');
      return all === null ? { kind: 'failed', reason: NO_HOME } : fetchCheckout(all, url, wanted, isAsking);
    },
    drop: (folder) => rm(folder, { recursive: true, force: true }),
    put: (owner, name, folder, next) =>
      locked(owner, async () => {
        const own = folderOf(owner, name);
        if (own === null) return NO_HOME;
        const aside = asideOf(own);
        await makeFolder(dirname(own), 0o700);
        const isReplaced = (await lstat(own).catch(() => null)) !== null;
        if (isReplaced) await rename(own, aside);
        await rename(folder, own);
        await syncFolder(dirname(own));
        const reason = await write(owner, next);
        if (reason !== null) {
          await rm(own, { recursive: true, force: true });
          if (isReplaced) await rename(aside, own);
          return reason;
        }
        await rm(aside, { recursive: true, force: true });
        return null;
      }),
    remove: (owner, name) =>
      locked(owner, async () => {
        const own = folderOf(owner, name);
        const reason = await write(owner, ({ sources: { [name]: _, ...sources }, installed }) => ({
          sources,
          installed,
        }));
        if (reason === null && own !== null) await rm(own, { recursive: true, force: true });
        return reason;
      }),
    changedByHand: async (owner, name) => {
      const own = folderOf(owner, name);
      return own === null || (await headOf(own)) === null ? [] : changedIn(own);
    },
    setAside: async (owner, name, paths) => {
      const own = folderOf(owner, name);
      if (own === null) return null;
      for (let number = 1; ; number += 1) {
        const folder = `${own}.local-${number}`;
        const made = await reasonOf(() => mkdir(folder, { mode: 0o700 }));
        if (made !== null && (await isThere(folder)) && number < MOST_ASIDE) continue;
        if (made !== null) return null;
        const reason = await reasonOf(() => copyAll(own, folder, paths));
        return reason === null ? folder : null;
      }
    },
  };
}

/** What a kill left: a checkout whose lock file was not written yet goes, and the one before comes back. */
async function putRight(
  all: string,
  owner: LockOwner,
  read: (owner: LockOwner) => Promise<LockReading>,
): Promise<void> {
  const names = await readdir(all).catch(() => []);
  for (const name of names) {
    const path = join(all, name);
    if (name.startsWith(FETCHING) && (await isOld(path))) await rm(path, { recursive: true, force: true });
    const source = /^\.(.+)\.old$/.exec(name)?.[1];
    if (source === undefined) continue;
    const own = join(all, source);
    const reading = await read(owner);
    const commit = reading.kind === 'lock' ? reading.lock.sources[source]?.commit : undefined;
    if (commit !== undefined && (await headOf(own)) === commit) {
      await rm(path, { recursive: true, force: true });
      continue;
    }
    await rm(own, { recursive: true, force: true });
    await rename(path, own);
  }
}

/** Nobody fetches for so long. */
const FETCHING_MS = 24 * 60 * 60 * 1000;

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > FETCHING_MS;
}

const isThere = async (path: string): Promise<boolean> => (await lstat(path).catch(() => null)) !== null;

/** Folders of one source that are kept beside it. */
const MOST_ASIDE = 1000;

async function copyAll(from: string, to: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const file = await lstat(join(from, path)).catch(() => null);
    if (!file?.isFile()) continue;
    await makeFolder(dirname(join(to, path)));
    await copyFile(join(from, path), join(to, path));
  }
}
