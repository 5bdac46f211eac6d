import { readdir } from 'node:fs/promises';
import { errorCode } from '../plain-reason.ts';

/** The names in a folder; none where it is not there or cannot be read. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
}
