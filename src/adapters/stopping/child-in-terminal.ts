import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import process from 'node:process';
import { endingSignals } from './ending-signals.ts';

/** How a program is run. */
interface RunOptions extends Pick<SpawnOptions, 'cwd' | 'env'> {
  /** The signals that keys send. */
  readonly ofKeys: readonly string[];
  /** Told its process number. */
  readonly started?: (pid: number) => void;
}

/** How a program ended. */
interface RunEnd {
  readonly status: number | null;
  /** The signal that it was ended by. */
  readonly signal: NodeJS.Signals | null;
  /** The signal that is to end our program, now that the other one has ended. */
  readonly passedOn: NodeJS.Signals | null;
}

/** One that takes no notice of a signal is waited for no longer. */
const MOST_WAITED_MS = 2_000;

/**
 * Run another program in this terminal to its end.
 *
 * A signal that ends our program has the other one asked to end, and ours is to end by it once that has ended; but for those
 * that keys send to both: they are meant for the other one, and do not end ours while it runs. No shell is involved, so nothing in an
 * argument is a command.
 *
 * @throws Why it did not start.
 */
export async function runInTerminal(
  command: string,
  args: readonly string[],
  { ofKeys, started, ...options }: RunOptions,
): Promise<RunEnd> {
  const child: ChildProcess = spawn(command, args, { ...options, stdio: 'inherit' });
  let passedOn: NodeJS.Signals | null = null;
  let giveUp: NodeJS.Timeout | undefined;
  const nothing = (): void => {};
  const listening: (readonly [NodeJS.Signals, (signal: NodeJS.Signals) => void])[] = [];
  try {
    if (child.pid !== undefined) started?.(child.pid);
    const ended = await new Promise<Omit<RunEnd, 'passedOn'>>((resolve, reject) => {
      const end = (signal: NodeJS.Signals): void => {
        passedOn ??= signal;
        // Whichever it was, the other one is asked to end.
        child.kill();
        giveUp ??= setTimeout(() => {
          child.unref();
          resolve({ status: null, signal });
        }, MOST_WAITED_MS);
      };
      for (const signal of endingSignals().keys()) listening.push([signal, ofKeys.includes(signal) ? nothing : end]);
      for (const [signal, act] of listening) process.on(signal, act);
      child.once('error', reject);
      child.once('exit', (status, signal) => resolve({ status, signal }));
    });
    await signalsHeard();
    return { ...ended, passedOn };
  } finally {
    clearTimeout(giveUp);
    for (const [signal, act] of listening) process.off(signal, act);
  }
}

/**
 * Every signal that came by now has been heard of, and so has one that a package below us (when-exit, signal-exit) sent once
 * more when it heard of it: that one is looked for when the event loop has gone round.
 */
async function signalsHeard(): Promise<void> {
  for (let round = 0; round < 2; round++) await new Promise((heard) => setImmediate(heard));
}
