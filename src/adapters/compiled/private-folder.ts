import { lstatSync, mkdirSync, readlinkSync, type Stats } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import { errorCode } from '../plain-reason.ts';

/** Links followed one behind the other. */
const MOST_LINKS = 8;

const WRITABLE_BY_OTHERS = 0o022;
const OPEN_TO_OTHERS = 0o077;
const STICKY = 0o1000;

/**
 * A folder whose content may run, because nobody but this user and root can have put it there; it is made if it is
 * missing.
 *
 * It is a folder, not a link to one, of this user or of root, and neither its group nor others may write there. That
 * alone would not do: who may write in a folder around it can put another in its place. So every folder and every link on
 * the way, from the root on, has to be of this user or root too, and no folder writable by group or others, unless it
 * is sticky as `/tmp` is, where only owners rename. As each is looked at before what it holds, nobody else can
 * change the rest meanwhile. A group that has the user alone is no exception, since who is in it cannot be asked cheaply.
 *
 * @param path A path that is not absolute is not trusted: it leads to wherever the program is started.
 * @param closed Whether group and others may not even look inside: then what lies deeper needs no look.
 * @returns Its path without links, or `null` where there is none that can be trusted.
 */
export function privateFolder(path: string, { closed = false } = {}): string | null {
  if (process.geteuid === undefined || !isAbsolute(path)) return null;
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
    const folder = trustedPath(path, MOST_LINKS);
    const isShut = folder !== null && (lstatSync(folder).mode & (closed ? OPEN_TO_OTHERS : WRITABLE_BY_OTHERS)) === 0;
    return isShut ? folder : null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

function trustedPath(path: string, links: number): string | null {
  const parent = dirname(path);
  const around = parent === path ? path : trustedPath(parent, links);
  if (around === null) return null;
  const entry = join(around, basename(path));
  const found = lstatSync(entry, { throwIfNoEntry: false }) ?? madeFolder(entry);
  if (!isOwn(found)) return null;
  if (found.isSymbolicLink()) return links > 0 ? trustedPath(resolve(around, readlinkSync(entry)), links - 1) : null;
  return found.isDirectory() && (!isWritableByOthers(found) || (found.mode & STICKY) !== 0) ? entry : null;
}

function madeFolder(path: string): Stats {
  mkdirSync(path, { mode: 0o700 });
  return lstatSync(path);
}

/** Whether something belongs to this user, or to root, who can do everything anyway. */
export function isOwn({ uid }: Stats): boolean {
  return uid === process.geteuid?.() || uid === 0;
}

/** Whether somebody else may write there. */
export function isWritableByOthers({ mode }: Stats): boolean {
  return (mode & WRITABLE_BY_OTHERS) !== 0;
}
