import { lstat, readlink, realpath } from 'node:fs/promises';
import type { FileSystem } from '../../ports/file-system.ts';
import type { Journal, Planned } from '../../ports/journal.ts';
import { movedLink } from '../remove-file.ts';
import { sha256 } from '../sha256.ts';

/**
 * A disk that tells a journal of all that is about to be changed on it. Where the journal cannot keep what was there,
 * that is told, and the change is made all the same: each replaced file has its backup.
 *
 * @param tell Told once why there will be no undo.
 */
export function notedFiles(
  files: FileSystem,
  openJournal: () => Promise<Journal>,
  tell: (reason: string) => void,
): FileSystem {
  let isTold = false;
  const note = async (path: string, planned: Planned): Promise<void> => {
    const reason = await (await openJournal()).note(path, planned);
    if (reason === null || isTold) return;
    isTold = true;
    tell(reason);
  };
  return {
    ...files,
    write: async (path, text, guard, within) => {
      const target = await behind(path);
      if (target !== null) await note(target, { kind: 'file', sha256: sha256(text) });
      return files.write(path, text, guard, within);
    },
    remove: async (path, hash, isLinkMeant) => {
      await note(path, { kind: 'absent' });
      return files.remove(path, hash, isLinkMeant);
    },
    move: async (from, to, hash) => {
      const link = await readlink(from).catch(() => null);
      await note(
        to,
        link === null ? { kind: 'file', sha256: hash } : { kind: 'link', target: movedLink(link, from, to) },
      );
      await note(from, { kind: 'absent' });
      return files.move(from, to, hash);
    },
  };
}

/** The file that a write goes to, links followed; `null` for what is no file: a pipe, a dead link. */
async function behind(path: string): Promise<string | null> {
  const found = await lstat(path).catch(() => null);
  if (found === null || found.isFile()) return path;
  return found.isSymbolicLink() ? realpath(path).catch(() => null) : null;
}
