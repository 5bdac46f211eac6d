import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import process from 'node:process';
import { isHeardByOthers } from '../leftovers.ts';
import { endingSignals } from './ending-signals.ts';

/** How a program is run. */
interface RunOptions extends Pick<SpawnOptions, 'cwd' | 'env'> {
  /** The signals that keys send. */
  readonly ofKeys: readonly string[];
  /** Told its process number. */
  readonly started?: (pid: number) => void;
}

/** One that takes no notice of a signal is waited for no longer. */
const MOST_WAITED_MS = 2_000;

/**
 * Run another program in this terminal to its end.
 *
 * A signal that ends our program ends the other one too, and then ours once that has ended; but for those that keys send
 * to both: they are meant for the other one, and do not end ours while it runs. No shell is involved, so nothing in an
 * argument is a command.
 *
 * @throws Why it did not start.
 */
export async function runInTerminal(
  command: string,
  args: readonly string[],
  { ofKeys, started, ...options }: RunOptions,
): Promise<[status: number | null, signal: NodeJS.Signals | null]> {
  const child: ChildProcess = spawn(command, args, { ...options, stdio: 'inherit' });
  let endedBy: NodeJS.Signals | null = null;
  let giveUp: NodeJS.Timeout | undefined;
  const nothing = (): void => {};
  const listening: (readonly [NodeJS.Signals, (signal: NodeJS.Signals) => void])[] = [];
  try {
    if (child.pid !== undefined) started?.(child.pid);
    return await new Promise((resolve, reject) => {
      const end = (signal: NodeJS.Signals): void => {
        endedBy ??= signal;
        child.kill(signal);
        giveUp ??= setTimeout(() => {
          child.unref();
          resolve([null, signal]);
        }, MOST_WAITED_MS);
      };
      for (const signal of endingSignals().keys()) listening.push([signal, ofKeys.includes(signal) ? nothing : end]);
      for (const [signal, act] of listening) process.on(signal, act);
      child.once('error', reject);
      child.once('exit', (status, signal) => resolve([status, signal]));
    });
  } finally {
    clearTimeout(giveUp);
    for (const [signal, act] of listening) process.off(signal, act);
    // Whoever else listens has heard of it, and ends the process in its own way.
    if (endedBy !== null && !isHeardByOthers(endedBy)) process.kill(process.pid, endedBy);
  }
}
