import { lstat, realpath, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { WriteGuard, WriteOutcome } from '../ports/file-system.ts';
import { dropApart, dropBackup, type KeptApart, keepApart, keepBackup, noteWritten } from './backup.ts';
import { isInWorkTree, isKeptByGit } from './git/git-index.ts';
import { makeFolder } from './make-folder.ts';
import { errorCode, plainReason } from './plain-reason.ts';
import { type FileContent, readRegularFile } from './read-file.ts';
import { pathOutside } from './refused-folder.ts';
import type { Rights } from './rights.ts';
import { sha256 } from './sha256.ts';
import { putNew, withTemporary } from './temporary-file.ts';
import { NO_HOME } from './user-folders.ts';
import { isStream, writeStream } from './write-stream.ts';

/**
 * Write a file whole or not at all, under a guard.
 *
 * The text goes to a temporary file in the same folder and is flushed to the disk there. A new file is then put in
 * place by a hard link, which fails if anything has appeared meanwhile; where the file system has no hard links, by a
 * rename after a last look. An old file gets its backup first, is looked at once more, and replaced by a rename: between
 * that look and the rename lie some microseconds in which another program's change would be lost from the file, though
 * the version the user saw is in the backup. A crash at any instant leaves the old file or the new one.
 *
 * The version before is then in a backup beside the file, see `keepBackup`; of a file that is mended, or lies in a
 * repository, apart from it, see `keepApart`.
 *
 * A link to a regular file stays a link; its target is written. `write-file-atomic` is not used because it cannot
 * create without overwriting and takes a short write, as on a full disk, for a complete one.
 *
 * A pipe or a device that was named itself is not replaced but written to.
 *
 * @param path Absolute path. Missing folders are made.
 * @param within See `FileSystem.write`.
 */
export async function writeGuarded(
  path: string,
  text: string,
  guard: WriteGuard,
  within?: string,
): Promise<WriteOutcome> {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.toString('utf8') !== text) return { kind: 'failed', path, reason: 'the text holds half a character' };
  try {
    const isNamed = within === undefined && guard.kind === 'absent';
    if (isNamed && (await isStream(path, await isLink(path)))) return await writeStream(path, bytes);
    const target = await targetOf(path);
    if (target === null) return { kind: 'failed', path, reason: 'a symbolic link that leads nowhere is there' };
    const leadsTo = within === undefined ? null : await pathOutside(target, within);
    if (leadsTo !== null) return { kind: 'failed', path, reason: LEADS_OUT, leadsTo };
    const found = await readRegularFile(target);
    const refusal = refusalOf(path, found, guard);
    if (refusal?.kind === 'occupied' && target !== path) return { ...refusal, leadsTo: target };
    if (refusal) return refusal;
    await makeFolder(dirname(target));
    const outcome =
      found.kind === 'text'
        ? await replace(path, target, bytes, found, guard)
        : await create(path, target, bytes, guard);
    return outcome.kind === 'written' ? await checkWritten(outcome, target, text) : outcome;
  } catch (error) {
    return { kind: 'failed', path, reason: plainReason(error) };
  }
}

type FoundText = Extract<FileContent, { kind: 'text' }>;

/** The path to write to, links followed; `null` if a link there leads nowhere. */
async function targetOf(path: string): Promise<string | null> {
  if (!(await isLink(path))) return path;
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return null;
  }
}

const LEADS_OUT = 'a link leads out of the folder there, and only what is named itself is written through one';

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}

/** Why what is there forbids the write, or `null` if the guard is met. */
function refusalOf(path: string, found: FileContent, guard: WriteGuard): WriteOutcome | null {
  if (found.kind === 'failed') {
    if (!found.missing) return { kind: 'failed', path, reason: `what is there is in the way: ${found.reason}` };
    return guard.kind === 'absent' ? null : { kind: 'failed', path, reason: 'the file is no longer there' };
  }
  const hash = sha256(found.bytes);
  return guard.kind === 'version' && guard.sha256 === hash ? null : occupied(path, found);
}

