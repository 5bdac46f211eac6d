import { type Dirent, type FSWatcher, type Stats, watch } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Watcher, WatchHandlers } from '../ports/watcher.ts';
import { errorCode } from './plain-reason.ts';
import { isInside, PASSED_OVER, startFolder } from './refused-folder.ts';

/** Changes that come within this time are told together: editors write a file in several steps. */
const QUIET_MS = 40;
/** Where nothing else ends the run of changes, as while a repository is being fetched, some are told all the same. */
const LONGEST_MS = 200;
/** File systems keep time in steps; the coarsest in use take two seconds. */
const CLOCK_MS = 2_000;
/** Folders beyond these are not watched; with less room the system says so itself. */
const MOST_FOLDERS = 20_000;

/**
 * Changes on the local disk, by one watch for each folder.
 *
 * What is watched is the path, not the folder that is there: the folder around each one, or the nearest that exists, is
 * watched for it, so that one which is taken away and made again, as on a change of branch, is watched again.
 *
 * Not chokidar, which watches each file besides its folder: 10,000 definitions would take 10,000 watches of the 8,192 to
 * 65,536 that many systems allow a user. Links are not followed.
 */
export function folderWatcher(): Watcher {
  let current: Watch | null = null;
  return {
    watch: (folders, since, handlers) => {
      current?.close();
      current = startWatch(folders, since - CLOCK_MS, handlers);
    },
  };
}

interface Watch {
  readonly close: () => void;
}

/** A folder that is watched. */
interface WatchedFolder {
  readonly watcher: FSWatcher;
  /** Tells it from another one made in its place. */
  readonly identity: string;
  /** The entries that count, or `null` for all. */
  only: Set<string> | null;
}

