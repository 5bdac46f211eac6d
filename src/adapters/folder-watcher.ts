import { type Dirent, type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Watcher, WatchHandlers } from '../ports/watcher.ts';
import { errorCode } from './plain-reason.ts';

/** Changes that come within this time are told together: editors write a file in several steps. */
const QUIET_MS = 40;
/** Where nothing else ends the run of changes, as while a repository is being fetched, some are told all the same. */
const LONGEST_MS = 200;
/** File systems keep time in steps; the coarsest in use take two seconds. */
const CLOCK_MS = 2_000;
/** Folders beyond these are not watched; with less room the system says so itself. */
const MOST_FOLDERS = 20_000;
const PASSED_OVER: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * Changes on the local disk, by one watch for each folder.
 *
 * Not chokidar, which watches each file besides its folder: 10,000 definitions would take 10,000 watches of the 8,192 to
 * 65,536 that many systems allow a user. Links are not followed.
 */
export function folderWatcher(): Watcher {
  let current: Watch | null = null;
  return {
    watch: (folders, since, handlers) => {
      current?.close();
      current = startWatch(since - CLOCK_MS, handlers);
      for (const folder of folders) void current.add(folder);
    },
  };
}

interface Watch {
  /** Watch a folder and those inside it, and tell of the files in it if asked to. */
  readonly add: (folder: string, isNew?: boolean) => Promise<void>;
  readonly close: () => void;
}

function startWatch(since: number, handlers: WatchHandlers): Watch {
  const watchers = new Map<string, FSWatcher>();
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
    for (const [folder, watcher] of watchers) {
      if (folder !== path && !folder.startsWith(`${path}/`)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  };

  const changed = async (path: string): Promise<void> => {
    const status = await stat(path).catch(() => null);
    if (closed) return;
    if (status?.isDirectory()) {
      if (!watchers.has(path)) await add(path, true);
      return;
    }
    if (watchers.has(path)) drop(path);
    news.add(path);
  };

  const watchFolder = (folder: string, only: string | null = null): void => {
    if (watchers.has(folder)) return;
    if (watchers.size >= MOST_FOLDERS) {
      giveUp(null);
      return;
    }
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name === null || PASSED_OVER.has(name) || (only !== null && name !== only)) return;
      void changed(join(folder, name));
    });
    watcher.on('error', (error) => {
      giveUp(error);
      drop(folder);
    });
    watchers.set(folder, watcher);
  };

  const add = async (folder: string, isNew = false): Promise<void> => {
    try {
      if (!isNew && (await stat(folder)).isFile()) {
        watchFolder(dirname(folder), basename(folder));
        return;
      }
      if (closed) return;
      // Watched first: what is made while it is read is told of, twice at worst.
      watchFolder(folder);
      const entries = await readdir(folder, { withFileTypes: true });
      if (closed) return;
      await tellOfFiles(folder, entries, isNew);
      for (const entry of entries.filter(isWatched)) await add(join(folder, entry.name), isNew);
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

  return {
    add,
    close: () => {
      closed = true;
      news.close();
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** When a file or what is known of it last changed; 0 if it has gone. */
async function changeTime(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.ctimeMs ?? 0;
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
