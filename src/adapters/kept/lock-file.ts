import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { leavingNone } from '../leftovers.ts';
import { makeFolder } from '../make-folder.ts';
import { errorCode } from '../plain-reason.ts';
import { hasEnded, ownMark, parseMark } from '../process-mark.ts';
import { readRegularFile } from '../read-file.ts';
import { FOLDER_OF_OWNER, reasonOf } from './kept-file.ts';

/** How long one change of somebody else is waited for, which takes some milliseconds. */
const PATIENCE_MS = 8_000;
/** Between two looks at first, and at most: many who wait are to leave the machine to the one who works. */
const PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;
/** A lock that says nothing is just being made, or just being taken away, or whoever was at it died. */
const UNWRITTEN_MS = 2_000;
/** No change takes as long; for the locks of processes that cannot be seen from here. */
const UNSEEN_MS = 60_000;

/** Tokens of the locks that this process has. */
const held = new Set<string>();

/**
 * Do a change that reads first and writes then as one step, among all processes that change the same thing: under a lock
 * file, which names its holder and counts no more once that has ended. Why not by a package is told in
 * docs/decisions/0014-locks.md.
 *
 * @param path Absolute path of the lock file. Its folder is made if missing.
 * @param change Why it could not be made, as a clause, or `null`.
 * @returns The same, or why the lock could not be had.
 */
export async function underLock(path: string, change: () => Promise<string | null>): Promise<string | null> {
  const token = randomBytes(8).toString('hex');
  let problem: string | null = null;
  const refusal = await reasonOf(async () => {
    await makeFolder(dirname(path), FOLDER_OF_OWNER);
    problem = (await obstacleTo(path, token)) ?? (await holding(path, token, change));
  });
  return refusal ?? problem;
}

async function holding(path: string, token: string, change: () => Promise<string | null>): Promise<string | null> {
  try {
    return await leavingNone(path, change);
  } finally {
    await reasonOf(() => rm(path, { force: true }));
    // Where it could not be removed, it counts no more from here on.
    held.delete(token);
  }
}

/** Take a lock, waiting for those who have it; why it could not be taken, or `null`. */
async function obstacleTo(path: string, token: string): Promise<string | null> {
  let holder: string | null = null;
  let since = Date.now();
  for (let pause = PAUSE_MS; !(await isTaken(path, token)); pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const found = await readRegularFile(path);
    if (found.kind === 'failed' && !found.missing) return `${path} is in the way: ${found.reason}`;
    if (found.kind === 'text' && found.text !== holder) {
      // As long as changes are made, one's own turn comes.
      holder = found.text;
      since = Date.now();
    }
    if (found.kind === 'text' && (await isStale(path, found.text))) await breakLock(path, found.text);
    else if (Date.now() - since > PATIENCE_MS) return 'somebody else has been changing it for too long';
    else await waited(pause);
  }
  return null;
}

function waited(pause: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, pause * (0.5 + Math.random()));
  });
}

async function isTaken(path: string, token: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    held.add(token);
    try {
      await file.writeFile(JSON.stringify(ownMark(token)));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    // A lock without a holder would keep everybody waiting.
    if (held.delete(token)) await reasonOf(() => rm(path, { force: true }));
    throw error;
  }
}

async function isStale(path: string, text: string): Promise<boolean> {
  const mark = parseMark(text);
  const ended = mark && hasEnded(mark);
  if (ended === true) return true;
  if (mark !== null && ended === false) return mark.pid === process.pid && !held.has(mark.token);
  return (await ageOf(path)) > (mark === null ? UNWRITTEN_MS : UNSEEN_MS);
}

async function ageOf(path: string): Promise<number> {
  try {
    return Date.now() - (await lstat(path)).mtimeMs;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return 0;
  }
}

/**
 * Take away a stale lock. Of those who find it one does, and looks once more first: else the second would take away the
 * lock that the first one has made in its place.
 */
async function breakLock(path: string, text: string): Promise<void> {
  const right = `${path}.breaking`;
  try {
    await mkdir(right);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    // Whoever had the right has died of it.
    if ((await ageOf(right)) > UNWRITTEN_MS) await reasonOf(() => rmdir(right));
    await waited(PAUSE_MS);
    return;
  }
  try {
    const found = await readRegularFile(path);
    if (found.kind === 'text' && found.text === text) await rm(path, { force: true });
  } finally {
    await reasonOf(() => rmdir(right));
  }
}
