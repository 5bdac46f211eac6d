import { wordsOf } from '../words/fold-text.ts';

/** Which slots lie in folders that are called by a word. It only grows. */
export interface FolderWords {
  /** @param folders The names of the folders, one text for all in the same ones. */
  readonly add: (slot: number, folders: string) => void;
  /** Tell the slots with a word that begins so, some more than once. */
  readonly visit: (beginning: string, on: (slot: number) => void) => void;
}

/** No words. */
export function createFolderWords(): FolderWords {
  const holders = new Map<string, number[]>();
  /** The lists that a slot in some folders belongs in: most lie where many do. */
  const byFolders = new Map<string, readonly number[][]>();

  const listsOf = (folders: string): readonly number[][] =>
    [...new Set(wordsOf(folders).map(({ text }) => text))].map((word) => {
      const list = holders.get(word) ?? [];
      holders.set(word, list);
      return list;
    });

  return {
    add: (slot, folders) => {
      if (folders === '') return;
      const lists = byFolders.get(folders) ?? listsOf(folders);
      byFolders.set(folders, lists);
      for (const list of lists) list.push(slot);
    },
    visit: (beginning, on) => {
      for (const [word, slots] of holders) if (word.startsWith(beginning)) for (const slot of slots) on(slot);
    },
  };
}
