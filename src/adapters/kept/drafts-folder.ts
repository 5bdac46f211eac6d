import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Draft, isEmptyDraft } from '../../core/draft/draft.ts';
import { parseDraft, serialiseDraft } from '../../core/draft/draft-file.ts';
import { compareText } from '../../kit/compare-text.ts';
import type { Drafts, KeptDraft, LostDraft } from '../../ports/drafts.ts';
import { errorCode } from '../plain-reason.ts';
import { sha256 } from '../sha256.ts';
import { NO_HOME } from '../user-folders.ts';
import { readKept, reasonOf, replaceKept } from './kept-file.ts';
import { underLock } from './lock-file.ts';
import { openDrafts } from './open-drafts.ts';

const ID = /^[a-zA-Z0-9-]{1,80}$/;
const ENDING = '.json';

/**
 * Drafts, each in a file of its own: `drafts/<id>.json` in the data folder.
 *
 * Writes of one draft follow each other, and of those asked for while one is under way only the last is done: typing
 * fast keeps no disk busy, and what is kept is always the newest.
 *
 * A file that is not what was last read or written here belongs to another window. It is left alone, and the draft goes
 * to a new id from then on.
 *
 * The one draft that earlier versions kept, `draft.json` in the data folder, becomes one of them.
 *
 * @param dataFolder Absolute path; `null` for nowhere, as each write then says.
 */
export function draftsFolder(dataFolder: string | null): Drafts {
  if (dataFolder === null) return noDrafts();
  const folder = join(dataFolder, 'drafts');
  const open = openDrafts(join(dataFolder, 'open-drafts'));
  const pathOf = (id: string) => join(folder, id + ENDING);
  /** Hash of what was last read or written here, by id. */
  const known = new Map<string, string>();
  /** Where a draft goes whose id another window has. */
  const moved = new Map<string, string>();
  const queues = new Map<string, Queue>();
  /** The drafts worked on here as they are now. */
  const present = new Map<string, Draft>();
  /** Ids of those of them that were changed here. */
  const written = new Set<string>();

  const queueOf = (id: string): Queue => {
    const queue = queues.get(id) ?? newestOnly();
    queues.set(id, queue);
    return queue;
  };

  /** Keep a draft; why it could not be, and whether that was because another window has its place. */
  const keep = async (id: string, draft: Draft): Promise<{ reason: string | null; isMoved: boolean }> => {
    const own = moved.get(id) ?? id;
    let free = own;
    const text = serialiseDraft(draft);
    const reason = await underLock(join(dataFolder, 'drafts.lock'), async () => {
      if (await belongsToOther(pathOf(own), known.get(own))) free = freeName(own, (name) => existsSync(pathOf(name)));
      return replaceKept(pathOf(free), text);
    });
    if (reason !== null) return { reason, isMoved: false };
    known.set(free, sha256(text));
    if (free !== own) moved.set(id, free);
    return { reason: null, isMoved: free !== own };
  };

  const keepAndTell = async (id: string, draft: Draft): Promise<string | null> => {
    const { reason, isMoved } = await keep(id, draft);
    await open.mark(moved.get(id) ?? id);
    if (reason !== null) return `The draft could not be kept: ${reason}`;
    return isMoved ? 'The draft was changed in another window; what you do here is kept as a draft of its own' : null;
  };

  const isThere = async (id: string): Promise<boolean> => {
    const own = moved.get(id) ?? id;
    const found = await readKept(pathOf(own));
    // What was only looked at here may have gone on elsewhere.
    return found.kind === 'text' && (!written.has(id) || sha256(found.bytes) === known.get(own));
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
    write: async (id, draft) => {
      if (!ID.test(id)) return notAnId(id);
      present.set(id, draft);
      written.add(id);
      return queueOf(id)(() => keepAndTell(id, draft));
    },
    opened: async (id, draft) => {
      if (!ID.test(id)) return;
      present.set(id, draft);
      await open.mark(id);
    },
    openElsewhere: async (id) => {
      const holder = ID.test(id) ? await open.holderOf(id) : null;
      return holder === null ? null : `The draft is open in another window (process ${holder})`;
    },
    settle: async () => {
      const lost: LostDraft[] = [];
      for (const [id, draft] of present) {
        await queueOf(id)(async () => null);
        const reason = (await isThere(id)) ? null : (await keep(id, draft)).reason;
        if (reason !== null) lost.push({ draft, reason });
      }
      return lost;
    },
    remove: async (id) => {
      if (!ID.test(id)) return notAnId(id);
      present.delete(id);
      return queueOf(id)(async () => {
        const own = moved.get(id) ?? id;
        const reason = await reasonOf(() => rm(pathOf(own), { force: true }));
        if (reason !== null) return `The draft could not be removed: ${reason}`;
        known.delete(own);
        await open.letGo(own);
        return null;
      });
    },
  };
}

/** What keeps nothing, and says so. */
function noDrafts(): Drafts {
  const present = new Map<string, Draft>();
  return {
    list: async () => ({ drafts: [], problems: [] }),
    write: async (id, draft) => {
      present.set(id, draft);
      return `The draft could not be kept: ${NO_HOME}`;
    },
    remove: async (id) => {
      present.delete(id);
      return null;
    },
    opened: async () => {},
    openElsewhere: async () => null,
    settle: async () => [...present.values()].map((draft) => ({ draft, reason: NO_HOME })),
  };
}

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
