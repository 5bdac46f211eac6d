import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { errorCode, plainReason } from '../plain-reason.ts';
import { type FileContent, readRegularFile } from '../read-file.ts';
import { withTemporary } from '../temporary-file.ts';

/** What people took into a draft may be private. */
const OWNER_ONLY = { mode: 0o600 };
export const FOLDER_OF_OWNER = 0o700;

/** Drafts and recipes hold the texts of all their ingredients. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** Read a file of the data folder. */
export function readKept(path: string): Promise<FileContent> {
  return readRegularFile(path, MOST_BYTES);
}

/**
 * Put a text in the place of a file of the data folder, whole or not at all, for its owner alone. The folder is made
 * when something is first kept.
 *
 * @returns Why it could not be, as a clause, or `null`.
 */
export async function replaceKept(path: string, text: string): Promise<string | null> {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > MOST_BYTES) return 'its texts are larger than 32 MiB together';
  return reasonOf(async () => {
    await makeFolder(dirname(path), FOLDER_OF_OWNER);
    await withTemporary(path, bytes, OWNER_ONLY, (temporary) => rename(temporary, path));
  });
}

/** Do something with the disk; why it was refused, as a clause, or `null`. */
export async function reasonOf(task: () => Promise<unknown>): Promise<string | null> {
  try {
    await task();
    return null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return plainReason(error);
  }
}
