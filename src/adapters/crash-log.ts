import { closeSync, constants, fstatSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { errorCode } from './plain-reason.ts';

/** Beyond this the log is set aside and begun anew, so that it never fills a disk. */
const MAX_BYTES = 1024 * 1024;

/** What is there is added to without following a link and without waiting for a reader. */
const FLAGS =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  (constants.O_NOFOLLOW ?? 0) |
  (constants.O_NONBLOCK ?? 0);

/**
 * Add an error that nobody expected to the log, readable by this user only: with its stack, when, and by which versions.
 *
 * @param path Absolute path of the log. Its folder is made if missing. What is there and no regular file is left alone.
 * @param version The program's own.
 * @returns Whether it could be written. Never throws, whatever was thrown and whatever the disk does.
 */
export function logCrash(path: string, error: unknown, version: string): boolean {
  const head = `${new Date().toISOString()} agents ${version}, Node ${process.version}, ${process.platform}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return add(path, `${head}\n${detailsOf(error)}\n\n`);
  } catch (failure) {
    if (errorCode(failure) === null) throw failure;
    return false;
  }
}

function add(path: string, text: string): boolean {
  const file = openSync(path, FLAGS, 0o600);
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return false;
    if (found.size <= MAX_BYTES) {
      writeFileSync(file, text);
      return true;
    }
  } finally {
    closeSync(file);
  }
  renameSync(path, `${path}.old`);
  return add(path, text);
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : `thrown: ${String(error)}`;
}
