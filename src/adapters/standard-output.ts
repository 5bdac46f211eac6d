import { fstatSync, statSync, writeSync } from 'node:fs';
import process from 'node:process';
import { isatty } from 'node:tty';
import { once } from '../kit/once.ts';
import { errorCode, plainReason } from './plain-reason.ts';

/** Standard output or standard error. */
export interface StandardOutput {
  readonly isTerminal: boolean;
  /** Write a text, all of it, before returning; false once nobody reads it any more, or nothing more can be written. */
  readonly write: (text: string) => boolean;
  /** Why not all could be written, in a line, or `null`; a reader who has seen enough is no reason. */
  readonly problem: () => string | null;
}

/**
 * One of the two standard outputs, written to as what it is: a terminal by Node's stream, which knows the encodings of
 * consoles; a pipe or a file without one, since loading Node's streams takes a quarter of the time Node takes to start.
 *
 * @param name Of the stream on `process`.
 */
export function standardOutput(name: 'stdout' | 'stderr'): StandardOutput {
  const file = name === 'stdout' ? 1 : 2;
  const isTerminal = isTerminalFile(file);
  let isRead = true;
  let problem: string | null = null;
  const refused = (error: unknown): void => {
    const code = errorCode(error);
    if (code === null) throw error;
    isRead = false;
    // A reader such as `head` has seen enough, or the terminal's window was closed.
    if (code === 'EPIPE' || (code === 'EIO' && isTerminal)) return;
    problem ??= `standard ${name === 'stdout' ? 'output' : 'error'}: ${REASONS[code] ?? plainReason(error)}`;
  };
  if (isTerminal) process[name].on('error', refused);
  return {
    isTerminal,
    write: (text) => {
      if (!isRead) return false;
      try {
        if (isTerminal) process[name].write(text);
        else writeAll(file, Buffer.from(text));
      } catch (error) {
        refused(error);
      }
      return isRead;
    },
    problem: () => problem,
  };
}

const REASONS: Readonly<Record<string, string>> = { ENOSPC: 'no space left on device', EBADF: 'not open for writing' };

/**
 * What to end with, once what kept output from being written is told.
 *
 * @param code What the work ended with.
 */
export function exitCodeOf(code: number, output: StandardOutput, errorOutput: StandardOutput): number {
  const problem = output.problem();
  if (problem !== null) errorOutput.write(`${problem}\n`);
  return code === 0 && (problem ?? errorOutput.problem()) !== null ? 1 : code;
}

/** Whether an open file is a terminal. The part of Node that can tell takes 3 ms to load, and is only if it may be one. */
export function isTerminalFile(file: number): boolean {
  try {
    const found = fstatSync(file);
    return found.isCharacterDevice() && found.rdev !== nullDevice() && isatty(file);
  } catch {
    // Closed.
    return false;
  }
}

/** What is written to where nothing is kept goes to this device; `null` where there is none. */
const nullDevice = once(() => statSync('/dev/null', { throwIfNoEntry: false })?.rdev ?? null);

function writeAll(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(file, bytes, from);
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error;
      // The pipe is full, and whoever opened it set it not to wait.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}

const WAIT_MS = 2;
