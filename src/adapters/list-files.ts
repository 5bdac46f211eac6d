import * as fs from 'node:fs';
import { sep } from 'node:path';
import { promisify } from 'node:util';
import type { FileProblem, FileProblemCode } from '../core/definition/file-problem.ts';
import type { FileSystem, ListOutcome } from '../ports/file-system.ts';
import { errorCode, plainReason } from './plain-reason.ts';
import { isInside, LEADS_AROUND, PASSED_OVER, refusalOf, startFolder } from './refused-folder.ts';

/**
 * List the regular files below a folder whose names end in one of the extensions, sorted by path.
 *
 * Links to files and folders are followed, each folder once, except links that lead out of a folder that was itself
 * reached through a link, to a folder around the start (a link to `/` would list the whole disk), or to the system's
 * device and process trees. The same goes for the start itself where a link leads there, and the whole disk is never
 * listed. Where a link leads out of the start, what is no definition is passed only so often: that may be any part of
 * the disk. FIFOs, sockets and devices are no files here: nothing is opened.
 *
 * What has a definition's name and is passed over all the same is told, as is a folder that refuses to be read.
 *
 * @param folder Absolute path; that of a file lists just that file, whatever its extension.
 * @param recursive Whether folders inside are looked into.
 * @param isOnce Whether links to what lies below the folder anyway add nothing.
 */
export const listFiles: FileSystem['list'] = (folder, extensions, recursive = true, isOnce = false) =>
  listWith(readerBesideKeys(), folder, { extensions, recursive, isOnce });

/** The same for whoever has nothing else to do meanwhile. */
export const listFilesAtOnce: FileSystem['list'] = (folder, extensions, recursive = true, isOnce = false) =>
  listWith(fs.readdirSync, folder, { extensions, recursive, isOnce });

type Wanted = Pick<Walk, 'extensions' | 'recursive' | 'isOnce'>;

async function listWith(readFolder: ReadFolder, folder: string, wanted: Wanted): Promise<ListOutcome> {
  try {
    const kind = await stat(folder);
    if (kind.isFile()) return { kind: 'files', paths: [folder], skipped: [] };
    if (!kind.isDirectory()) return { kind: 'failed', reason: 'not a folder' };
    const { real: root, isLink, refusal } = await startFolder(folder);
    if (refusal !== null) return { kind: 'failed', reason: refusal };
    const seen = new Set([root]);
    const walk: Walk = {
      ...wanted,
      readFolder,
      root,
      isLink,
      seen,
      found: [],
      skipped: [],
      links: new Map(),
      passed: 0,
    };
    await visit(walk, { path: folder, real: root }, await readFolder(folder, { withFileTypes: true }), false);
    return { kind: 'files', paths: walk.found.sort(), skipped: walk.skipped, links: walk.links };
  } catch (error) {
    return { kind: 'failed', reason: errorCode(error) === 'ENOENT' ? 'no such folder' : plainReason(error) };
  }
}

// Not from node:fs/promises, which takes a millisecond to load and which reading a library needs for nothing else.
const lstat = promisify(fs.lstat);
const readdir = promisify(fs.readdir);
const realpath = promisify(fs.realpath.native);
const stat = promisify(fs.stat);

/** Reads the names in a folder, at once or later. */
type ReadFolder = (
  path: string,
  options: { readonly withFileTypes: true },
) => readonly Entry[] | Promise<readonly Entry[]>;

/**
 * Reads folders while somebody may type. One that is read at once takes a tenth of the time that passes until another thread
 * has read it; so that is done for as long as the disk has just answered quickly, with turns for all else in between.
 */
function readerBesideKeys(): ReadFolder {
  let isQuick = false;
  let turn = 0;
  const timed = async (read: () => readonly Entry[] | Promise<readonly Entry[]>): Promise<readonly Entry[]> => {
    const began = performance.now();
    const entries = await read();
    isQuick = performance.now() - began < TURN_MS;
    return entries;
  };
  return async (path, options) => {
    if (!isQuick) return timed(() => readdir(path, options));
    if (performance.now() - turn > TURN_MS) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      turn = performance.now();
    }
    return timed(() => fs.readdirSync(path, options));
  };
}

/** What a key may have to wait for, as with other work beside the keys. */
const TURN_MS = 4;

interface Walk {
  readonly readFolder: ReadFolder;
  /** Where the listing started, links resolved. */
  readonly root: string;
  /** Whether a link led there. */
  readonly isLink: boolean;
  readonly extensions: readonly string[];
  readonly recursive: boolean;
  readonly isOnce: boolean;
  /** Folders listed, links resolved. */
  readonly seen: Set<string>;
  readonly found: string[];
  readonly skipped: FileProblem[];
  readonly links: Map<string, 'file' | 'folder'>;
  /** How much that is no definition was come across behind links. */
  passed: number;
}

/** The largest collections have a file that is none for each definition, in some hundred folders. */
const MOST_PASSED = 20_000;

interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** A folder, and its path without links. */
interface Place {
  readonly path: string;
  readonly real: string;
}

