import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { errorCode } from './plain-reason.ts';

/** Beyond this the log is set aside and begun anew, so that it never fills a disk. */
const MAX_BYTES = 1024 * 1024;

/**
 * Add an error that nobody expected to the log, readable by this user only: with its stack, when, and by which versions.
 *
 * @param path Absolute path of the log. Its folder is made if missing.
 * @param version The program's own.
 * @returns Whether it could be written. Never throws, whatever was thrown and whatever the disk does.
 */
export function logCrash(path: string, error: unknown, version: string): boolean {
  const head = `${new Date().toISOString()} agents ${version}, Node ${process.version}, ${process.platform}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (sizeOf(path) > MAX_BYTES) renameSync(path, `${path}.old`);
    appendFileSync(path, `${head}\n${detailsOf(error)}\n\n`, { mode: 0o600 });
    return true;
  } catch (failure) {
    if (errorCode(failure) === null) throw failure;
    return false;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : `thrown: ${String(error)}`;
}
