import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import { isatty } from 'node:tty';
import { errorCode } from './plain-reason.ts';

/** Standard output or standard error. */
export interface StandardOutput {
  readonly isTerminal: boolean;
  /** Write a text, all of it, before returning; false once nobody reads it any more. */
  readonly write: (text: string) => boolean;
}

/** A reader such as `head` has seen enough, or the terminal's window was closed: no error. */
const READER_IS_GONE: readonly (string | null)[] = ['EPIPE', 'EIO'];

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
  const gone = (error: unknown): void => {
    if (!READER_IS_GONE.includes(errorCode(error))) throw error;
    isRead = false;
  };
  if (isTerminal) process[name].on('error', gone);
  return {
    isTerminal,
    write: (text) => {
      if (!isRead) return false;
      try {
        if (isTerminal) process[name].write(text);
        else writeAll(file, Buffer.from(text));
      } catch (error) {
        gone(error);
      }
      return isRead;
    },
  };
}

/** Whether an open file is a terminal. The part of Node that can tell is loaded only if it may be one. */
export function isTerminalFile(file: number): boolean {
  try {
    return fstatSync(file).isCharacterDevice() && isatty(file);
  } catch {
    // Closed.
    return false;
  }
}

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