function startWatch(starts: readonly string[], since: number, handlers: WatchHandlers): Watch {
  const watched = new Map<string, WatchedFolder>();
  const news = batches(handlers.onChange);
  let closed = false;
  let told = false;

  const giveUp = (error: unknown): void => {
    const code = errorCode(error);
    // A folder that has gone by now is no problem.
    if (told || closed || code === 'ENOENT' || code === 'ENOTDIR') return;
    told = true;
    handlers.onProblem(code === null ? 'too many folders' : (REASONS[code] ?? code));
  };

  const drop = (path: string): void => {
    for (const [folder, { watcher }] of watched) {
      if (!isInside(folder, path)) continue;
      watcher.close();
      watched.delete(folder);
    }
  };

  const isKnown = (folder: string, status: Stats): boolean => watched.get(folder)?.identity === identityOf(status);

  /** Hears of an entry of a folder, or of the folder itself, which goes by its own name. */
  const heard = (folder: string, name: string | null): void => {
    const only = watched.get(folder)?.only;
    if (closed || name === null || PASSED_OVER.has(name) || only === undefined) return;
    const path = join(folder, name);
    if (only === null) void changed(path);
    for (const start of starts) {
      if (isInside(start, path) || (name === basename(folder) && isInside(start, folder))) void settle(start);
    }
  };

  const changed = async (path: string): Promise<void> => {
    const status = await lstat(path).catch(() => null);
    if (closed || (status?.isDirectory() && isKnown(path, status))) return;
    // Of a folder in place of another, what is in it now is told, and what was in that one is looked at again.
    if (!status?.isDirectory() || watched.has(path)) news.add(path);
    drop(path);
    if (status?.isDirectory()) await add(path, status, true);
  };

  const watchFolder = (folder: string, status: Stats, only: string | null): void => {
    const before = watched.get(folder);
    if (before && isKnown(folder, status)) {
      if (only === null) before.only = null;
      else before.only?.add(only);
      return;
    }
    if (before) drop(folder);
    if (watched.size >= MOST_FOLDERS) {
      giveUp(null);
      return;
    }
    const watcher = watch(folder, { persistent: false }, (_event, name) => heard(folder, name));
    watcher.on('error', (error) => {
      giveUp(error);
      drop(folder);
    });
    watched.set(folder, { watcher, identity: identityOf(status), only: only === null ? null : new Set([only]) });
  };

  /** Watch a folder and those inside it, and tell of the files in it if it is new. */
  const add = async (folder: string, status: Stats, isNew: boolean): Promise<void> => {
    try {
      // Watched first: what is made while it is read is told of, twice at worst.
      watchFolder(folder, status, null);
      const entries = await readdir(folder, { withFileTypes: true });
      if (closed) return;
      await tellOfFiles(folder, entries, isNew);
      for (const entry of entries.filter(isWatched)) {
        const inside = join(folder, entry.name);
        const found = await statOf(inside);
        if (closed) return;
        if (found?.isDirectory()) await add(inside, found, isNew);
      }
    } catch (error) {
      giveUp(error);
    }
  };

  /** Tells of the files of a folder that is new, and else of those that changed before it was watched. */
  const tellOfFiles = async (folder: string, entries: readonly Dirent[], isNew: boolean): Promise<void> => {
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
    // What is gone from it can only be told by the folder.
    if (!isNew && (await stat(folder)).ctimeMs >= since) news.add(folder);
    const changes = await Promise.all(files.map((path) => (isNew ? Number.POSITIVE_INFINITY : changeTime(path))));
    for (const [at, path] of files.entries()) if ((changes[at] ?? 0) >= since) news.add(path);
  };

  /** Watch for a path from the folder around it; false where there is none. */
  const watchEntry = async (path: string): Promise<boolean> => {
    const around = dirname(path);
    const status = await statOf(around);
    if (closed) return true;
    if (!status?.isDirectory()) {
      drop(around);
      return false;
    }
    try {
      watchFolder(around, status, basename(path));
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return false;
      // Who may not look into the folder around a source still sees what happens in the source.
      if (code !== 'EACCES') giveUp(error);
    }
    return true;
  };

  /** Watch what is at the path of a start, or for it to come. */
  const settle = async (start: string, isFirst = false): Promise<void> => {
    let path = start;
    while (!(await watchEntry(path))) path = dirname(path);
    if (closed) return;
    // What was made before it was watched for is looked at more closely.
    if (path !== start && (await statOf(path)) !== null) return settle(start, isFirst);
    const status = await statOf(start);
    if (closed || (status?.isDirectory() && isKnown(start, status))) return;
    if (!isFirst) news.add(start);
    drop(start);
    if (!status?.isDirectory() || (await isRefused(start)) || closed) return;
    await add(start, status, !isFirst);
  };

  for (const start of starts) void settle(start, true);

  return {
    close: () => {
      closed = true;
      news.close();
      for (const { watcher } of watched.values()) watcher.close();
    },
  };
}

function identityOf({ dev, ino, birthtimeMs }: Stats): string {
  // The number of a folder that is gone may be given to the next one.
  return `${dev}:${ino}:${birthtimeMs}`;
}

function statOf(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}

/** Whether a path leads to where nothing is listed. */
async function isRefused(path: string): Promise<boolean> {
  try {
    return (await startFolder(path)).refusal !== null;
  } catch {
    return true;
  }
}

/** When a file or what is known of it last changed; 0 if it has gone. */
async function changeTime(path: string): Promise<number> {
  return (await statOf(path))?.ctimeMs ?? 0;
}

const isWatched = (entry: Dirent): boolean => entry.isDirectory() && !PASSED_OVER.has(entry.name);

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the system watches no more folders for you (fs.inotify.max_user_watches)',
  EMFILE: 'the system starts no more watches for you (fs.inotify.max_user_instances)',
  EACCES: 'permission denied',
};

/** Paths told together, once no more come for a while. */
function batches(tell: (paths: readonly string[]) => void): {
  readonly add: (path: string) => void;
  readonly close: () => void;
} {
  const paths = new Set<string>();
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => {
    const all = [...paths];
    paths.clear();
    tell(all);
  };
  return {
    add: (path) => {
      clearTimeout(timer);
      if (paths.size === 0) first = performance.now();
      paths.add(path);
      const left = first + LONGEST_MS - performance.now();
      timer = setTimeout(end, Math.max(0, Math.min(QUIET_MS, left))).unref();
    },
    close: () => clearTimeout(timer),
  };
}
