import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './temporary-file.ts';

/**
 * Make a folder and those around it that are missing, on the disk before anything is put there: each folder in which an
 * entry was made is flushed, so that a power cut does not take what lies deeper.
 *
 * @param mode Permission bits of those that are made.
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first || dirname(made) === made) return;
  }
}
