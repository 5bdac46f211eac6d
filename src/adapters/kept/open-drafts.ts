import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { once } from '../../kit/once.ts';
import { removeNow } from '../leftovers.ts';
import { makeFolder } from '../make-folder.ts';
import { hasEnded, ownMark, parseMark } from '../process-mark.ts';
import { FOLDER_OF_OWNER, readKept, reasonOf } from './kept-file.ts';
import { namesIn } from './names-in.ts';

/** Which drafts are open, in this window and in others. */
export interface OpenDrafts {
  /** Mark a draft as open here, until it is let go or the process ends. */
  readonly mark: (id: string) => Promise<void>;
  readonly letGo: (id: string) => Promise<void>;
  /** The number of a process in which a draft is open beside this window, or `null`. */
  readonly holderOf: (id: string) => Promise<number | null>;
}

/**
 * Marks in a folder, a file for each draft and window: `<id>.<window>`, which says whose it is. One of a process that has
 * ended counts no more, and goes when it is come across. A draft that cannot be marked can be worked on all the same.
 */
export function openDrafts(folder: string): OpenDrafts {
  const window = once(() => randomBytes(6).toString('hex'));
  const pathOf = (id: string) => join(folder, `${id}.${window()}`);

  return {
    mark: async (id) => {
      const path = pathOf(id);
      if (marks.has(path)) return;
      if (marks.size === 0) process.on('exit', removeAll);
      marks.add(path);
      // Those of processes that were killed go when there is another one to make.
      await holders(folder, '', window());
      await reasonOf(async () => {
        await makeFolder(folder, FOLDER_OF_OWNER);
        await writeFile(path, JSON.stringify(ownMark(window())), { flag: 'wx', mode: 0o600 });
      });
    },
    letGo: async (id) => {
      if (!marks.delete(pathOf(id))) return;
      if (marks.size === 0) process.off('exit', removeAll);
      await reasonOf(() => rm(pathOf(id), { force: true }));
    },
    holderOf: async (id) => (await holders(folder, `${id}.`, window()))[0] ?? null,
  };
}

/** The marks of this process. */
const marks = new Set<string>();

function removeAll(): void {
  for (const path of marks) removeNow(path);
}

/** The processes, beside those of a window, that are named in the marks that begin with a text. */
async function holders(folder: string, prefix: string, window: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const name of await namesIn(folder)) {
    if (!name.startsWith(prefix) || name.endsWith(`.${window}`)) continue;
    const kept = await readKept(join(folder, name));
    const mark = kept.kind === 'text' ? parseMark(kept.text) : null;
    // One that says nothing is just being made.
    if (mark === null) continue;
    if (!hasEnded(mark)) found.push(mark.pid);
    else await reasonOf(() => rm(join(folder, name), { force: true }));
  }
  return found;
}
