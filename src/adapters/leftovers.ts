import { rmSync } from 'node:fs';
import process from 'node:process';
import { errorCode } from './plain-reason.ts';

/** The signals that can be caught and end a process by default, but for those that tell of a fault in the program. */
const ENDING_SIGNALS = [
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGTERM',
  'SIGALRM',
  'SIGVTALRM',
  'SIGUSR2',
  'SIGXCPU',
  'SIGXFSZ',
  'SIGIO',
  'SIGPWR',
  'SIGSTKFLT',
] as const;

const paths = new Set<string>();

/**
 * Do something with a file that is of use only meanwhile, and have it gone even if the process is ended before: by a
 * signal, an error, or its own word. The process ends by the signal all the same.
 *
 * Only while there is such a file are signals listened to. Where somebody else listens too, it is theirs to end the
 * process.
 */
export async function leavingNone<Result>(path: string, task: () => Promise<Result>): Promise<Result> {
  if (paths.size === 0) listen();
  paths.add(path);
  try {
    return await task();
  } finally {
    paths.delete(path);
    if (paths.size === 0) stopListening();
  }
}

function listen(): void {
  process.on('exit', removeAll);
  for (const signal of ENDING_SIGNALS) process.on(signal, end);
}

function stopListening(): void {
  process.off('exit', removeAll);
  for (const signal of ENDING_SIGNALS) process.off(signal, end);
}

function end(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  removeAll();
  stopListening();
  process.kill(process.pid, signal);
}

function removeAll(): void {
  for (const path of paths) removeNow(path);
}

/** Remove a file at once, as far as the disk lets one. */
export function removeNow(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}
