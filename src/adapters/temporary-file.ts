import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { errorCode } from './plain-reason.ts';
import { removeStale } from './stale-temporaries.ts';

/**
 * Have the bytes on the disk in a temporary file, do something with it, and leave no trace of it. One that a process
 * killed meanwhile left behind goes with the next write in its folder.
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
    await rm(temporary, { force: true });
  }
}

/** Flush a folder's entries, so that a rename survives a power cut. Some file systems do not offer it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}
