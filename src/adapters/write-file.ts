import { link, lstat, realpath, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { WriteGuard, WriteOutcome } from '../ports/file-system.ts';
import { makeFolder } from './make-folder.ts';
import { errorCode, plainReason } from './plain-reason.ts';
import { type FileContent, readRegularFile } from './read-file.ts';
import { isInside } from './refused-folder.ts';
import type { Rights } from './rights.ts';
import { sha256 } from './sha256.ts';
import { withTemporary } from './temporary-file.ts';

/**
 * Write a file whole or not at all, under a guard.
 *
 * The text goes to a temporary file in the same folder and is flushed to the disk there. A new file is then put in
 * place by a hard link, which fails if anything has appeared meanwhile; where the file system has no hard links, by a
 * rename after a last look. An old file is copied to its backup first, looked at once more, and replaced by a rename:
 * between that look and the rename lie some microseconds in which another program's change would be lost from the file,
 * though the version the user saw is in the backup. A crash at any instant leaves the old file or the new one.
 *
 * The backup lies beside the file as `.name.md.bak`, where people look for it; hidden and without `.md` at its end, no
 * harness loads it. It holds the version before the last write. What is there by that name already stays, unless this
 * process wrote the text in it: then the backup is `.name.md.bak.2`, and so on up to twenty, of which then the oldest
 * goes, but never the first.
 *
 * A link to a regular file stays a link; its target is written. `write-file-atomic` is not used because it cannot
 * create without overwriting and takes a short write, as on a full disk, for a complete one.
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
    const target = await targetOf(path);
    if (target === null) return { kind: 'failed', path, reason: 'a symbolic link that leads nowhere is there' };
    if (within !== undefined && !(await isWithin(target, within))) return { kind: 'failed', path, reason: LEADS_OUT };
    const found = await readRegularFile(target);
    const refusal = refusalOf(path, found, guard);
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

async function isWithin(target: string, folder: string): Promise<boolean> {
  return isInside(await realOf(target), await realOf(folder));
}

/** A path with the links in it followed, as far as anything is there. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return join(await realOf(dirname(path)), basename(path));
  }
}

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

/** Put a file where none is; false if there is one. */
async function putNew(temporary: string, target: string): Promise<boolean> {
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

async function replace(
  path: string,
  target: string,
  bytes: Uint8Array,
  found: FoundText,
  guard: WriteGuard,
): Promise<WriteOutcome> {
  const rights = { mode: found.mode, owner: found.owner, like: target };
  const backup = await keepBackup(target, found, rights);
  if (backup === null) return { kind: 'failed', path, reason: 'every name for a backup of it is taken' };
  return withTemporary(target, bytes, rights, async (temporary, hasRights) => {
    const refusal = refusalOf(path, await readRegularFile(target), guard);
    if (refusal) return refusal;
    await rename(temporary, target);
    written.add(sha256(bytes));
    return { kind: 'written', path, backup, ...(!hasRights && { notKept: NOT_TAKEN_OVER }) };
  });
}

const NOT_TAKEN_OVER = 'Its extended attributes or its access list could not be kept';

/** Hashes of the texts that were put in place of others here: of those no backup needs to be kept for ever. */
const written = new Set<string>();

const MOST_BACKUPS = 20;

/** Have the text of a file in a file beside it, whose path this is; `null` if every name for it is taken. */
async function keepBackup(target: string, { bytes }: FoundText, rights: Rights): Promise<string | null> {
  const replaced = async (backup: string): Promise<string> => {
    await withTemporary(backup, bytes, rights, (made) => rename(made, backup));
    return backup;
  };
  const numbered: string[] = [];
  for (let number = 1; number <= MOST_BACKUPS; number += 1) {
    const backup = join(dirname(target), `.${basename(target)}.bak${number === 1 ? '' : `.${number}`}`);
    const there = await readRegularFile(backup);
    if (there.kind === 'failed') {
      const isPut = there.missing && (await withTemporary(backup, bytes, rights, (made) => putNew(made, backup)));
      if (isPut) return backup;
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

async function oldestOf(paths: readonly string[]): Promise<string | null> {
  const dated = await Promise.all(paths.map(async (path) => ({ path, at: (await lstat(path)).mtimeMs })));
  return dated.sort((a, b) => a.at - b.at)[0]?.path ?? null;
}

const LINKS_UNSUPPORTED: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
]);

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
      ? 'read back, the file differs from what was written'
      : `it was written, but could not be read back (${now.reason})`;
  return { kind: 'failed', path: written.path, reason: reason + kept };
}