async function visit(walk: Walk, folder: Place, entries: readonly Entry[], linked: boolean): Promise<void> {
  // The order in which a disk lists names is its own; which of two links to one folder counts should not be.
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (PASSED_OVER.has(entry.name)) continue;
    const path = joined(folder.path, entry.name);
    if ((linked || walk.isLink) && !isWanted(walk, path)) {
      walk.passed += 1;
      if (walk.passed === MOST_PASSED) skip(walk, folder.path, 'file/not-followed', TOO_MUCH);
      if (walk.passed >= MOST_PASSED) return;
    }
    await visitEntry(walk, entry, { path, real: joined(folder.real, entry.name) }, linked);
  }
}

const TOO_MUCH = `behind a link, and with more than ${MOST_PASSED} files and folders that are no agents; the rest is passed over`;

/** The same as `join` of a normal path and a name, which would look at every part of the path again. */
function joined(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

async function visitEntry(walk: Walk, entry: Entry, place: Place, linked: boolean): Promise<void> {
  const { path } = place;
  if (entry.name.includes(REPLACEMENT) && (await isMisread(path))) {
    if (entry.isDirectory() || isWanted(walk, path)) skip(walk, path, 'file/bad-name', 'its name is not UTF-8');
  } else if (entry.isFile()) {
    if (isWanted(walk, path)) find(walk, path, linked ? 'folder' : null);
  } else if (entry.isDirectory()) {
    skipUnlistable(walk, path, 'a folder, not a file');
    // What is a folder and no link lies where its parent does.
    if (walk.recursive) await visitFolder(walk, place, linked);
  } else if (entry.isSymbolicLink()) {
    await visitLink(walk, path, linked);
  } else {
    skipUnlistable(walk, path, 'not a regular file');
  }
}

function isWanted({ extensions }: Walk, path: string): boolean {
  return extensions.some((extension) => path.endsWith(extension));
}

function find({ found, links }: Walk, path: string, link: 'file' | 'folder' | null): void {
  found.push(path);
  if (link !== null) links.set(path, link);
}

function skip({ skipped }: Walk, path: string, code: FileProblemCode, reason: string): void {
  skipped.push({ path, code, reason });
}

/** Tell what is no file, if its name says that it were. */
function skipUnlistable(walk: Walk, path: string, reason: string): void {
  if (isWanted(walk, path)) skip(walk, path, 'file/no-file', reason);
}

/** What Node puts in place of bytes that are no UTF-8. */
const REPLACEMENT = '\uFFFD';

/** Whether a name is not what is on the disk, so that nothing is found under it. */
async function isMisread(path: string): Promise<boolean> {
  return typeof (await answerOf(() => lstat(path))) === 'string';
}

async function visitFolder(walk: Walk, place: Place, linked: boolean): Promise<void> {
  const entries = await answerOf(async () => walk.readFolder(place.path, { withFileTypes: true }));
  if (typeof entries === 'string') {
    skip(walk, place.path, 'file/unreadable', entries);
    return;
  }
  if (walk.seen.has(place.real)) return;
  walk.seen.add(place.real);
  await visit(walk, place, entries, linked);
}

async function visitLink(walk: Walk, path: string, linked: boolean): Promise<void> {
  const target = await answerOf(() => stat(path));
  if (typeof target === 'string') {
    if (isWanted(walk, path)) skip(walk, path, 'file/dead-link', `a link, and there: ${target}`);
  } else if (target.isFile()) {
    if (isWanted(walk, path) && !(await isListedAnyway(walk, path))) find(walk, path, linked ? 'folder' : 'file');
  } else if (!target.isDirectory()) {
    skipUnlistable(walk, path, 'a link, and there: not a regular file');
  } else if (walk.recursive) {
    await visitLinkedFolder(walk, path, linked);
  }
}

async function visitLinkedFolder(walk: Walk, path: string, linked: boolean): Promise<void> {
  const real = await answerOf(() => realOf(path));
  if (typeof real === 'string') return skip(walk, path, 'file/unreadable', real);
  if (walk.seen.has(real.path) && real.path !== walk.root) return;
  if (walk.isOnce && isInside(real.path, walk.root)) return;
  const reason = reasonNotToFollow(walk, real.path, linked);
  if (reason !== null) return skip(walk, path, 'file/not-followed', `a link, not followed: ${reason}`);
  await visitFolder(walk, { path, real: real.path }, true);
}

/** Whether a link leads to a file that the walk comes across by itself. */
async function isListedAnyway(walk: Walk, path: string): Promise<boolean> {
  if (!walk.isOnce) return false;
  const real = await answerOf(() => realOf(path));
  return typeof real !== 'string' && isInside(real.path, walk.root) && isWanted(walk, real.path);
}

function reasonNotToFollow({ root }: Walk, real: string, linked: boolean): string | null {
  if (isInside(root, real)) return LEADS_AROUND;
  const refusal = refusalOf(real);
  if (refusal !== null) return `it leads to ${refusal}`;
  return linked ? 'the folder around it was reached through a link already' : null;
}

const realOf = async (path: string): Promise<{ readonly path: string }> => ({ path: await realpath(path) });

/** The answer of the disk, or why there is none. */
async function answerOf<Answer extends object>(ask: () => Promise<Answer>): Promise<Answer | string> {
  try {
    return await ask();
  } catch (error) {
    return plainReason(error);
  }
}
