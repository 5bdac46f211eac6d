import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, linkSync, openSync } from 'node:fs';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { leavingNone } from './leftovers.ts';
import { errorCode } from './plain-reason.ts';
import { readRegularFile } from './read-file.ts';
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
  return temporarily(dirname(target), async (temporary) => use(temporary, await write(temporary, bytes, rights)));
}

/**
 * The same with another name for a file that is there, which needs no room and has all that the file has.
 *
 * @returns `null` where the file system has no hard links, or none for this file.
 */
export async function withLinkTo<Result>(
  target: string,
  use: (temporary: string) => Promise<Result>,
): Promise<Result | null> {
  return temporarily(dirname(target), async (temporary) => ((await linked(target, temporary)) ? use(temporary) : null));
}

async function linked(target: string, temporary: string): Promise<boolean> {
  try {
    // At once, as a file is made: see below.
    linkSync(target, temporary);
  } catch (error) {
    if (!LINKS_UNSUPPORTED.has(errorCode(error) ?? '')) throw error;
    return false;
  }
  await asFarAsPossible(flushed(temporary));
  return true;
}

const LINKS_UNSUPPORTED: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
]);

/** Put a temporary file where none is; false if there is one. */
export async function putNew(temporary: string, target: string): Promise<boolean> {
  try {
    await link(temporary, target);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (!LINKS_UNSUPPORTED.has(errorCode(error) ?? '')) throw error;
  }
  const there = await readRegularFile(target);
  if (there.kind === 'text' || !there.missing) return false;
  await rename(temporary, target);
  return true;
}

async function temporarily<Result>(folder: string, task: (temporary: string) => Promise<Result>): Promise<Result> {
  await removeStale(folder);
  const temporary = join(folder, `.agents-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  return leavingNone(temporary, async () => {
    try {
      const result = await task(temporary);
      await syncFolder(folder);
      return result;
    } finally {
      // A disk that refuses even this must hide neither the result nor the reason of the failure.
      await asFarAsPossible(rm(temporary, { force: true }));
    }
  });
}

async function write(path: string, bytes: Uint8Array, rights: Rights | null): Promise<boolean> {
  const file = await made(path, rights === null ? 0o666 : OWNER_ONLY);
  try {
    await file.writeFile(bytes);
    const hasRights = rights === null || (await giveRights(file, path, rights));
    await file.sync();
    return hasRights;
  } finally {
    await file.close();
  }
}

/**
 * A new file, opened. It is made at once: while another thread makes it a signal would find nothing to remove, and leave it
 * behind.
 *
 * @throws A system error, also where it was exchanged for another since.
 */
async function made(path: string, mode: number): Promise<FileHandle> {
  const descriptor = openSync(path, 'wx', mode);
  try {
    const file = await open(path, constants.O_RDWR | constants.O_NOFOLLOW);
    if (await isSame(descriptor, file)) return file;
    await file.close();
    throw Object.assign(new Error('exchanged while it was made'), { code: 'EEXIST' });
  } finally {
    closeSync(descriptor);
  }
}

async function isSame(descriptor: number, file: FileHandle): Promise<boolean> {
  try {
    const [own, opened] = [fstatSync(descriptor), await file.stat()];
    return own.ino === opened.ino && own.dev === opened.dev;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Flush a folder's entries, so that a rename survives a power cut. Some file systems do not offer it. */
export async function syncFolder(folder: string): Promise<void> {
  await asFarAsPossible(flushed(folder));
}

async function flushed(path: string): Promise<void> {
  const handle = await open(path, 'r');
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
