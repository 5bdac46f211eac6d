import { chmod, lstat, readFile, readlink, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRecord } from '../../kit/plain-data.ts';
import type { Planned } from '../../ports/journal.ts';
import { makeFolder } from '../make-folder.ts';
import { errorCode } from '../plain-reason.ts';
import { sha256 } from '../sha256.ts';
import { syncFolder, withTemporary } from '../temporary-file.ts';

/** What is at a path, links not followed. */
export type PathState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly sha256: string; readonly mode: number }
  | { readonly kind: 'link'; readonly target: string }
  /** A folder, a device: nothing that is changed here. */
  | { readonly kind: 'other' };

/** With what is in it, if it is a file. */
export interface FoundState {
  readonly state: PathState;
  readonly bytes: Uint8Array | null;
}

const PERMISSIONS = 0o7777;
/** Nothing that is written here is as large. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * What is at a path now.
 *
 * @throws A system error where that cannot be seen, and one where it is too large to be kept.
 */
export async function stateOf(path: string): Promise<FoundState> {
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) return { state: { kind: 'link', target: await readlink(path) }, bytes: null };
    if (!found.isFile()) return { state: { kind: 'other' }, bytes: null };
    if (found.size > MOST_BYTES) throw Object.assign(new Error('larger than 32 MiB'), { code: 'EFBIG' });
    const bytes = await readFile(path);
    return { state: { kind: 'file', sha256: sha256(bytes), mode: found.mode & PERMISSIONS }, bytes };
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    return { state: { kind: 'absent' }, bytes: null };
  }
}

/** Whether what is at a path is what was planned, or was there at another time. */
export function isSameState(one: PathState, other: PathState | NonNullable<Planned>): boolean {
  if (one.kind === 'link') return other.kind === 'link' && other.target === one.target;
  if (one.kind !== 'file' || other.kind !== 'file') return one.kind === other.kind;
  return one.sha256 === other.sha256 && (!('mode' in other) || one.mode === other.mode);
}

/**
 * Put a path back into a state, whatever is there now. A file is whole at every moment.
 *
 * @param bytes Of a file.
 * @param folders Those that were made for it, which go again if nothing else is in them.
 * @throws A system error where the disk refuses.
 */
export async function restoreState(
  path: string,
  state: PathState,
  bytes: Uint8Array | null,
  folders: readonly string[],
): Promise<void> {
  switch (state.kind) {
    case 'file': {
      await makeFolder(dirname(path));
      const { mode } = state;
      const now = await stateOf(path);
      if (now.state.kind === 'file' && now.state.sha256 === state.sha256) await chmod(path, mode);
      else await withTemporary(path, bytes ?? new Uint8Array(), { mode }, (temporary) => rename(temporary, path));
      break;
    }
    case 'link':
      await makeFolder(dirname(path));
      await rm(path, { force: true });
      await symlink(state.target, path);
      break;
    case 'absent':
      await rm(path, { force: true });
      for (const folder of folders) if (!(await isRemoved(folder))) break;
      break;
    case 'other':
      break;
  }
  await syncFolder(dirname(path)).catch(() => {});
}

/** Only a folder that is empty goes. */
async function isRemoved(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return errorCode(error) === 'ENOENT';
  }
}

/** The folders around a path that are not there, the innermost first. */
export async function missingFolders(path: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    if (await lstat(folder).catch(() => null)) break;
    missing.push(folder);
  }
  return missing;
}

/** A state as it was written into a file, or `null` for anything else. */
export function parseState(value: unknown): PathState | null {
  if (!isRecord(value)) return null;
  const { kind, sha256: hash, mode, target } = value;
  if (kind === 'absent' || kind === 'other') return { kind };
  if (kind === 'link' && typeof target === 'string') return { kind, target };
  if (kind !== 'file' || typeof hash !== 'string' || typeof mode !== 'number') return null;
  return { kind, sha256: hash, mode };
}
