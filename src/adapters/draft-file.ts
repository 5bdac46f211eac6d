import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Draft } from '../core/draft.ts';
import { parseDraft, serialiseDraft } from '../core/draft-file.ts';
import { errorCode, plainReason } from './plain-reason.ts';
import { readRegularFile } from './read-file.ts';
import { withTemporary } from './temporary-file.ts';

/** What was found where the draft is kept. */
type DraftOutcome =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'none' }
  /** What is there cannot be used; it was set aside, not deleted. */
  | { readonly kind: 'failed'; readonly reason: string };

interface OneDraft {
  read(): Promise<DraftOutcome>;
  /** Keep the draft in place of the one kept before; the problem in words, or `null`. */
  write(draft: Draft): Promise<string | null>;
}

/**
 * The draft in a file of its own.
 *
 * Writes follow each other, and of those asked for while one is under way only the last is done: typing fast keeps no
 * disk busy, and what is kept is always the newest.
 *
 * @param path Absolute path. Its folder is made when something is first kept.
 */
export function draftFile(path: string): OneDraft {
  let writing: Promise<string | null> = Promise.resolve(null);
  let newest = 0;
  return {
    read: async () => {
      const found = await readRegularFile(path);
      if (found.kind === 'failed') return found.missing ? { kind: 'none' } : { kind: 'failed', reason: found.reason };
      const draft = parseDraft(found.text);
      return draft ? { kind: 'draft', draft } : setAside(path);
    },
    write: (draft) => {
      newest += 1;
      const own = newest;
      writing = writing.then((before) => (own === newest ? replaced(path, serialiseDraft(draft)) : before));
      return writing;
    },
  };
}

async function replaced(path: string, text: string): Promise<string | null> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await withTemporary(path, Buffer.from(text, 'utf8'), OWNER_ONLY, (temporary) => rename(temporary, path));
    return null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return `The draft could not be kept: ${plainReason(error)}`;
  }
}

/** Prompts may be private. */
const OWNER_ONLY = 0o600;

async function setAside(path: string): Promise<{ readonly kind: 'failed'; readonly reason: string }> {
  const aside = `${path}.unreadable`;
  try {
    await rename(path, aside);
    return { kind: 'failed', reason: `The draft of last time could not be read; it was set aside as ${aside}` };
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return { kind: 'failed', reason: `The draft of last time could not be read: ${plainReason(error)}` };
  }
}
