import { readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { textHash } from '../../kit/text-hash.ts';
import type { LibraryStore } from '../../ports/library-store.ts';
import { keepBytes, keptBytes } from '../compiled/kept-bytes.ts';
import { privateFolder } from '../compiled/private-folder.ts';

/** Libraries of so many sets of sources are kept: those of some projects, each with the user's own. */
const MOST_KEPT = 20;

/** What changed so short a time ago may change again within one step of the clock: on some disks one takes two seconds. */
const STEP_MS = 2_000;

/**
 * Libraries in `libraries` in the program's cache folder, trusted as compiled code is: see {@link privateFolder} and
 * {@link keptBytes}. Two builds and two users have theirs side by side.
 *
 * @param cache The program's cache folder, absolute; made if missing. `null` for none.
 * @param script Absolute path of the script that reads.
 * @returns `null` where nothing can be kept that nobody else could have written.
 */
export function libraryStore(cache: string | null, script: string): LibraryStore | null {
  if (cache === null || process.env.NODE_DISABLE_COMPILE_CACHE) return null;
  const folder = privateFolder(join(cache, 'libraries'));
  const build = statOf(script);
  if (folder === null || build === null) return null;
  const place = (origin: string) => {
    const whole = JSON.stringify([build.mtimeMs, build.size, process.version, process.geteuid?.(), origin]);
    return { path: join(folder, `${textHash(whole)}+${textHash(origin)}`), origin: [Buffer.from(whole)] };
  };
  const latest = Date.now() - STEP_MS;
  return {
    read: (origin) => {
      const { path, origin: whole } = place(origin);
      return keptBytes(path, whole);
    },
    keep: (origin, bytes) => {
      const { path, origin: whole } = place(origin);
      keepBytes(path, whole, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), MOST_KEPT);
    },
    stateOf: (path) => {
      const found = statOf(path);
      return found && [found.dev, found.ino, found.size, found.mtimeMs, found.ctimeMs];
    },
    isSettled: ([, , , , changed]) => changed < latest,
    textOf: (path) => {
      try {
        return UTF8.decode(readFileSync(path));
      } catch {
        return null;
      }
    },
  };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
