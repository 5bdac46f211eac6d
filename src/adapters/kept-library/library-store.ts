import { readFileSync, type Stats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { textHash } from '../../kit/text-hash.ts';
import type { FileState, LibraryStore } from '../../ports/library-store.ts';
import { keepBytesSoon } from '../compiled/keep-bytes-soon.ts';
import { keepBytes, keptBytes } from '../compiled/kept-bytes.ts';
import { privateFolder } from '../compiled/private-folder.ts';

/** Three of each set of sources: those of some projects, each with the user's own; or of two that are very large. */
const LIMITS = { files: 30, bytes: 700 * 2 ** 20 };

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
  const made = JSON.stringify([build.mtimeMs, build.size, process.version, process.geteuid?.()]);
  const pathOf = (name: string): string => join(folder, `${textHash(made)}+${textHash(name)}+${name.length}`);
  const whole = (name: string, origin: string): readonly Buffer[] =>
    [made, name, origin].map((part) => Buffer.from(part));
  const latest = Date.now() - STEP_MS;
  return {
    read: (name, origin) => keptBytes(pathOf(name), whole(name, origin)),
    keep: ({ name, origin, bytes }) => keepBytes(pathOf(name), whole(name, origin), inBuffer(bytes), LIMITS),
    keepSoon: ({ name, origin, bytes }) => keepBytesSoon(pathOf(name), whole(name, origin), inBuffer(bytes), LIMITS),
    stamp: () => `${process.pid}-${Date.now()}-${process.hrtime().join('-')}`,
    stateOf: (path) => stateIn(statOf(path)),
    statesOf: statesReader(),
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

/** Asks a disk that is at hand for one after the other, which takes a quarter of the time, and one that is not for many at a time. */
function statesReader(): LibraryStore['statesOf'] {
  let isSlow = false;
  return async (paths) => {
    const all: (FileState | null)[] = [];
    for (let at = 0; at < paths.length; at += ASKED_AT_ONCE) {
      const some = paths.slice(at, at + ASKED_AT_ONCE);
      const began = performance.now();
      const found = isSlow ? await Promise.all(some.map((path) => stat(path).catch(() => null))) : some.map(statOf);
      isSlow ||= performance.now() - began > SLOW_MS;
      for (const one of found) all.push(stateIn(one));
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    return all;
  };
}

/** So many take a fraction of a millisecond, and on a disk that is far away a tenth of a second. */
const ASKED_AT_ONCE = 64;
const SLOW_MS = 20;

const inBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

const stateIn = (found: Stats | null): FileState | null =>
  found && [found.dev, found.ino, found.size, found.mtimeMs, found.ctimeMs];

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
