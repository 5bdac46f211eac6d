import { mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../../kit/plain-data.ts';
import type { Planned } from '../../ports/journal.ts';
import { makeFolder } from '../make-folder.ts';
import { errorCode } from '../plain-reason.ts';
import { hasEnded, ownMark, parseMark } from '../process-mark.ts';
import { syncFolder } from '../temporary-file.ts';
import { FOLDER_OF_OWNER, readKept, replaceKept } from './kept-file.ts';
import { namesIn } from './names-in.ts';
import { type PathState, parseState } from './path-state.ts';

/** A change of one path. */
export interface KeptChange {
  readonly path: string;
  readonly before: PathState;
  /** What it is to be, while the action is open; then what it was when that was closed. */
  readonly after: PathState | Planned;
  /** The file of the action's folder that has the bytes before; `null` for none. */
  readonly saved: string | null;
  /** Folders that were missing, the innermost first. */
  readonly folders: readonly string[];
}

/** An action in its folder. */
export interface KeptAction {
  readonly id: string;
  readonly words: string;
  readonly at: number;
  /** The id of the action that this one undoes, or `null`. */
  readonly undoes: string | null;
  readonly changes: readonly KeptChange[];
}

/** The end of the name of an action's folder while it is under way. */
const OPEN = '.open';
const ACTION = 'action.json';
/** The changes of an open action, a line each. */
const NOTED = 'noted.jsonl';
const MARK = 'process.json';

const FILE = { mode: 0o600, flush: true } as const;

/** The folder of an action that is closed or, while it is under way, open. */
const folderOfAction = (all: string, id: string, isOpen = false): string => join(all, isOpen ? id + OPEN : id);

/** Make the folder of a new action, with all that says whose it is. */
export async function openAction(all: string, words: string, undoes: string | null): Promise<KeptAction> {
  await makeFolder(all, FOLDER_OF_OWNER);
  const at = Date.now();
  const made = await mkdtemp(join(all, MAKING));
  await writeFile(join(made, MARK), JSON.stringify(ownMark('journal')), FILE);
  await writeFile(join(made, NOTED), `${JSON.stringify({ words, at, undoes })}\n`, FILE);
  await syncFolder(made);
  const numbers = (await readdir(all)).map((name) => Number.parseInt(name, 10) || 0);
  let number = numbers.reduce((most, one) => Math.max(most, one), 0) + 1;
  while (!(await isPut(all, made, String(number)))) number += 1;
  await syncFolder(all);
  return { id: String(number), words, at, undoes, changes: [] };
}

/** The beginning of the name of a folder that is being made. */
const MAKING = '.new-';

/** Give a folder that was made the name of an action that is open; false where there is one of that number. */
async function isPut(all: string, made: string, id: string): Promise<boolean> {
  try {
    await rename(made, folderOfAction(all, id, true));
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
    return false;
  }
  const isTaken = (await stat(folderOfAction(all, id)).catch(() => null)) !== null;
  if (isTaken) await rename(folderOfAction(all, id, true), made);
  return !isTaken;
}

/** Keep the bytes of a path in an open action. */
export async function saveBytes(all: string, id: string, name: string, bytes: Uint8Array): Promise<void> {
  const folder = folderOfAction(all, id, true);
  await writeFile(join(folder, name), bytes, FILE);
  await syncFolder(folder);
}

/** Note a change in an open action, on the disk before it is made. */
export async function noteChange(all: string, id: string, change: KeptChange): Promise<void> {
  const file = await open(join(folderOfAction(all, id, true), NOTED), 'a');
  try {
    await file.writeFile(`${JSON.stringify(change)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Close an action; one without changes goes.
 *
 * @returns Why it could not be, as a clause, or `null`.
 */
export async function closeAction(all: string, action: KeptAction): Promise<string | null> {
  const { id, words, at, undoes, changes } = action;
  const folder = folderOfAction(all, id, true);
  if (changes.length === 0) {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  const document = { schema: 1, command: words, time: new Date(at).toISOString(), undoes, changes };
  const reason = await replaceKept(join(folder, ACTION), `${JSON.stringify(document, null, 2)}\n`);
  return reason ?? named(all, id);
}

/** Close an action whose process ended when it was about to; false where it had more to do before. */
export async function closeAgain(all: string, id: string): Promise<boolean> {
  const isWritten = (await stat(join(folderOfAction(all, id, true), ACTION)).catch(() => null)) !== null;
  if (isWritten) await named(all, id);
  return isWritten;
}

async function named(all: string, id: string): Promise<null> {
  await rename(folderOfAction(all, id, true), folderOfAction(all, id));
  for (const name of [NOTED, MARK]) await rm(join(folderOfAction(all, id), name), { force: true });
  await syncFolder(all);
  return null;
}

/** The actions that are closed, the first one first; what cannot be read is none. */
export async function closedActions(all: string): Promise<readonly KeptAction[]> {
  const ids = (await namesIn(all)).filter((name) => /^\d{1,15}$/.test(name)).sort((a, b) => Number(a) - Number(b));
  const actions: KeptAction[] = [];
  for (const id of ids) {
    const found = await readKept(join(folderOfAction(all, id), ACTION));
    const document = found.kind === 'text' ? parsed(found.text) : null;
    if (document === null) continue;
    const { command, time, undoes, changes } = document;
    if (typeof command !== 'string' || typeof time !== 'string' || !Array.isArray(changes)) continue;
    const read = changes.map(parseChange);
    if (read.includes(null)) continue;
    actions.push({
      id,
      words: command,
      at: Date.parse(time) || 0,
      undoes: typeof undoes === 'string' ? undoes : null,
      changes: read.filter((one) => one !== null),
    });
  }
  return actions;
}

/** The actions that are open although their process has ended. */
export async function cutShort(all: string): Promise<readonly KeptAction[]> {
  const actions: KeptAction[] = [];
  for (const name of await namesIn(all)) {
    if (!name.endsWith(OPEN)) continue;
    const folder = join(all, name);
    const mark = await readKept(join(folder, MARK));
    const process = mark.kind === 'text' ? parseMark(mark.text) : null;
    if (process !== null && hasEnded(process) !== true) continue;
    const noted = await readKept(join(folder, NOTED));
    actions.push(openActionOf(name.slice(0, -OPEN.length), noted.kind === 'text' ? noted.text : ''));
  }
  return actions;
}

/** Of a path that was noted several times what was before it first, and what is to be last. */
function openActionOf(id: string, text: string): KeptAction {
  const [head = '', ...lines] = text.split('\n');
  const { words = '', at = 0, undoes = null } = parsed(head) ?? {};
  const changes = new Map<string, KeptChange>();
  for (const line of lines) {
    // The last may be cut through: what it speaks of was not touched yet.
    const change = parseChange(parsed(line));
    if (change === null) continue;
    changes.set(change.path, { ...change, ...changes.get(change.path), after: change.after });
  }
  return {
    id,
    words: typeof words === 'string' ? words : '',
    at: typeof at === 'number' ? at : 0,
    undoes: typeof undoes === 'string' ? undoes : null,
    changes: [...changes.values()],
  };
}

/** The bytes before of a change. */
export async function savedBytes(all: string, id: string, saved: string | null, isOpen: boolean) {
  return saved === null ? null : readFile(join(folderOfAction(all, id, isOpen), saved));
}

/** So much is kept, the newest action in any case. */
const MOST_ACTIONS = 100;
const MOST_BYTES = 50 * 1024 * 1024;

/** Forget the oldest actions where there are too many, or too much is kept of them. */
export async function forgetOldest(all: string): Promise<void> {
  const ids = (await namesIn(all)).filter((name) => /^\d{1,15}$/.test(name)).sort((a, b) => Number(b) - Number(a));
  for (const name of (await namesIn(all)).filter((one) => one.startsWith(MAKING)))
    if (await isOld(join(all, name))) await rm(join(all, name), { recursive: true, force: true });
  let bytes = 0;
  for (const [at, id] of ids.entries()) {
    bytes += await sizeOf(folderOfAction(all, id));
    if (at > 0 && (at >= MOST_ACTIONS || bytes > MOST_BYTES))
      await rm(folderOfAction(all, id), { recursive: true, force: true });
  }
}

/** Nobody makes a folder for so long. */
const BEING_MADE_MS = 60_000;

async function isOld(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > BEING_MADE_MS;
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await namesIn(folder)) bytes += (await stat(join(folder, name)).catch(() => null))?.size ?? 0;
  return bytes;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function parseChange(value: unknown): KeptChange | null {
  if (!isRecord(value)) return null;
  const { path, saved = null, folders = [] } = value;
  const before = parseState(value.before);
  const after = parsePlanned(value.after);
  if (typeof path !== 'string' || before === null || after === undefined) return null;
  if (saved !== null && (typeof saved !== 'string' || !/^\d+$/.test(saved))) return null;
  const made = Array.isArray(folders) ? folders.filter((one) => typeof one === 'string') : [];
  return { path, before, after, saved, folders: made };
}

function parsePlanned(value: unknown): PathState | Planned | undefined {
  if (value === null) return null;
  const hasNoMode = isRecord(value) && value.kind === 'file' && value.mode === undefined;
  if (hasNoMode && typeof value.sha256 === 'string') return { kind: 'file', sha256: value.sha256 };
  return parseState(value) ?? undefined;
}
