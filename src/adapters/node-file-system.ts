import type { FileSystem } from '../ports/file-system.ts';
import { listFiles } from './list-files.ts';
import { readRegularFile } from './read-file.ts';
import { writeGuarded } from './write-file.ts';

/** The local disk. */
export const nodeFileSystem: FileSystem = {
  list: listFiles,
  read: async (path) => {
    const content = await readRegularFile(path);
    return content.kind === 'text'
      ? { kind: 'text', path, text: content.text, bytes: content.bytes }
      : { kind: 'failed', path, code: content.code, reason: content.reason };
  },
  write: writeGuarded,
};
