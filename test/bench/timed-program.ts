import { readFileSync } from 'node:fs';
import process from 'node:process';
import { type IPty, spawn } from '@lydell/node-pty';
import { benchEnvironment } from './bench-environment.ts';
import { type Command, processorTimeOf } from './process-time.ts';

/** A program in a pseudo-terminal of 200×60, timed. */
export interface TimedProgram {
  /** Milliseconds from its start until its output matches. */
  readonly until: (pattern: RegExp) => Promise<number>;
  /** Send input; milliseconds until the frame of the app that it leads to is complete, or `null` if none comes within a second. */
  readonly press: (input: string) => Promise<number | null>;
  /** Send input, and wait for nothing. */
  readonly type: (input: string) => void;
  /**
   * Send input; what it takes until what is written from then on matches, and until nothing more is written. `null` where it
   * never matches: what is on the screen already is not written again.
   */
  readonly answer: (input: string, pattern: RegExp) => Promise<Answered | null>;
  /** Forget what was written so far, for `until`. */
  readonly forget: () => void;
  readonly bytes: () => number;
  /** Milliseconds of processor time used so far, with the programs that it started. */
  readonly processorTime: () => number;
  /** Resident memory in MB, now and at its highest. */
  readonly memory: () => { readonly now: number; readonly highest: number };
  /** Leave as a person does, and wait for the end. */
  readonly quit: () => Promise<void>;
}

/** Milliseconds since the input. */
interface Answered {
  readonly matched: number;
  /** The last that was written before {@link STILL_MS} of nothing. */
  readonly still: number;
}

/** The last bytes of a frame (mode 2026). */
const FRAME_END = '\u001B[?2026l';
/** So long without a byte, and the screen stands still. */
const STILL_MS = 120;
const LIMIT_MS = 120_000;
/** The slowest answer to a letter takes a second. */
const ANSWER_MS = 10_000;

/** Start the built app on a folder. */
export function startApp(folder: string, home: string): TimedProgram {
  return startProgram([process.execPath, 'dist/agents.js', '--source', folder], process.cwd(), home);
}

/** Start a program in a folder. */
export function startProgram(command: Command, folder: string, home: string): TimedProgram {
  const start = performance.now();
  const [file, ...args] = command;
  const pty: IPty = spawn(file, args, { cols: 200, rows: 60, cwd: folder, env: benchEnvironment(home) });
  let output = '';
  let bytes = 0;
  let frames = 0;
  let tail = '';
  let written = start;
  const watchers = new Set<() => void>();
  pty.onData((data) => {
    written = performance.now();
    output = (output + data).slice(-1_000_000);
    bytes += Buffer.byteLength(data);
    // The end of a frame may come in two pieces.
    frames += (tail + data).split(FRAME_END).length - 1;
    tail = data.slice(1 - FRAME_END.length);
    for (const watcher of [...watchers]) watcher();
  });
  const ended = new Promise<void>((resolve) => pty.onExit(() => resolve()));

  const whenever = (holds: () => boolean, limit: number): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (held: boolean): void => {
        clearTimeout(timer);
        watchers.delete(check);
        resolve(held);
      };
      const check = (): void => {
        if (holds()) settle(true);
      };
      const timer = setTimeout(() => settle(false), limit);
      watchers.add(check);
      check();
    });

  /** Give up where nothing of the kind is ever written. */
  const shown = async (pattern: RegExp): Promise<void> => {
    if (!(await whenever(() => pattern.test(output), LIMIT_MS))) throw new Error(`Never shown: ${pattern}`);
  };

  const status = (): string => readFileSync(`/proc/${pty.pid}/status`, 'utf8');
  const megabytes = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status())?.[1]) / 1024;

  return {
    until: async (pattern) => {
      await shown(pattern);
      return performance.now() - start;
    },
    press: async (input) => {
      const before = frames;
      const pressed = performance.now();
      pty.write(input);
      return (await whenever(() => frames > before, 1_000)) ? performance.now() - pressed : null;
    },
    type: (input) => pty.write(input),
    answer: async (input, pattern) => {
      output = '';
      const pressed = performance.now();
      pty.write(input);
      if (!(await whenever(() => pattern.test(output), ANSWER_MS))) return null;
      const matched = written - pressed;
      for (let before = -1; before !== bytes; ) {
        before = bytes;
        await whenever(() => bytes > before, STILL_MS);
      }
      return { matched, still: written - pressed };
    },
    forget: () => {
      output = '';
    },
    bytes: () => bytes,
    processorTime: () => processorTimeOf(pty.pid),
    memory: () => ({ now: megabytes('VmRSS'), highest: megabytes('VmHWM') }),
    quit: async () => {
      pty.write('\u0003');
      await ended;
    },
  };
}
