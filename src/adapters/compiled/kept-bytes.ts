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
 * Keep bytes until the next run, flushed before they take their name: a power cut leaves the ones or the others. Where
 * that cannot be done, nothing is kept.
 *
 * @param most How many files the folder may hold with this one; the oldest go.
 */
export function keepBytes(path: string, origin: readonly Buffer[], bytes: Buffer, most: number): void {
  try {
    removeOldest(dirname(path), most);
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, sealed(origin, bytes), { mode: 0o600, flush: true });
    renameSync(temporary, path);
  } catch {
    // The next run makes it again.
  }
}

/** Make room in a folder for one more. */
export function removeOldest(folder: string, most: number): void {
  const kept = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, changed: lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  const surplus = kept.sort((a, b) => b.changed - a.changed).slice(most - 1);
  for (const { path } of surplus) rmSync(path, { recursive: true, force: true });
}
