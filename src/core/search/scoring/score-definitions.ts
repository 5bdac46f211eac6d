import type { DefinitionIndex } from '../index/definition-index.ts';
import { letterMask } from '../index/vocabulary.ts';
import { abbreviationScore, highestScore, leastQuality } from './abbreviation-score.ts';
import { abbreviationQuality, occursInOrder } from './match-abbreviation.ts';
import type { SlotValues } from './slot-values.ts';
import type { TermScores } from './term-ground.ts';
import {
  ANY_WORD,
  COVERAGE_FLOOR,
  IN_FOLDER,
  LEAST_OF_DESCRIPTION,
  LETTERS_OF_A_WORD,
  MANY_BY_GUESS,
  MANY_BY_WORDS,
  MISSING_WORDS,
  NAME_BEGINS,
  NAME_BEGINS_OTHERWISE,
  NAME_BEGINS_WITH_ACRONYM,
  WORD_START,
  WORDS_CEILING,
} from './weights.ts';
import { keptOfLong, weighNearness } from './word-nearness.ts';

/** One reading of a query's words: what is asked for when of each group one alternative is taken. */
export interface Reading {
  /** All its words in their order, with single spaces: tried as a name. */
  readonly plain: string;
  /** Whether they may also be letters of a name: not if any of them has to stand as it is. */
  readonly rough: boolean;
  /** Whether there are so many rough words that they describe what is meant: not all of them need be there. */
  readonly isDescription: boolean;
  /** The first of them are those of its rough words. */
  readonly terms: readonly TermScores[];
  /** Its rough words that say what is looked for, and not where. */
  readonly words: readonly string[];
  /** By index: 0 where a filter leaves it out. `null` if there is no filter. */
  readonly mask: Uint8Array | null;
}

/** The definitions of a library, as far as scoring needs to know them. */
export interface Scored {
  readonly index: DefinitionIndex;
  /** The slot of each definition, by index. */
  readonly slots: Uint32Array;
  /** The index of the definition in each slot; -1 where the library has it no longer. */
  readonly indexes: Int32Array;
  /** As many slots, from the first on, are looked at; the index may have gone on. */
  readonly indexed: number;
}

/** The best score of each definition so far, by slot. */
export interface BestScores {
  readonly scoreOf: (slot: number) => number;
  /** @param byLetters Whether letters of the name won it. */
  readonly raise: (slot: number, score: number, byLetters: boolean) => void;
}

/**
 * What definitions are worth to a reading: the best of the name typed in full or begun, of its words, and of its
 * letters; 1 for a name typed in full.
 *
 * @param best Told each definition that was found, by its slot; the same one may be told twice.
 */
export function scoreDefinitions(
  { index, slots, indexes, indexed }: Scored,
  { plain, rough, isDescription, terms, mask }: Reading,
  best: BestScores,
): void {
  const isKept = (slot: number): boolean => {
    const at = indexes[slot] ?? -1;
    return at >= 0 && (mask === null || mask[at] === 1);
  };
  const words = scoreWords({ index, slots }, { terms, isDescription }, isKept);
  const lengths = index.plainLengths();
  const firstUnits = index.firstUnits();
  const first = plain.charCodeAt(0);
  const use = terms.length === 1 && terms[0] ? terms[0] : NO_USE;
  for (let place = 0; place < words.slots.length; place++) {
    const slot = words.slots[place] ?? 0;
    const byWords = WORDS_CEILING * (words.values[place] ?? 0) * coverage(plain, lengths[slot] ?? 0);
    const byName = firstUnits[slot] === first ? nameScore(plain, index.plainNameIn(slot), use) : 0;
    best.raise(slot, Math.max(byWords, byName), false);
  }
  if (!rough || isFoundAsTyped(plain, terms, words.slots.length)) return;
  const letters = plain.replaceAll(' ', '');
  // A single letter is found as the beginning of a word, and of two both start words.
  if (letters.length < 2) return;
  const initialsOnly = letters.length === 2 || use.isAcronym || words.slots.length > MANY_BY_GUESS;
  scoreLetters(letters, { initialsOnly, use }, { index, slots, indexed }, isKept, best);
}

