import { lstat, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { plainReason } from './plain-reason.ts';
import { readRegularFile } from './read-file.ts';
import type { Rights } from './rights.ts';
import { sha256 } from './sha256.ts';
import { putNew, withLinkTo, withTemporary } from './temporary-file.ts';

const MOST_BACKUPS = 20;

/** Hashes of the texts that were put in place of others here: of those no backup needs to be kept for ever. */
const written = new Set<string>();

/** Remember a text that this process has put in the place of another. */
export function noteWritten(bytes: Uint8Array): void {
  written.add(sha256(bytes));
}

/**
 * Have the version of a file that is about to be replaced beside it, as `.name.md.bak`, where people look for it; hidden
 * and without `.md` at its end, no harness loads it.
 *
 * What is there by that name already stays, unless this process wrote the text in it: then the backup is
 * `.name.md.bak.2`, and so on up to twenty, of which then the oldest goes, but never the first.
 *
 * It is another name for the file, which becomes a file of its own once that is replaced: so it has all the rights and
 * attributes of it, and even a change that is made at the last moment. Where the file has other names already, which go
 * on to be written to, or can have none, it is a copy.
 *
 * @param rights Those of a copy.
 * @returns The path of the backup; `null` if every name for it is taken.
 */
export async function keepBackup(target: string, bytes: Uint8Array, rights: Rights): Promise<string | null> {
  const put = (backup: string, place: (made: string) => Promise<boolean>) =>
    putBackup(target, bytes, rights, backup, place);
  const replaced = async (backup: string): Promise<string> => {
    await put(backup, (made) => rename(made, backup).then(() => true));
    return backup;
  };
  const numbered: string[] = [];
  for (let number = 1; number <= MOST_BACKUPS; number += 1) {
    const backup = join(dirname(target), `.${basename(target)}.bak${number === 1 ? '' : `.${number}`}`);
    const there = await readRegularFile(backup);
    if (there.kind === 'failed') {
      if (there.missing && (await put(backup, (made) => putNew(made, backup)))) return backup;
    } else if (Buffer.compare(there.bytes, bytes) === 0) {
      return backup;
    } else if (written.has(sha256(there.bytes))) {
      return replaced(backup);
    } else if (number > 1) {
      numbered.push(backup);
    }
  }
  const oldest = await oldestOf(numbered);
  return oldest && replaced(oldest);
}

/** What became of keeping a version apart: its path, or why it could not be, as a clause. */
export type KeptApart = { readonly path: string } | { readonly reason: string };

/**
 * Have the version of a file that is about to be replaced in a folder of its own, at the path that it has on the disk,
 * so that the whole folder put over the disk is the way back. It is a copy that nobody but the user may read.
 */
export async function keepApart(folder: string, target: string, bytes: Uint8Array): Promise<KeptApart> {
  const path = join(folder, target);
  try {
    await makeFolder(dirname(path), 0o700);
    if (await withTemporary(path, bytes, { mode: 0o600 }, (temporary) => putNew(temporary, path))) return { path };
    return { reason: `no backup could be kept: ${path} is taken` };
  } catch (error) {
    return { reason: `no backup could be kept in ${folder}: ${plainReason(error)}` };
  }
}

/** Take away a backup of a file that was not replaced after all, if it is but another name for it. */
export async function dropBackup(backup: string, target: string): Promise<void> {
  const [one, other] = [await statusOf(backup), await statusOf(target)];
  if (one && other && one.ino === other.ino && one.dev === other.dev) await rm(backup).catch(() => {});
}

/** Take away a version that was kept apart of a file that was not replaced after all. */
export async function dropApart(backup: string): Promise<void> {
  await rm(backup, { force: true }).catch(() => {});
}

async function putBackup(
  target: string,
  bytes: Uint8Array,
  rights: Rights,
  backup: string,
  place: (made: string) => Promise<boolean>,
): Promise<boolean> {
  const hasOneName = (await lstat(target)).nlink === 1;
  const isPut = hasOneName
    ? await withLinkTo(target, async (made) => {
        const found = await readRegularFile(made);
        const isAsSeen = found.kind === 'text' && Buffer.compare(found.bytes, bytes) === 0;
        return isAsSeen ? place(made) : null;
      })
    : null;
  return isPut ?? withTemporary(backup, bytes, rights, place);
}

async function statusOf(path: string) {
  return lstat(path).catch(() => null);
}

/** By when the names were given, which is not when the text was written. */
async function oldestOf(paths: readonly string[]): Promise<string | null> {
  const dated = await Promise.all(paths.map(async (path) => ({ path, at: (await lstat(path)).ctimeMs })));
  return dated.sort((a, b) => a.at - b.at)[0]?.path ?? null;
}
