import { closeSync, constants, fstatSync, open, openSync, read, readSync, type Stats } from 'node:fs';
import type { FileProblemCode } from '../core/definition/file-problem.ts';
import { plainReason } from './plain-reason.ts';

/** A file's bytes and their text, or why there is none. */
export type FileContent =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bytes: Uint8Array;
      /** Permission bits. */
      readonly mode: number;
      readonly owner: { readonly user: number; readonly group: number };
    }
  | {
      readonly kind: 'failed';
      readonly code: FileProblemCode;
      readonly reason: string;
      readonly missing: boolean;
      readonly otherwise?: { readonly text: string; readonly encoding: 'utf-16' | 'nul-byte' };
    };

/** Larger files are no prompts. The largest published definition measured has 88 KB. */
const MAX_BYTES = 2 * 1024 * 1024;
const MIB = 1024 * 1024;

/** How a file is opened and read. */
interface Reading {
  open(path: string): number | Promise<number>;
  /** Bytes read into the buffer from an offset on, which is that in the file too. */
  read(file: number, buffer: Uint8Array, from: number): number | Promise<number>;
}

/**
 * Read a regular file as UTF-8, to the byte: a byte order mark stays in the text.
 *
 * Opens without waiting, so that a FIFO cannot hold the program up, and reads no more than a limit, so that neither can
 * a file that grows. Text that is not UTF-8 is refused rather than shown with holes.
 *
 * @param limit Bytes that are read at most, in whole MiB.
 */
export function readRegularFile(path: string, limit = MAX_BYTES): Promise<FileContent> {
  return readWith(ASIDE, path, limit);
}

/** The same for what comes in, such as standard input, which is read no further than the limit either. */
export async function readStream(stream: AsyncIterable<Uint8Array>, limit = MAX_BYTES): Promise<FileContent> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) return tooLarge(limit);
    }
  } catch (error) {
    return { kind: 'failed', code: 'file/unreadable', reason: plainReason(error), missing: false };
  }
  return decode(Buffer.concat(chunks), { mode: 0, uid: 0, gid: 0 });
}

/**
 * The same for a program that has nothing else to do meanwhile: handing a small file to another thread takes longer than
 * reading it. Once a file keeps it waiting, as on a network, the next ones are read aside, several at a time.
 */
export async function readRegularFileAtOnce(path: string, limit = MAX_BYTES): Promise<FileContent> {
  if (!isDiskQuick) return readWith(ASIDE, path, limit);
  const start = Date.now();
  const content = await readWith(AT_ONCE, path, limit);
  if (Date.now() - start > SLOW_MS) isDiskQuick = false;
  return content;
}

let isDiskQuick = true;
const SLOW_MS = 5;

async function readWith(reading: Reading, path: string, limit: number): Promise<FileContent> {
  try {
    const file = await reading.open(path);
    try {
      const status = fstatSync(file);
      if (status.isDirectory()) return failed('file/no-file', 'a folder, not a file');
      if (!status.isFile()) return failed('file/no-file', 'not a regular file');
      const bytes = status.size > limit ? null : await readAtMost(reading, file, status.size, limit);
      return bytes === null ? tooLarge(limit) : decode(bytes, status);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const reason = plainReason(error);
    return { kind: 'failed', code: 'file/unreadable', reason, missing: reason === 'no such file' };
  }
}

const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

// Only what may wait for a disk is left to other threads, and without the objects of node:fs/promises: what is known of
// an open file, and closing one that was only read, are answered at once. Reading 10,000 files costs a third so.
const ASIDE: Reading = {
  open: (path) =>
    new Promise((resolve, reject) => {
      open(path, FLAGS, (error, file) => {
        if (error) reject(error);
        else resolve(file);
      });
    }),
  read: (file, buffer, from) =>
    new Promise((resolve, reject) => {
      read(file, buffer, from, buffer.length - from, from, (error, count) => {
        if (error) reject(error);
        else resolve(count);
      });
    }),
};

const AT_ONCE: Reading = {
  open: (path) => openSync(path, FLAGS),
  read: (file, buffer, from) => readSync(file, buffer, from, buffer.length - from, from),
};

/** The file to its end, or `null` if that is beyond the limit. Its size is a hint: files of /proc say 0. */
async function readAtMost(reading: Reading, file: number, size: number, limit: number): Promise<Uint8Array | null> {
  let buffer = new Uint8Array(size + 1);
  let length = 0;
  for (;;) {
    const count = await reading.read(file, buffer, length);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > limit) return null;
    // One call less for each file: at 10,000 files that is a sixth of the time reading takes.
    if (size > 0 && length === size && count === size) return buffer.subarray(0, length);
    if (length === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2 + 4096);
      larger.set(buffer);
      buffer = larger;
    }
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array, { mode, uid, gid }: Pick<Stats, 'mode' | 'uid' | 'gid'>): FileContent {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { ...failed('file/not-text', 'UTF-16 text, not UTF-8'), otherwise: fromUtf16(bytes, first === 0xff) };
  if (bytes.includes(0)) return { ...failed('file/not-text', 'a binary file, not text'), ...withNulBytes(bytes) };
  try {
    return { kind: 'text', text: UTF8.decode(bytes), bytes, mode: mode & 0o7777, owner: { user: uid, group: gid } };
  } catch (error) {
    if (error instanceof TypeError) return failed('file/not-text', 'not UTF-8 text');
    throw error;
  }
}

function fromUtf16(bytes: Uint8Array, isLittle: boolean): { readonly text: string; readonly encoding: 'utf-16' } {
  return { text: new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes), encoding: 'utf-16' };
}

/** Text with such a byte in it is text to many programs; anything else that is not UTF-8 is not. */
function withNulBytes(bytes: Uint8Array): Pick<FileContent & { readonly kind: 'failed' }, 'otherwise'> {
  try {
    return { otherwise: { text: UTF8.decode(bytes), encoding: 'nul-byte' } };
  } catch {
    return {};
  }
}

function failed(code: FileProblemCode, reason: string): FileContent & { readonly kind: 'failed' } {
  return { kind: 'failed', code, reason, missing: false };
}

function tooLarge(limit: number): FileContent {
  return failed('file/too-large', `larger than ${limit / MIB} MiB`);
}
