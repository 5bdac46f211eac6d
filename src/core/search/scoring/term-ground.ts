import type { DefinitionIndex } from '../index/definition-index.ts';
import { LONGEST, type TextField } from '../index/word-index.ts';
import type { Word } from '../words/fold-text.ts';
import { type MatchRange, wordRanges } from '../words/highlight.ts';
import type { ShortFormTable } from '../words/short-forms.ts';
import { type Expansion, expandBeginning, isUnspaced } from './expand-word.ts';
import { createCollector, type SlotValues } from './slot-values.ts';
import { IN_DESCRIPTION, IN_FOLDER, IN_LONG_DESCRIPTION, IN_NAME, SAME_WORD } from './weights.ts';
import type { WordsInARow } from './words-in-a-row.ts';

/** What terms are scored over. */
export interface TermGround {
  readonly index: DefinitionIndex;
  readonly shortForms: ShortFormTable;
  readonly isThere: (slot: number) => boolean;
}

/** What one term of a query is worth, up to 1, in the definitions it is found in. */
export interface TermScores {
  readonly found: SlotValues;
  /** As many say it: what a word is worth falls with them. */
  readonly holders: number;
  /** Whether it was found as typed, and not as what it may be a mistake or an abbreviation for. */
  readonly isLiteral: boolean;
  /** Whether somebody uses the very word. */
  readonly isWord: boolean;
  /** Whether most who use it write it in capitals: what begins so, or has these letters, is something else then. */
  readonly isAcronym: boolean;
  /** The words it was found by, by their numbers. */
  readonly words: Expansion;
  /** Where it stands among the words of a text of a definition. */
  readonly rangesIn: (words: readonly Word[], field: TextField) => readonly MatchRange[];
}

/** Room for what a term is worth; empty between terms. */
export const collector = createCollector();

/** The word itself; in scripts without blanks what begins with it or holds it too. */
export function expandExactly(word: string, { words: { vocabulary } }: DefinitionIndex): Expansion {
  if (isUnspaced(word)) return expandBeginning(word, vocabulary);
  const number = vocabulary.find(word);
  return new Map(number === undefined ? [] : [[number, SAME_WORD]]);
}

/** All words of some expansions, each with its best quality. */
export function best(expansions: readonly Expansion[]): Expansion {
  const filled = expansions.filter(({ size }) => size > 0);
  // Most words mean nothing but themselves; of a letter there are thousands.
  if (filled.length === 1 && filled[0]) return filled[0];
  const all = new Map<number, number>();
  for (const one of filled)
    for (const [number, quality] of one) all.set(number, Math.max(quality, all.get(number) ?? 0));
  return all;
}

/** The same words, all of one quality. */
export const raised = (expansion: Expansion, quality: number): Expansion =>
  new Map([...expansion.keys()].map((number) => [number, quality]));

/** What a word is worth in a description, by the description's length in words. */
const IN_DESCRIPTION_OF = Float32Array.from({ length: LONGEST + 1 }, (_, length) => {
  const long = Math.log(Math.max(1, length)) / Math.log(LONGEST);
  return IN_DESCRIPTION + (IN_LONG_DESCRIPTION - IN_DESCRIPTION) * long;
});

/**
 * Collect what words are worth where they stand.
 *
 * @param only The one field that counts, `null` for either.
 */
export function raiseWords({ index, isThere }: TermGround, expansion: Expansion, only: TextField | null): void {
  if (expansion.size === 0) return;
  index.words.visit(expansion, (slot, isName, length, quality) => {
    if (!isThere(slot) || (only !== null && isName !== (only === 'name'))) return;
    collector.raise(slot, quality * (isName ? IN_NAME : (IN_DESCRIPTION_OF[length] ?? 0)));
  });
}

/** Collect what lies in folders called by a word, or by one that begins so, and has it nowhere else. */
export function raiseFolders({ index, isThere }: TermGround, word: string): void {
  if (word.length < MIN_FOLDER) return;
  index.folders.visit(word, (slot) => {
    if (isThere(slot)) collector.raise(slot, IN_FOLDER);
  });
}

/** Shorter words begin too many. */
const MIN_FOLDER = 3;

/** Collect what neighbouring words are worth where they stand. */
export function raiseRow({ index }: TermGround, row: WordsInARow | null, worth: number): void {
  const { sequences } = index.words;
  row?.visit((slot, isName, quality) => {
    const { description, end } = sequences.placesOf(slot);
    const length = Math.min(LONGEST, Math.max(1, end - description));
    collector.raise(slot, worth * quality * (isName ? IN_NAME : (IN_DESCRIPTION_OF[length] ?? 0)));
  });
}

/** Where words that a word of a query was taken for stand in a text. */
export function rangesOf(
  { index }: TermGround,
  query: string,
  expansion: Expansion,
  only: TextField | null,
): (words: readonly Word[], field: TextField) => readonly MatchRange[] {
  const qualityOf = (word: string) => expansion.get(index.words.vocabulary.find(word) ?? -1) ?? 0;
  return (words, field) => (only === null || only === field ? wordRanges(words, { query, qualityOf }) : []);
}

/** Whether somebody uses a word, and whether as an acronym; names are written small as often as not. */
export function usageOf(
  { index, isThere }: TermGround,
  word: string,
): { readonly isWord: boolean; readonly isAcronym: boolean } {
  let uses = 0;
  let inDescriptions = 0;
  const exactly = expandExactly(word, index);
  if (exactly.size === 0) return { isWord: false, isAcronym: false };
  index.words.visit(exactly, (slot, isName) => {
    if (!isThere(slot)) return;
    uses += 1;
    if (!isName) inDescriptions += 1;
  });
  const inCapitals = uses === 0 ? 0 : countOf(index.words.slotsInCapitals(word), isThere);
  return { isWord: uses > 0, isAcronym: inCapitals >= MIN_CAPITALS && inCapitals * 2 >= inDescriptions };
}

function countOf(slots: readonly number[], isCounted: (slot: number) => boolean): number {
  let count = 0;
  for (const slot of slots) if (isCounted(slot)) count += 1;
  return count;
}

/** Fewer stress a word. */
const MIN_CAPITALS = 2;
