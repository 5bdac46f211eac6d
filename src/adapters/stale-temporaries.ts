import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { errorCode } from './plain-reason.ts';

/** The name of a temporary file, with the process that made it; earlier versions did not name it. */
const TEMPORARY = /^\.agents-(?:(\d{1,10})-)?[0-9a-f]{12}\.tmp$/;
/** A write takes less, and a process in another container, which cannot be seen from here, is let finish. */
const LEAST_AGE = 10_000;
/** After this long it is stale whatever process now has the number. */
const CERTAIN_AGE = 24 * 60 * 60 * 1000;

const looked = new Set<string>();

/**
 * Remove the temporary files that killed processes left in a folder.
 *
 * A process looks once in each folder it writes to. Nothing depends on it: what cannot be looked at stays.
 */
export async function removeStale(folder: string): Promise<void> {
  if (looked.has(folder)) return;
  looked.add(folder);
  try {
    for (const name of await readdir(folder)) {
      const made = TEMPORARY.exec(name);
      if (made && (await isStale(join(folder, name), Number(made[1] ?? 0)))) await rm(join(folder, name));
    }
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

async function isStale(path: string, maker: number): Promise<boolean> {
  const age = Date.now() - (await lstat(path)).mtimeMs;
  return age > CERTAIN_AGE || (age > LEAST_AGE && maker > 0 && !isRunning(maker));
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
