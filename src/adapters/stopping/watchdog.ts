import { closeSync, constants, openSync, readSync } from 'node:fs';
import process from 'node:process';
import { StringDecoder } from 'node:string_decoder';
import { fileURLToPath } from 'node:url';

/** What is left to do for a main thread that computes without end, and is to end. */
interface WatchdogHandlers {
  /**
   * Whether the keys that were typed meanwhile end the program.
   *
   * @param typed Reads them.
   */
  readonly isInterrupted: (typed: () => string) => boolean;
  /** Leave everything as it is to be left. Called in the middle of whatever is being computed. */
  readonly clear: () => void;
}

/** By this name the watching thread knows the function that looks, see there. */
const LOOK = 'agents.watchdog.look';

/**
 * Watch this thread from another one: a signal or Ctrl-C that it has not come to within a second ends the program all the
 * same, by that signal. How, and why so, is told in docs/decisions/0016-watchdog.md.
 *
 * Where no thread may be started, or Node offers no way to see signals from there, the program is watched less, or not.
 */
export function startWatchdog(signals: ReadonlyMap<NodeJS.Signals, number>, handlers: WatchdogHandlers): void {
  const look = (signal: number): number => {
    const seen = signal === 0 && handlers.isInterrupted(typedKeys) ? (signals.get('SIGINT') ?? 0) : signal;
    if (seen === 0) return 0;
    handlers.clear();
    // From here on the signal does what it does to any program.
    for (const name of signals.keys()) process.removeAllListeners(name);
    return seen;
  };
  Object.defineProperty(globalThis, Symbol.for(LOOK), { value: look });
  try {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const thread = new Worker(fileURLToPath(new URL('watchdog-thread.js', import.meta.url)), {
      // Of these the thread takes one part, see there.
      execArgv: ['--expose-internals', '--no-warnings'],
      workerData: { lookedFor: LOOK, signals: [...signals.values()] },
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 32 },
    });
    thread.on('message', () => thread.postMessage(null));
    thread.on('error', () => {});
    thread.unref();
  } catch (error) {
    // Node was told to allow no threads, or knows the option no more.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** What was typed into the terminal and waits to be read; nothing is waited for. */
function typedKeys(): string {
  const bytes = Buffer.alloc(4096);
  const decoder = new StringDecoder('utf8');
  let typed = '';
  let terminal: number | null = null;
  try {
    // Opened once more, since the one that is open may wait for a key.
    const path = process.platform === 'linux' ? '/proc/self/fd/0' : '/dev/tty';
    terminal = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    for (let size = 1; size > 0; ) {
      size = readSync(terminal, bytes);
      typed += decoder.write(bytes.subarray(0, size));
    }
  } catch (error) {
    // There is nothing more, or the terminal is gone.
    if (!(error instanceof Error && 'code' in error)) throw error;
  } finally {
    if (terminal !== null) closeSync(terminal);
  }
  return typed;
}
