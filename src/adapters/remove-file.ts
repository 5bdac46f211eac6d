import { lstat, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import process from 'node:process';
import type { MoveOutcome, RemoveOutcome } from '../ports/file-system.ts';
import { makeFolder } from './make-folder.ts';
import { errorCode, plainReason } from './plain-reason.ts';
import { type FileContent, readRegularFile } from './read-file.ts';
import { sha256 } from './sha256.ts';
import { putNew, syncFolder, withTemporary } from './temporary-file.ts';

/**
 * Remove a file if it is the version that is meant.
 *
 * It is renamed first and looked at once more: what another program wrote at the last moment is put back, or stays beside
 * it under a name that the reason gives. Nothing else takes away what was not looked at.
 *
 * @param path Absolute path. A file that is not there is removed already.
 * @param hash SHA-256 of the version that may go.
 * @param isLinkMeant Whether a link to that version goes too, and not what it leads to.
 */
export async function removeGuarded(path: string, hash: string, isLinkMeant = false): Promise<RemoveOutcome> {
  try {
    const found = await readRegularFile(path);
    if (found.kind === 'failed') {
      return found.missing ? { kind: 'removed', path } : { kind: 'failed', path, reason: found.reason };
    }
    const seen = sha256(found.bytes);
    if (seen !== hash) return { kind: 'changed', path, text: found.text, sha256: seen };
    if (!isLinkMeant && (await lstat(path)).isSymbolicLink())
      return { kind: 'failed', path, reason: 'a symbolic link is there now' };
    const aside = join(dirname(path), `.${basename(path)}.undone-${process.pid}`);
    await rename(path, aside);
    const last = await readRegularFile(aside);
    if (last.kind === 'text' && sha256(last.bytes) === hash) {
      await rm(aside);
      await syncFolder(dirname(path));
      return { kind: 'removed', path };
    }
    const isBack = await putNew(aside, path);
    if (isBack) await rm(aside, { force: true });
    const where = isBack ? '' : `; it is in ${aside}`;
    return { kind: 'failed', path, reason: `it was changed at the last moment${where}` };
  } catch (error) {
    return { kind: 'failed', path, reason: plainReason(error) };
  }
}

/**
 * Give a file another path. It is there by its new name before the old one goes; where the disk is another one, it is
 * copied.
 *
 * @param from Absolute path; of a link the link is moved.
 * @param to Absolute path, at which nothing may be. Missing folders are made.
 * @param hash SHA-256 of the version that is meant.
 */
export async function moveGuarded(from: string, to: string, hash: string): Promise<MoveOutcome> {
  try {
    const found = await readRegularFile(from);
    if (found.kind === 'failed') return { kind: 'failed', path: from, reason: found.reason };
    if (sha256(found.bytes) !== hash) return { kind: 'changed', path: from };
    await makeFolder(dirname(to));
    const isLink = (await lstat(from)).isSymbolicLink();
    if (!(await (isLink ? putLink(from, to) : putFile(from, to, found)))) return { kind: 'occupied', path: to };
    await syncFolder(dirname(to));
    if (isLink) await rm(from);
    else {
      const removed = await removeGuarded(from, hash);
      if (removed.kind !== 'removed')
        return { kind: 'failed', path: from, reason: `it is in ${to} now, and here still` };
    }
    await syncFolder(dirname(from));
    return { kind: 'moved', path: to };
  } catch (error) {
    return { kind: 'failed', path: from, reason: plainReason(error) };
  }
}

/** Where a link leads that is to lie elsewhere: to the same file. */
export function movedLink(target: string, from: string, to: string): string {
  if (isAbsolute(target) || dirname(from) === dirname(to)) return target;
  return relative(dirname(to), resolve(dirname(from), target));
}

/** @returns False where something is there. */
async function putLink(from: string, to: string): Promise<boolean> {
  try {
    await symlink(movedLink(await readlink(from), from, to), to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function putFile(from: string, to: string, found: Extract<FileContent, { kind: 'text' }>): Promise<boolean> {
  try {
    return await putNew(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
  }
  const rights = { mode: found.mode, owner: found.owner, like: from };
  return withTemporary(to, found.bytes, rights, (temporary) => putNew(temporary, to));
}
