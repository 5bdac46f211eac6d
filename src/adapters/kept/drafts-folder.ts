import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Draft, isEmptyDraft } from '../../core/draft/draft.ts';
import { parseDraft, serialiseDraft } from '../../core/draft/draft-file.ts';
import { compareText } from '../../kit/compare-text.ts';
import type { Drafts, KeptDraft } from '../../ports/drafts.ts';
import { errorCode } from '../plain-reason.ts';
import { sha256 } from '../sha256.ts';
import { NO_HOME } from '../user-folders.ts';
import { readKept, reasonOf, replaceKept } from './kept-file.ts';

const ID = /^[a-zA-Z0-9-]{1,80}$/;
const ENDING = '.json';

/**
 * Drafts, each in a file of its own: `drafts/<id>.json` in the data folder.
 *
 * Writes of one draft follow each other, and of those asked for while one is under way only the last is done: typing
 * fast keeps no disk busy, and what is kept is always the newest.
 *
 * A file that is not what was last read or written here belongs to another window. It is left alone, and the draft goes
 * to a new id from then on. Two windows that write in the same millisecond can miss each other once; the next write finds
 * out.
 *
 * The one draft that earlier versions kept, `draft.json` in the data folder, becomes one of them.
 *
 * @param dataFolder Absolute path; `null` for nowhere, as each write then says.
 */
export function draftsFolder(dataFolder: string | null): Drafts {
  if (dataFolder === null) return NO_DRAFTS;
  const folder = join(dataFolder, 'drafts');
  const pathOf = (id: string) => join(folder, id + ENDING);
  /** Hash of what was last read or written here, by id. */
  const known = new Map<string, string>();
  /** Where a draft goes whose id another window has. */
  const moved = new Map<string, string>();
  const queues = new Map<string, Queue>();

  const queueOf = (id: string): Queue => {
    const queue = queues.get(id) ?? newestOnly();
    queues.set(id, queue);
    return queue;
  };

  const keep = async (id: string, draft: Draft): Promise<string | null> => {
    const own = moved.get(id) ?? id;
    const isForeign = await belongsToOther(pathOf(own), known.get(own));
    const free = isForeign ? freeName(own, (name) => existsSync(pathOf(name))) : own;
    const text = serialiseDraft(draft);
    const reason = await replaceKept(pathOf(free), text);
    if (reason !== null) return `The draft could not be kept: ${reason}`;
    known.set(free, sha256(text));
    if (!isForeign) return null;
    moved.set(id, free);
    return 'The draft was changed in another window; what you do here is kept as a draft of its own';
  };

  return {
    list: async () => {
      const problems: string[] = [];
      const note = (problem: string | null) => void (problem !== null && problems.push(problem));
      note(await takeOver(join(dataFolder, 'draft.json'), pathOf));
      const drafts: KeptDraft[] = [];
      for (const id of await idsIn(folder, note)) {
        const found = await readKept(pathOf(id));
        if (found.kind === 'failed') {
          if (!found.missing) note(`A draft could not be read: ${pathOf(id)}: ${found.reason}`);
          continue;
        }
        const draft = parseDraft(found.text);
        if (!draft) {
          note(await setAside(pathOf(id)));
          continue;
        }
        known.set(id, sha256(found.bytes));
        drafts.push({ id, draft, savedAt: await changedAt(pathOf(id)) });
      }
      return { drafts: drafts.sort((a, b) => b.savedAt - a.savedAt || compareText(a.id, b.id)), problems };
    },
    write: async (id, draft) => (ID.test(id) ? queueOf(id)(() => keep(id, draft)) : notAnId(id)),
    remove: async (id) => {
      if (!ID.test(id)) return notAnId(id);
      return queueOf(id)(async () => {
        const own = moved.get(id) ?? id;
        const reason = await reasonOf(() => rm(pathOf(own), { force: true }));
        if (reason !== null) return `The draft could not be removed: ${reason}`;
        known.delete(own);
        return null;
      });
    },
  };
}

const NO_DRAFTS: Drafts = {
  list: async () => ({ drafts: [], problems: [] }),
  write: async () => `The draft could not be kept: ${NO_HOME}`,
  remove: async () => null,
};

/** Runs tasks one after the other, leaving out those that a newer one has overtaken. */
type Queue = (task: () => Promise<string | null>) => Promise<string | null>;

function newestOnly(): Queue {
  let running: Promise<string | null> = Promise.resolve(null);
  let newest = 0;
  return (task) => {
    newest += 1;
    const own = newest;
    running = running.then((before) => (own === newest ? task() : before));
    return running;
  };
}

async function belongsToOther(path: string, hash: string | undefined): Promise<boolean> {
  const found = await readKept(path);
  if (found.kind === 'failed') return !found.missing;
  return sha256(found.bytes) !== hash;
}

function freeName(name: string, isTaken: (name: string) => boolean): string {
  let number = 2;
  while (isTaken(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function notAnId(id: string): string {
  return `${JSON.stringify(id.slice(0, 80))} is no id of a draft: letters, digits and hyphens`;
}

async function idsIn(folder: string, note: (problem: string) => void): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(ENDING) && ID.test(name.slice(0, -ENDING.length)))
      .map((name) => name.slice(0, -ENDING.length));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT')
      note(`The drafts could not be read: ${await reasonOf(() => Promise.reject(error))}`);
    return [];
  }
}

async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return 0;
  }
}

async function setAside(path: string): Promise<string> {
  const aside = existsSync(`${path}.unreadable`) ? freeName(`${path}.unreadable`, existsSync) : `${path}.unreadable`;
  const reason = await reasonOf(() => rename(path, aside));
  const what = 'A draft could not be read: it is damaged, or a newer version of agents wrote it';
  return reason === null
    ? `${what}; it was set aside as ${aside}`
    : `${what}, and it could not be set aside: ${reason}`;
}

/** Make the one draft of earlier versions one of several. */
async function takeOver(path: string, pathOf: (id: string) => string): Promise<string | null> {
  const found = await readKept(path);
  if (found.kind === 'failed')
    return found.missing ? null : `The draft of last time could not be read: ${found.reason}`;
  const draft = parseDraft(found.text);
  if (!draft) return setAside(path);
  const id = existsSync(pathOf('earlier')) ? freeName('earlier', (name) => existsSync(pathOf(name))) : 'earlier';
  const reason = isEmptyDraft(draft) ? null : await replaceKept(pathOf(id), serialiseDraft(draft));
  if (reason !== null) return `The draft of last time could not be kept: ${reason}`;
  await reasonOf(() => rm(path, { force: true }));
  return null;
}
