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
      paths: [...then.keys()]
        .filter((path) => path.startsWith(`${folder}/`) && extensions.some((ending) => path.endsWith(ending)))
        .filter((path) => recursive || !path.slice(folder.length + 1).includes('/'))
        .sort(),
      skipped: [],
    }),
    read: async (path) => {
      const text = then.get(path);
      if (text === undefined) return { kind: 'failed', path, code: 'file/unreadable', reason: 'no such file' };
      return text === null ? files.read(path) : { kind: 'text', path, text };
    },
  };
}
