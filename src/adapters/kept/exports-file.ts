import { join } from 'node:path';
import { emptyRecord, isRecord } from '../../kit/plain-data.ts';
import type { Exports } from '../../ports/exports.ts';
import { NO_HOME } from '../user-folders.ts';
import { readKept, replaceKept } from './kept-file.ts';
import { underLock } from './lock-file.ts';

/**
 * What exports wrote, in `exports.json` of the data folder: the hash of each file by its path. Where it cannot be read,
 * nothing counts as exported, and no file is replaced unasked.
 *
 * @param dataFolder Absolute path; `null` for nowhere, as each note then says.
 */
export function exportsFile(dataFolder: string | null): Exports {
  if (dataFolder === null) return { of: async () => null, note: async () => `${NOT_NOTED}: ${NO_HOME}` };
  const path = join(dataFolder, 'exports.json');
  // Read once for all the files of a command.
  let known: Promise<Record<string, string>> | null = null;
  return {
    of: async (file) => {
      known ??= read(path);
      const hashes = await known;
      return Object.hasOwn(hashes, file) ? (hashes[file] ?? null) : null;
    },
    note: async (written) => {
      if (written.size === 0) return null;
      known = null;
      const reason = await underLock(join(dataFolder, 'exports.lock'), async () => {
        const files = Object.assign(await read(path), Object.fromEntries(written));
        return replaceKept(path, `${JSON.stringify({ schema: 1, files }, null, 2)}\n`);
      });
      return reason === null ? null : `${NOT_NOTED}: ${reason}`;
    },
  };
}

const NOT_NOTED = 'What was exported could not be noted, so that the next export asks for --force';

async function read(path: string): Promise<Record<string, string>> {
  const found = await readKept(path);
  const hashes = emptyRecord<string>();
  if (found.kind === 'failed') return hashes;
  for (const [file, hash] of Object.entries(filesIn(found.text))) if (typeof hash === 'string') hashes[file] = hash;
  return hashes;
}

function filesIn(text: string): object {
  try {
    const document: unknown = JSON.parse(text);
    return isRecord(document) && isRecord(document.files) ? document.files : {};
  } catch {
    return {};
  }
}
