import { folderOf } from '../../core/definition/file-name.ts';
import type { FileSystem } from '../../ports/file-system.ts';

/** Whether a folder is the root of a repository, above which nothing is of the project; `.git` may be a file. */
export async function isRepositoryRoot(files: FileSystem, folder: string): Promise<boolean> {
  const read = await files.read(`${folder.replace(/\/$/, '')}/.git`);
  return read.kind === 'text' || read.code === 'file/no-file';
}

/** The root of the repository that a folder lies in; the folder itself where it is in none. */
export async function projectRoot(files: FileSystem, folder: string): Promise<string> {
  for (let root = folder; ; root = folderOf(root)) {
    if (await isRepositoryRoot(files, root)) return root;
    if (folderOf(root) === root) return folder;
  }
}
