import * as fs from 'node:fs';
import { basename, dirname, join, parse, sep } from 'node:path';
import { promisify } from 'node:util';
import { RECIPES_FOLDER } from '../core/recipe/recipe-file-name.ts';
import { errorCode } from './plain-reason.ts';

// Not from node:fs/promises, see `list-files.ts`.
const realpath = promisify(fs.realpath.native);

/** A folder to start from. */
interface StartFolder {
  /** Its path without links. */
  readonly real: string;
  readonly isLink: boolean;
  /** Why nothing in it is looked at, as a clause, or `null`. */
  readonly refusal: string | null;
}

/** The system's own; what is kept in memory lies among its devices. */
const SYSTEM_TREES = ['/proc', '/sys', '/dev'];
const MEMORY = '/dev/shm';

/** Names of folders in which nobody keeps definitions. */
export const PASSED_OVER: ReadonlySet<string> = new Set(['.git', 'node_modules', RECIPES_FOLDER]);

/** What a link leads to that could never be listed to its end. */
export const LEADS_AROUND = 'it leads to a folder around it';

/**
 * Look where a folder is that definitions are looked for in. Neither the whole disk nor the system's own trees are, and
 * no folder around the link by which one comes there: a repository of a stranger may hold any link.
 *
 * @throws What the system answers if it is not there.
 */
export async function startFolder(folder: string): Promise<StartFolder> {
  const real = await realpath(folder);
  const isLink = real !== folder;
  const place = refusalOf(real) ?? (isLink && (await isAroundItself(folder, real)) ? LEADS_AROUND : null);
  const refusal = place && (isLink ? `a link, not followed: ${place}` : `not listed: ${place}`);
  return { real, isLink, refusal };
}

/** Why nothing is ever listed at a path without links, or `null`. */
export function refusalOf(real: string): string | null {
  if (real === parse(real).root) return 'the whole disk';
  const isSystem = SYSTEM_TREES.some((tree) => isInside(real, tree)) && !isInside(real, MEMORY);
  return isSystem ? "the system's devices and processes" : null;
}

/** Whether a link on the way to a folder leads to a folder around the link. */
async function isAroundItself(folder: string, real: string): Promise<boolean> {
  for (let around = dirname(folder); around !== dirname(around); around = dirname(around)) {
    if (isInside(await realpath(around), real)) return true;
  }
  return false;
}

/** Whether a path is that of a folder or of something in it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * Where a path really leads if that is outside a folder, else `null`.
 *
 * @throws What the system answers, but that nothing is there.
 */
export async function pathOutside(path: string, folder: string): Promise<string | null> {
  const real = await realOf(path);
  return isInside(real, await realOf(folder)) ? null : real;
}

/** Whether links lead out of a folder on the way to a path, or nothing can be known of it. */
export async function leadsOut(path: string, folder: string): Promise<boolean> {
  try {
    return (await pathOutside(path, folder)) !== null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return true;
  }
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
