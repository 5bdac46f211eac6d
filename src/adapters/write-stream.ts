import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { isatty } from 'node:tty';
import type { WriteOutcome } from '../ports/file-system.ts';
import { errorCode, plainReason } from './plain-reason.ts';

/** Names under which a process has its own open files; what they lead to often has no path. */
const OPEN_FILES = /^\/(?:dev\/(?:fd\/\d+|stdin|stdout|stderr)|proc\/self\/fd\/\d+)$/;

/**
 * Whether a path names a pipe or a device that takes bytes, which nothing can be put in place of: it is written to.
 *
 * @param isLink Whether the path itself is a link: of those only the names of open files count, since a link in a folder
 *   of a stranger may lead to any device.
 */
export async function isStream(path: string, isLink: boolean): Promise<boolean> {
  if (isLink && !OPEN_FILES.test(path)) return false;
  try {
    const found = await stat(path);
    return found.isFIFO() || found.isCharacterDevice();
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}

/**
 * Write a text to a pipe or a device. A pipe that nobody reads is not waited for, and a terminal gets no text that it may
 * obey.
 */
export async function writeStream(path: string, bytes: Uint8Array): Promise<WriteOutcome> {
  // Opened without waiting, to see whether anybody reads; then to be waited for while it is full.
  const looked = await open(path, constants.O_WRONLY | constants.O_NONBLOCK).catch(reasonOf);
  if (typeof looked === 'string') return { kind: 'failed', path, reason: looked };
  try {
    if (isatty(looked.fd)) return { kind: 'failed', path, reason: 'a terminal, which may obey what is in a file' };
    const file = await open(path, constants.O_WRONLY);
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    return { kind: 'written', path, backup: null, isStream: true };
  } catch (error) {
    return { kind: 'failed', path, reason: plainReason(error) };
  } finally {
    await looked.close();
  }
}

function reasonOf(error: unknown): string {
  return errorCode(error) === 'ENXIO' ? 'nobody reads from it' : plainReason(error);
}
