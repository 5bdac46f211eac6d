import type { FileSystem, ListOutcome } from '../../ports/file-system.ts';
import type { EarlierFiles } from '../../ports/history.ts';

/**
 * The disk as it was at a revision: files below a folder as they were then, a file that is as it was read now.
 *
 * @param then The files of then by absolute path; `null` for one that is as it was.
 */
export function filesThen(files: FileSystem, then: EarlierFiles['files']): FileSystem {
  return {
    ...files,
    list: async (folder, extensions, recursive = true): Promise<ListOutcome> => ({
      kind: 'files',
      paths: [...then.keys()].filter((path) => path === folder || isBelow(path, folder, extensions, recursive)).sort(),
      skipped: [],
    }),
    read: async (path) => {
      const was = then.get(path);
      if (was === undefined) return { kind: 'failed', path, code: 'file/unreadable', reason: 'no such file' };
      return was ?? files.read(path);
    },
  };
}

function isBelow(path: string, folder: string, extensions: readonly string[], recursive: boolean): boolean {
  const isInside = path.startsWith(`${folder}/`) && extensions.some((ending) => path.endsWith(ending));
  return isInside && (recursive || !path.slice(folder.length + 1).includes('/'));
}
