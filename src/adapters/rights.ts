import { spawnSync } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import process from 'node:process';
import { errorCode } from './plain-reason.ts';

/** Who may do what with a file. */
export interface Rights {
  /** Permission bits. */
  readonly mode: number;
  /** Whose it is; left out for whoever makes it. */
  readonly owner?: { readonly user: number; readonly group: number };
  /** A file whose access list and extended attributes are to be taken over too. */
  readonly like?: string;
}

/** Beside permission bits: run as owner, run as group. */
const AS_OWNER = 0o4000;
const AS_GROUP = 0o2000;
const GROUP = 0o070;
const OTHERS = 0o007;

/**
 * Give a new file, which so far its maker alone may open, the rights of the one it will replace.
 *
 * Only root may give a file to others, and everybody else only to groups of his own. What cannot be given is no failure;
 * then nobody gets more than he had: another group gets no more than all others, and nothing runs as another owner.
 *
 * @returns False if extended attributes or an access list could not be taken over.
 */
export async function giveRights(file: FileHandle, path: string, { mode, owner, like }: Rights): Promise<boolean> {
  const group = owner === undefined || (await giveOwner(file, owner));
  const isTakenOver = like === undefined || takeOver(like, path, group);
  // Last, since an access list that was taken over has its bounds in it.
  await file.chmod(owner === undefined ? mode : await boundedMode(file, mode, owner));
  return isTakenOver;
}

type Owner = NonNullable<Rights['owner']>;

/** @returns Whether the group is that one now. */
async function giveOwner(file: FileHandle, { user, group }: Owner): Promise<boolean> {
  const made = await file.stat();
  if (made.uid === user && made.gid === group) return true;
  for (const own of [user, made.uid]) {
    try {
      await file.chown(own, group);
      return true;
    } catch (error) {
      if (errorCode(error) === null) throw error;
    }
  }
  return made.gid === group;
}

async function boundedMode(file: FileHandle, mode: number, { user, group }: Owner): Promise<number> {
  const made = await file.stat();
  const isOther = made.uid !== user || made.gid !== group;
  const bounded = isOther ? mode & ~(AS_OWNER | AS_GROUP) : mode;
  if (made.gid === group) return bounded;
  return (bounded & ~GROUP) | (bounded & GROUP & ((bounded & OTHERS) << 3));
}

/** A disk that takes longer is waited for no longer. */
const LONGEST_MS = 5_000;

/**
 * Access lists and extended attributes can be read and set by no part of Node; the `cp` of Linux systems does both. The
 * bits of a file with an access list tell of the list's bounds and not of its group's rights, so the list has to come
 * along, or the group would get what the bounds allow.
 *
 * It is waited for at once: a signal meanwhile would remove the file, and it would make it again.
 */
function takeOver(from: string, to: string, isSameGroup: boolean): boolean {
  if (process.platform !== 'linux') return true;
  const kept = isSameGroup ? 'mode,xattr' : 'xattr';
  const args = ['--attributes-only', `--preserve=${kept}`, '--no-target-directory', '--', from, to];
  const { signal, status, stderr } = spawnSync('/bin/cp', args, {
    env: { LC_ALL: 'C' },
    encoding: 'utf8',
    timeout: LONGEST_MS,
  });
  // Another cp, or none, says nothing of what there is.
  return status === 0 || (signal === null && !/^cp: (setting|preserving) /m.test(stderr ?? ''));
}
