import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { errorCode } from './plain-reason.ts';
import { removeStale } from './stale-temporaries.ts';

/**
 * Have the bytes on the disk in a temporary file, do something with it, and leave no trace of it, even if the process
 * is ended by a signal or an error meanwhile. One that a killed process left behind goes with the next write in its
 * folder.
 *
 * What fails after the file has been put to use does not count: the result then stands.
 *
 * @param mode Permission bits, or `null` for those of a new file.
 */
export async function withTemporary<Result>(
  target: string,
  bytes: Uint8Array,
  mode: number | null,
  use: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const folder = dirname(target);
  await removeStale(folder);
  const temporary = join(folder, `.agents-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  const dropAtExit = (): void => removeNow(temporary);
  process.once('exit', dropAtExit);
  try {
    const file = await open(temporary, 'wx', 0o666);
    try {
      await file.writeFile(bytes);
      if (mode !== null) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    const result = await use(temporary);
    await syncFolder(folder);
    return result;
  } finally {
    process.off('exit', dropAtExit);
    // A disk that refuses even this must hide neither the result nor the reason of the failure.
    await asFarAsPossible(rm(temporary, { force: true }));
  }
}

/** Flush a folder's entries, so that a rename survives a power cut. Some file systems do not offer it. */
export async function syncFolder(folder: string): Promise<void> {
  await asFarAsPossible(flushed(folder));
}

async function flushed(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function removeNow(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

async function asFarAsPossible(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}
