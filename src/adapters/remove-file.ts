import { lstat, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import type { RemoveOutcome } from '../ports/file-system.ts';
import { plainReason } from './plain-reason.ts';
import { readRegularFile } from './read-file.ts';
import { sha256 } from './sha256.ts';
import { putNew, syncFolder } from './temporary-file.ts';

/**
 * Remove a file if it is the version that is meant.
 *
 * It is renamed first and looked at once more: what another program wrote at the last moment is put back, or stays beside
 * it under a name that the reason gives. Nothing else takes away what was not looked at.
 *
 * @param path Absolute path. A file that is not there is removed already.
 * @param hash SHA-256 of the version that may go.
 */
export async function removeGuarded(path: string, hash: string): Promise<RemoveOutcome> {
  try {
    const found = await readRegularFile(path);
    if (found.kind === 'failed') {
      return found.missing ? { kind: 'removed', path } : { kind: 'failed', path, reason: found.reason };
    }
    const seen = sha256(found.bytes);
    if (seen !== hash) return { kind: 'changed', path, text: found.text, sha256: seen };
    if ((await lstat(path)).isSymbolicLink()) return { kind: 'failed', path, reason: 'a symbolic link is there now' };
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
