import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { isOwn, isWritableByOthers } from './private-folder.ts';
import { sealed, unsealed } from './sealed-bytes.ts';

/**
 * What {@link keepBytes} put there, if nobody else can have written it and it was made of the same. What was opened is
 * looked at, so that it cannot be exchanged.
 *
 * @param path In a folder that `privateFolder` found.
 * @param origin What the bytes have to be made of; not empty.
 */
export function keptBytes(path: string, origin: readonly Buffer[]): Buffer | null {
  let descriptor: number | null = null;
  try {
    const kept = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    descriptor = kept;
    const found = fstatSync(kept);
    if (!found.isFile() || !isOwn(found) || isWritableByOthers(found)) return null;
    return unsealed(origin, found.size, (into, position) => readSync(kept, into, 0, into.length, position));
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/**
 * Keep bytes until the next run. Where that cannot be done, nothing is kept. Nothing is flushed: what a power cut leaves of
 * them is seen by their seal, and made again.
 *
 * @param limits What the folder may hold with this one; the oldest go.
 */
export function keepBytes(path: string, origin: readonly Buffer[], bytes: Buffer, limits: FolderLimits): void {
  try {
    removeOldest(dirname(path), limits, 2 * bytes.length);
    const temporary = `${path}.${process.pid}.tmp`;
    const file = openSync(temporary, 'w', 0o600);
    try {
      for (const part of sealed(origin, bytes)) writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch {
    // The next run makes it again.
  }
}

/** How much a folder may hold. */
export interface FolderLimits {
  readonly files: number;
  /** Left out for any. */
  readonly bytes?: number;
}

/** Make room in a folder for one more, of so many bytes. */
export function removeOldest(
  folder: string,
  { files, bytes = Number.POSITIVE_INFINITY }: FolderLimits,
  more = 0,
): void {
  const kept = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    return { path, changed: found?.mtimeMs ?? 0, size: found?.size ?? 0 };
  });
  let left = bytes - more;
  for (const [at, { path, size }] of kept.sort((a, b) => b.changed - a.changed).entries()) {
    left -= size;
    if (at >= files - 1 || left < 0) rmSync(path, { recursive: true, force: true });
  }
}
