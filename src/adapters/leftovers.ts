import { rmSync } from 'node:fs';
import process from 'node:process';
import { errorCode } from './plain-reason.ts';
import { endingSignals } from './stopping/ending-signals.ts';

/** What is of use only meanwhile, and how it is removed. */
const paths = new Map<string, (path: string) => void>();

/**
 * Do something with a file that is of use only meanwhile, and have it gone even if the process is ended before: by a
 * signal, an error, or its own word. The process ends by the signal all the same.
 *
 * Only while there is such a file are signals listened to. Where somebody else listens too, it is theirs to end the
 * process.
 *
 * @param remove How it is removed at once, where it is no file.
 */
export async function leavingNone<Result>(
  path: string,
  task: () => Promise<Result>,
  remove = removeNow,
): Promise<Result> {
  if (paths.size === 0) listen();
  paths.set(path, remove);
  try {
    return await task();
  } finally {
    paths.delete(path);
    if (paths.size === 0) stopListening();
  }
}

/** End the process by a signal that it has had, unless somebody listens who has heard of it and does so in another way. */
export function endBy(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) <= (paths.size > 0 ? 1 : 0)) process.kill(process.pid, signal);
}

function listen(): void {
  process.on('exit', removeLeftovers);
  for (const signal of endingSignals().keys()) process.on(signal, end);
}

function stopListening(): void {
  process.off('exit', removeLeftovers);
  for (const signal of endingSignals().keys()) process.off(signal, end);
}

function end(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  removeLeftovers();
  stopListening();
  process.kill(process.pid, signal);
}

/** Remove what is of use only meanwhile, for a process that ends without an `exit`. */
export function removeLeftovers(): void {
  for (const [path, remove] of paths) remove(path);
}

/** Remove a folder at once, with all that is in it, as far as the disk lets one. */
export function removeTreeNow(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

/** Remove a file at once, as far as the disk lets one. */
export function removeNow(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}