/**
 * Whether a query need not be an abbreviation, because its words stand in many definitions as they were typed. Two
 * letters begin many words and are initials all the same, and soon looked for.
 */
function isFoundAsTyped(plain: string, terms: readonly TermScores[], count: number): boolean {
  return count > MANY_BY_WORDS && plain.length > 2 && terms.every(({ isLiteral }) => isLiteral);
}

/**
 * The names that the letters of a query may stand for.
 *
 * @param initialsOnly Whether all of them have to start words.
 * @param use Whether somebody uses them as a word, which is what they mean then, but where they are all initials.
 */
function scoreLetters(
  text: string,
  { initialsOnly, use }: { readonly initialsOnly: boolean; readonly use: WordUse },
  { index, slots, indexed }: Omit<Scored, 'indexes'>,
  isKept: (slot: number) => boolean,
  best: BestScores,
): void {
  const mask = letterMask(text);
  const least = leastQuality(text);
  const starting = letterMask(initialsOnly ? text : text.slice(0, 1));
  const letters = index.letters();
  const initials = index.initials();
  const words = index.nameLengths();
  const plainLengths = index.plainLengths();
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0;
    const isLacking = (mask & ~(letters[slot] ?? 0)) | (starting & ~(initials[slot] ?? 0));
    if (isLacking !== 0 || slot >= indexed || !isKept(slot)) continue;
    const length = plainLengths[slot] ?? 0;
    const most = keptBesideWord(WORD_START, text, words[slot] ?? 0, use);
    if (best.scoreOf(slot) >= most * highestScore(text, length, words[slot] ?? 0)) continue;
    if (!occursInOrder(text, index.plainNameIn(slot))) continue;
    const quality = abbreviationQuality(text, index.writtenNameIn(slot), index.foldedNameIn(slot));
    if (quality < least) continue;
    const kept = keptBesideWord(quality, text, words[slot] ?? 0, use);
    best.raise(slot, kept * abbreviationScore(quality, text, length), true);
  }
}

/**
 * What is kept of the worth of letters, which is less where somebody uses them as a word: initials of the whole name are meant all the same, but
 * where they are the acronym of something else.
 */
function keptBesideWord(quality: number, letters: string, words: number, { isWord, isAcronym }: WordUse): number {
  if (!isWord) return 1;
  return quality === WORD_START && letters.length >= words && !isAcronym ? 1 : LETTERS_OF_A_WORD;
}

/** How the one word of a query is used. */
type WordUse = Pick<TermScores, 'isWord' | 'isAcronym'>;
const NO_USE: WordUse = { isWord: false, isAcronym: false };

// Room for adding up, by slot, and for the slots touched; used again on each key press, see `SlotCollector`.
let counts = new Uint8Array(0);
let sums = new Float32Array(0);
let shares = new Float32Array(0);
let inFolder = new Uint8Array(0);
let touched = new Uint32Array(0);
let takenSlots = new Uint32Array(0);
let takenValues = new Float32Array(0);

/**
 * The worth of all words together, 0 to 1. Every word has to be there; if no definition has them all, those with the
 * most count, for less. A word that few definitions have weighs more, as in inverse document frequency.
 *
 * @returns Good until the next call.
 */
function scoreWords(
  { index, slots }: Pick<Scored, 'index' | 'slots'>,
  { terms, isDescription }: Pick<Reading, 'terms' | 'isDescription'>,
  isKept: (slot: number) => boolean,
): SlotValues {
  if (counts.length < index.size()) {
    counts = new Uint8Array(index.size() * 2);
    sums = new Float32Array(index.size() * 2);
    shares = new Float32Array(index.size() * 2);
    inFolder = new Uint8Array(index.size() * 2);
    touched = new Uint32Array(index.size() * 2);
    takenSlots = new Uint32Array(index.size() * 2);
    takenValues = new Float32Array(index.size() * 2);
  }
  let length = 0;
  const weights = terms.map(({ holders }) =>
    // A word that nobody has says nothing.
    holders === 0 ? 0 : ANY_WORD + Math.log2(1 + slots.length / holders),
  );
  for (const [at, { found }] of terms.entries()) length = addWord(found, weights[at] ?? 0, isKept, length);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  if (!isDescription) return takeSums(length, terms.length, weight);
  const taken = takeShares(index, length, weight);
  weighNearness(
    index,
    taken,
    terms.map(({ words }, at) => [words, weights[at] ?? 0]),
  );
  return taken;
}

