import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { leavingNone } from '../leftovers.ts';
import { type FolderLimits, removeOldest } from './kept-bytes.ts';
import { sealed } from './sealed-bytes.ts';

/** What `keepBytes` does, while others have their turn; a process that ends meanwhile leaves nothing. */
export async function keepBytesSoon(
  path: string,
  origin: readonly Buffer[],
  bytes: Buffer,
  limits: FolderLimits,
): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    removeOldest(dirname(path), limits, 2 * bytes.length);
    await leavingNone(temporary, async () => {
      const file = await open(temporary, 'w', 0o600);
      try {
        for (const part of sealed(origin, bytes)) await file.writeFile(part);
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    });
  } catch {
    // The next run makes it again.
  }
}
