import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { leavingNone } from './leftovers.ts';
import { errorCode } from './plain-reason.ts';
import { giveRights, type Rights } from './rights.ts';
import { removeStale } from './stale-temporaries.ts';

/** Whoever makes a file, and nobody else. */
const OWNER_ONLY = 0o600;

/**
 * Have the bytes on the disk in a temporary file, do something with it, and leave no trace of it, even if the process
 * is ended by a signal or an error meanwhile. One that a killed process left behind goes with the next write in its
 * folder.
 *
 * Nobody but the user may open it until it has its rights, which is when all of it is there.
 *
 * What fails after the file has been put to use does not count: the result then stands.
 *
 * @param rights `null` for those of a new file.
 * @param use Told whether all rights could be given, see `giveRights`.
 */
export async function withTemporary<Result>(
  target: string,
  bytes: Uint8Array,
  rights: Rights | null,
  use: (temporary: string, hasRights: boolean) => Promise<Result>,
): Promise<Result> {
  const folder = dirname(target);
  await removeStale(folder);
  const temporary = join(folder, `.agents-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  return leavingNone(temporary, async () => {
    try {
      const hasRights = await write(temporary, bytes, rights);
      const result = await use(temporary, hasRights);
      await syncFolder(folder);
      return result;
    } finally {
      // A disk that refuses even this must hide neither the result nor the reason of the failure.
      await asFarAsPossible(rm(temporary, { force: true }));
    }
  });
}

async function write(path: string, bytes: Uint8Array, rights: Rights | null): Promise<boolean> {
  const file = await open(path, 'wx', rights === null ? 0o666 : OWNER_ONLY);
  try {
    await file.writeFile(bytes);
    const hasRights = rights === null || (await giveRights(file, path, rights));
    await file.sync();
    return hasRights;
  } finally {
    await file.close();
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

async function asFarAsPossible(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}