/** @returns How many slots are touched now. */
function addWord(
  { slots, values }: SlotValues,
  weight: number,
  isKept: (slot: number) => boolean,
  from: number,
): number {
  let length = from;
  for (let place = 0; place < slots.length; place++) {
    const slot = slots[place] ?? 0;
    if (!isKept(slot)) continue;
    if (counts[slot] === 0) touched[length++] = slot;
    counts[slot] = (counts[slot] ?? 0) + 1;
    const value = values[place] ?? 0;
    if (value <= Math.fround(IN_FOLDER)) inFolder[slot] = 1;
    sums[slot] = (sums[slot] ?? 0) + weight * value;
    shares[slot] = (shares[slot] ?? 0) + weight;
  }
  return length;
}

/** Of the touched slots those with the most words, and room for the next sums. */
function takeSums(length: number, terms: number, weights: number): SlotValues {
  let most = 0;
  for (let at = 0; at < length; at++) most = Math.max(most, counts[touched[at] ?? 0] ?? 0);
  const scale = most === 0 ? 0 : (most / terms) ** MISSING_WORDS / weights;
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const slot = touched[at] ?? 0;
    if (counts[slot] === most) {
      takenSlots[kept] = slot;
      takenValues[kept] = (sums[slot] ?? 0) * scale * keptBeside(slot);
      kept += 1;
    }
    forget(slot);
  }
  return { slots: takenSlots.subarray(0, kept), values: takenValues.subarray(0, kept) };
}

/** Of the touched slots those that have a good part of what the words weigh, each for as much as it has; and room for the next sums. */
function takeShares(index: DefinitionIndex, length: number, weights: number): SlotValues {
  let most = 0;
  for (let at = 0; at < length; at++) most = Math.max(most, shares[touched[at] ?? 0] ?? 0);
  const least = LEAST_OF_DESCRIPTION * most;
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const slot = touched[at] ?? 0;
    if ((shares[slot] ?? 0) >= least) {
      takenSlots[kept] = slot;
      takenValues[kept] = ((sums[slot] ?? 0) / weights) * keptOfLong(index, slot) * keptBeside(slot);
      kept += 1;
    }
    forget(slot);
  }
  return { slots: takenSlots.subarray(0, kept), values: takenValues.subarray(0, kept) };
}

/** What is kept where only the folder has one of the words: it comes below what has them in its texts. */
const keptBeside = (slot: number): number => (inFolder[slot] === 1 ? IN_FOLDER : 1);

function forget(slot: number): void {
  inFolder[slot] = 0;
  counts[slot] = 0;
  sums[slot] = 0;
  shares[slot] = 0;
}

/**
 * What the name as a whole is worth: typed in full, or begun. Best where it goes on with another word; where it goes on in the
 * same one, what was typed may be a word of its own, which stands in other names.
 */
function nameScore(plain: string, name: string, { isWord, isAcronym }: WordUse): number {
  if (plain === '' || !name.startsWith(plain)) return 0;
  const share = plain.length / name.length;
  if (share === 1) return 1;
  if (name[plain.length] === ' ') return WORDS_CEILING + (NAME_BEGINS * (1 + share)) / 2;
  if (!isWord) return WORDS_CEILING + (NAME_BEGINS * share) / 2;
  return (isAcronym ? NAME_BEGINS_WITH_ACRONYM : NAME_BEGINS_OTHERWISE) + NAME_BEGINS * share;
}

/** Of names that hold the same words, the one with the least besides them is meant. */
function coverage(plain: string, nameLength: number): number {
  if (plain === '') return 1;
  return COVERAGE_FLOOR + (1 - COVERAGE_FLOOR) * Math.min(1, plain.length / Math.max(1, nameLength));
}
