import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { foldersOf } from '../../library/origin.ts';
import { foldText, withoutParts, wordsOf } from '../words/fold-text.ts';
import { createFolderWords, type FolderWords } from './folder-words.ts';
import { createIntegers } from './growing-integers.ts';
import { NEW } from './same-definitions.ts';
import { letterMask } from './vocabulary.ts';
import { createWordIndex, type TextField, type WordIndex } from './word-index.ts';

/**
 * The texts of definitions, each in a slot of its own, made ready for searching.
 *
 * Slots are only ever added: a definition whose name or description changed gets a new one, and the old one is left
 * to whoever still holds it. So one index serves a library as it was and as it is now, and taking in a changed file
 * costs no more than its words.
 */
export interface DefinitionIndex {
  readonly words: WordIndex;
  readonly folders: FolderWords;
  /**
   * The slots of definitions: the one each has, as long as its texts are the same, or else a new one.
   *
   * @param same By place where a definition stands in a list with known slots, see {@link sameDefinitions}.
   * @param known Those slots.
   */
  readonly slotsOf: (definitions: readonly AgentDefinition[], same: Int32Array, known: Uint32Array) => Uint32Array;
  /** As many slots are given out. */
  readonly size: () => number;
  /** As many slots, from the first on, are indexed. */
  readonly indexed: () => number;
  /** Index the next slot; there must be one. */
  readonly indexNext: () => void;
  /** An index of its own as this one was with so many slots, of which so many were indexed. As slow as making it anew. */
  readonly asWith: (size: number, indexed: number) => DefinitionIndex;
  /** The part that is searched of a text in a slot. */
  readonly textIn: (slot: number, field: TextField) => string;
  /** The name in an indexed slot, as it is written and folded: the same text where nothing is folded. */
  readonly writtenNameIn: (slot: number) => string;
  readonly foldedNameIn: (slot: number) => string;
  /** The words of the name in an indexed slot, folded, parted by single spaces. */
  readonly plainNameIn: (slot: number) => string;
  /**
   * By slot: how long that is, and its first UTF-16 unit. A key looks at all names that have a word; to look at the texts
   * themselves, all over the heap, takes five times as long.
   */
  readonly plainLengths: () => Int32Array;
  readonly firstUnits: () => Int32Array;
  /** By slot: one bit per letter of the name, and one per letter that starts a word of it; see {@link letterMask}. */
  readonly letters: () => Int32Array;
  readonly initials: () => Int32Array;
  /** By slot: how many words the name has, parts of camel case among them. */
  readonly nameLengths: () => Int32Array;
}

/** Descriptions are searched up to here; the longest of 5,217 published ones has 5,732 characters. */
const MAX_DESCRIPTION = 8_192;

/** The part of a description that is searched. */
export function searchedPart(description: string): string {
  return description.slice(0, MAX_DESCRIPTION);
}

/** An index of some texts, each in a slot of its own, or of none; not yet indexed. */
export function createDefinitionIndex(given: Iterable<Texts> = []): DefinitionIndex {
  const wordIndex = createWordIndex();
  const folderWords = createFolderWords();
  const slots = new Map<string, number>();
  const texts: Texts[] = [];
  const plain: string[] = [];
  const folded: string[] = [];
  /** Where it is another. */
  const written: (string | null)[] = [];
  const letters = createIntegers();
  const initials = createIntegers();
  const nameLengths = createIntegers();
  const plainLengths = createIntegers();
  const firstUnits = createIntegers();

  const add = ({ path, folders, name, description }: Texts): number => {
    const slot = texts.length;
    texts.push({ path, folders, name, description });
    slots.set(path, slot);
    return slot;
  };
  for (const one of given) add(one);

  return {
    words: wordIndex,
    folders: folderWords,
    slotsOf: (definitions, same, known) => {
      const taken = new Uint8Array(texts.length);
      const found = new Uint32Array(definitions.length);
      for (let at = 0; at < found.length; at++) {
        const slot = known[same[at] ?? NEW];
        if (slot === undefined) continue;
        taken[slot] = 1;
        found[at] = slot;
      }
      for (const [at, definition] of definitions.entries()) {
        if (same[at] !== NEW) continue;
        const { path, name, description } = definition;
        const next = { path, folders: foldersOf(definition).join(' '), name, description };
        const before = slots.get(path);
        const isSame = before !== undefined && taken[before] === 0 && hasTexts(next, texts[before]);
        if (isSame) taken[before] = 1;
        found[at] = isSame ? before : add(next);
      }
      return found;
    },
    size: () => texts.length,
    indexed: () => plain.length,
    indexNext: () => {
      const slot = plain.length;
      const { name = '', description = '', folders = '' } = texts[slot] ?? {};
      const nameWords = wordsOf(name);
      const words = nameWords.map(({ text }) => text);
      const whole = foldText(name);
      // Most names are folded already, and kept once.
      folded.push(whole === name ? name : whole);
      written.push(whole === name ? null : name);
      const plainName = withoutParts(nameWords)
        .map(({ text }) => text)
        .join(' ');
      plain.push(plainName);
      plainLengths.push(plainName.length);
      firstUnits.push(plainName === '' ? 0 : plainName.charCodeAt(0));
      letters.push(letterMask(words.join('')));
      initials.push(letterMask(words.map((word) => word[0] ?? '').join('')));
      nameLengths.push(nameWords.length);
      wordIndex.add(slot, name, nameWords, searchedPart(description));
      folderWords.add(slot, folders);
      if (plain.length === texts.length) wordIndex.pack();
    },
    asWith: (size, indexed) => {
      const own = createDefinitionIndex(texts.slice(0, size));
      while (own.indexed() < indexed) own.indexNext();
      return own;
    },
    textIn: (slot, field) =>
      field === 'name' ? (texts[slot]?.name ?? '') : searchedPart(texts[slot]?.description ?? ''),
    writtenNameIn: (slot) => written[slot] ?? folded[slot] ?? '',
    foldedNameIn: (slot) => folded[slot] ?? '',
    plainNameIn: (slot) => plain[slot] ?? '',
    letters: letters.values,
    initials: initials.values,
    plainLengths: plainLengths.values,
    firstUnits: firstUnits.values,
    nameLengths: nameLengths.values,
  };
}

interface Texts {
  readonly path: string;
  /** The names of the folders it lies in, from its collection on. */
  readonly folders: string;
  readonly name: string;
  readonly description: string;
}

const hasTexts = ({ folders, name, description }: Texts, texts: Texts | undefined): boolean =>
  texts?.name === name && texts.description === description && texts.folders === folders;
