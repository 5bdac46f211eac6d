import type { FileSystem } from '../ports/file-system.ts';
import { listFiles, listFilesAtOnce } from './list-files.ts';
import { type FileContent, readRegularFile, readRegularFileAtOnce } from './read-file.ts';
import { moveGuarded, removeGuarded } from './remove-file.ts';
import { writeGuarded } from './write-file.ts';

/** The local disk. */
export const nodeFileSystem: FileSystem = fileSystem(listFiles, readRegularFile);

/** The local disk for commands, which have nothing else to do while they read. */
export const commandFileSystem: FileSystem = fileSystem(listFilesAtOnce, readRegularFileAtOnce);

function fileSystem(list: FileSystem['list'], readFile: (path: string) => Promise<FileContent>): FileSystem {
  return {
    list,
    read: async (path) => {
      const content = await readFile(path);
      if (content.kind === 'text') return { kind: 'text', path, text: content.text, bytes: content.bytes };
      const { code, reason, otherwise } = content;
      return { kind: 'failed', path, code, reason, ...(otherwise && { otherwise }) };
    },
    write: writeGuarded,
    remove: removeGuarded,
    move: moveGuarded,
  };
}