function occupied(path: string, { text, bytes }: FoundText): WriteOutcome {
  return { kind: 'occupied', path, text, sha256: sha256(bytes) };
}

async function create(path: string, target: string, bytes: Uint8Array, guard: WriteGuard): Promise<WriteOutcome> {
  return withTemporary(target, bytes, null, async (temporary) => {
    if (await putNew(temporary, target)) return { kind: 'written', path, backup: null };
    return refusalOf(path, await readRegularFile(target), guard) ?? { kind: 'failed', path, reason: IN_THE_WAY };
  });
}

const IN_THE_WAY = 'something else was put there meanwhile';

async function replace(
  path: string,
  target: string,
  bytes: Uint8Array,
  found: FoundText,
  guard: WriteGuard,
): Promise<WriteOutcome> {
  const { mends, backups } = guard.kind === 'version' ? guard : {};
  if (mends && (found.mode & ANY_MAY_WRITE) === 0) return { kind: 'failed', path, reason: 'it may not be written to' };
  const rights = { mode: found.mode, owner: found.owner, like: target };
  return withTemporary(target, bytes, rights, async (temporary, hasRights) => {
    const isBeside = !mends && (backups === undefined || !(await isInWorkTree(target)));
    const kept = isBeside
      ? await keepBeside(target, found.bytes, rights)
      : mends
        ? await keepMended(mends.backups, target, found.bytes)
        : await keepTracked(backups ?? null, target, found.bytes);
    if ('reason' in kept) return { kind: 'failed', path, reason: kept.reason };
    const backup = kept.path;
    let isReplaced = false;
    try {
      const refusal = refusalOf(path, await readRegularFile(target), guard);
      if (refusal) return refusal;
      await rename(temporary, target);
      isReplaced = true;
    } finally {
      if (!isReplaced && backup !== null) await (isBeside ? dropBackup(backup, target) : dropApart(backup));
    }
    noteWritten(bytes);
    return { kind: 'written', path, backup, ...(!hasRights && { notKept: NOT_TAKEN_OVER }) };
  });
}

/** Where a backup is; `null` where git has the version. */
type Kept = KeptApart | { readonly path: null };

async function keepBeside(target: string, bytes: Uint8Array, rights: Rights): Promise<Kept> {
  const path = await keepBackup(target, bytes, rights);
  return path === null ? { reason: 'every name for a backup of it is taken' } : { path };
}

/** A backup of a file that is mended: none of what git has. */
async function keepMended(folder: string | null, target: string, bytes: Uint8Array): Promise<Kept> {
  if (await isKeptByGit(target, bytes)) return { path: null };
  return folder === null ? { reason: `no backup could be kept: ${NO_HOME}` } : keepApart(folder, target, bytes);
}

/** A backup of a file in a repository, also of what git has: it is what an undo takes. */
function keepTracked(folder: string | null, target: string, bytes: Uint8Array): Promise<Kept> {
  return folder === null ? keepMended(folder, target, bytes) : keepApart(folder, target, bytes);
}

/** The bits of the three who may have the right to write. */
const ANY_MAY_WRITE = 0o222;

const NOT_TAKEN_OVER = 'Its extended attributes or its access list could not be kept';

async function checkWritten(
  written: Extract<WriteOutcome, { kind: 'written' }>,
  target: string,
  text: string,
): Promise<WriteOutcome> {
  const now = await readRegularFile(target);
  if (now.kind === 'text' && now.text === text) return written;
  const kept = written.backup === null ? '' : `; the version before is in ${written.backup}`;
  const reason =
    now.kind === 'text'
      ? 'read back, the file is not what was written'
      : `it was written, but could not be read back (${now.reason})`;
  return { kind: 'failed', path: written.path, reason: reason + kept };
}
