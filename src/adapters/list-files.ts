import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ListOutcome } from '../ports/file-system.ts';
import { errorCode, plainReason } from './plain-reason.ts';

/**
 * List the regular files below a folder whose names end in one of the extensions, sorted by path.
 *
 * Links to files and folders are followed, each folder once, except links that lead out of a folder that was itself
 * reached through a link, to a folder around the start (a link to `/` would list the whole disk), or to the system's
 * device and process trees. What vanishes or refuses while listing is passed over. FIFOs, sockets and devices are no
 * files here: nothing is opened.
 *
 * @param folder Absolute path; that of a file lists just that file, whatever its extension.
 * @param recursive Whether folders inside are looked into.
 */
export async function listFiles(folder: string, extensions: readonly string[], recursive = true): Promise<ListOutcome> {
  try {
    const kind = await stat(folder);
    if (kind.isFile()) return { kind: 'files', paths: [folder] };
    if (!kind.isDirectory()) return { kind: 'failed', reason: 'not a folder' };
    const root = await realpath(folder);
    const walk: Walk = { root, extensions, recursive, seen: new Set([root]), found: [] };
    await visit(walk, folder, await readdir(folder, { withFileTypes: true }), false);
    return { kind: 'files', paths: walk.found.sort() };
  } catch (error) {
    return { kind: 'failed', reason: errorCode(error) === 'ENOENT' ? 'no such folder' : plainReason(error) };
  }
}

interface Walk {
  /** Where the listing started, links resolved. */
  readonly root: string;
  readonly extensions: readonly string[];
  readonly recursive: boolean;
  /** Folders listed, links resolved. */
  readonly seen: Set<string>;
  readonly found: string[];
}

const PASSED_OVER: ReadonlySet<string> = new Set(['.git', 'node_modules']);
const SYSTEM_TREES = ['/proc', '/sys', '/dev'];

interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

async function visit(walk: Walk, folder: string, entries: readonly Entry[], linked: boolean): Promise<void> {
  // The order in which a disk lists names is its own; which of two links to one folder counts should not be.
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (PASSED_OVER.has(entry.name)) continue;
    if (entry.isFile()) noteFile(walk, path);
    else if (entry.isDirectory() && walk.recursive) await visitFolder(walk, path, linked);
    else if (entry.isSymbolicLink()) await visitLink(walk, path, linked);
  }
}

function noteFile(walk: Walk, path: string): void {
  if (walk.extensions.some((extension) => path.endsWith(extension))) walk.found.push(path);
}

async function visitFolder(walk: Walk, path: string, linked: boolean): Promise<void> {
  const [real, entries] = await passingOver(Promise.all([realpath(path), readdir(path, { withFileTypes: true })]), [
    '',
    [],
  ]);
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  await visit(walk, path, entries, linked);
}

async function visitLink(walk: Walk, path: string, linked: boolean): Promise<void> {
  const target = await passingOver(stat(path), null);
  if (target?.isFile()) noteFile(walk, path);
  if (!target?.isDirectory() || linked || !walk.recursive) return;
  const real = await passingOver(realpath(path), '/');
  const around = isInside(walk.root, real);
  if (!around && !SYSTEM_TREES.some((tree) => isInside(real, tree))) await visitFolder(walk, path, true);
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The answer, or something else if the system refuses. */
async function passingOver<Answer>(answer: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return otherwise;
  }
}
