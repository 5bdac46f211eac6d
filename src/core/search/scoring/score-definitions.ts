import type { DefinitionIndex } from '../index/definition-index.ts';
import { letterMask } from '../index/vocabulary.ts';
import { type AbbreviationMatch, abbreviationQuality, matchAbbreviation, occursInOrder } from './match-abbreviation.ts';
import type { SlotValues } from './slot-values.ts';
import type { TermScores } from './term-scores.ts';
import {
  ABBREVIATION_HANDICAP,
  ANY_WORD,
  COVERAGE_FLOOR,
  MANY_BY_GUESS,
  MANY_BY_WORDS,
  MIN_ABBREVIATION,
  MIN_TWO_LETTERS,
  MISSING_WORDS,
  NAME_BEGINS,
  NEXT_LETTER,
  WORD_START,
  WORDS_CEILING,
} from './weights.ts';

/** One reading of a query's words: what is asked for when of each group one alternative is taken. */
export interface Reading {
  /** All its words in their order, with single spaces: tried as a name. */
  readonly plain: string;
  /** Whether they may also be letters of a name: not if any of them has to stand as it is. */
  readonly rough: boolean;
  readonly terms: readonly TermScores[];
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
  { plain, rough, terms, mask }: Reading,
  best: BestScores,
): void {
  const isKept = (slot: number): boolean => {
    const at = indexes[slot] ?? -1;
    return at >= 0 && (mask === null || mask[at] === 1);
  };
  const words = scoreWords(terms, isKept, { slots: index.size(), definitions: slots.length });
  const lengths = index.plainLengths();
  const firstUnits = index.firstUnits();
  const first = plain.charCodeAt(0);
  for (let place = 0; place < words.slots.length; place++) {
    const slot = words.slots[place] ?? 0;
    const byWords = WORDS_CEILING * (words.values[place] ?? 0) * coverage(plain, lengths[slot] ?? 0);
    const byName = firstUnits[slot] === first ? nameScore(plain, index.plainNameIn(slot)) : 0;
    best.raise(slot, Math.max(byWords, byName), false);
  }
  if (!rough || isFoundAsTyped(plain, terms, words.slots.length)) return;
  const letters = plain.replaceAll(' ', '');
  // A single letter is found as the beginning of a word, and of two both start words.
  if (letters.length < 2) return;
  const initialsOnly = letters.length === 2 || words.slots.length > MANY_BY_GUESS;
  scoreLetters(letters, initialsOnly, { index, slots, indexed }, isKept, best);
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
 */
function scoreLetters(
  text: string,
  initialsOnly: boolean,
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
    if ((mask & ~(letters[slot] ?? 0)) !== 0 || (starting & ~(initials[slot] ?? 0)) !== 0) continue;
    if (slot >= indexed || !isKept(slot)) continue;
    const length = plainLengths[slot] ?? 0;
    if (best.scoreOf(slot) >= highestScore(text, length, words[slot] ?? 0)) continue;
    if (!occursInOrder(text, index.plainNameIn(slot))) continue;
    const quality = abbreviationQuality(text, index.writtenNameIn(slot), index.foldedNameIn(slot));
    if (quality >= least) best.raise(slot, abbreviationScore(quality, text, length), true);
  }
}

interface Size {
  readonly slots: number;
  readonly definitions: number;
}

// Room for adding up, by slot, and for the slots touched; used again on each key press, see `SlotCollector`.
let counts = new Uint8Array(0);
let sums = new Float32Array(0);
let touched = new Uint32Array(0);

/**
 * The worth of all words together, 0 to 1. Every word has to be there; if no definition has them all, those with the
 * most count, for less. A word that few definitions have weighs more, as in inverse document frequency.
 */
function scoreWords(terms: readonly TermScores[], isKept: (slot: number) => boolean, size: Size): SlotValues {
  if (counts.length < size.slots) {
    counts = new Uint8Array(size.slots * 2);
    sums = new Float32Array(size.slots * 2);
    touched = new Uint32Array(size.slots * 2);
  }
  let length = 0;
  let weights = 0;
  for (const { found } of terms) {
    // A word that nobody has says nothing.
    const weight = found.slots.length === 0 ? 0 : ANY_WORD + Math.log2(1 + size.definitions / found.slots.length);
    weights += weight;
    length = addWord(found, weight, isKept, length);
  }
  return takeSums(length, terms.length, weights);
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
    sums[slot] = (sums[slot] ?? 0) + weight * (values[place] ?? 0);
  }
  return length;
}

/** Of the touched slots those with the most words, and room for the next sums. */
function takeSums(length: number, terms: number, weights: number): SlotValues {
  let most = 0;
  for (let at = 0; at < length; at++) most = Math.max(most, counts[touched[at] ?? 0] ?? 0);
  const scale = most === 0 ? 0 : (most / terms) ** MISSING_WORDS / weights;
  const slots = new Uint32Array(length);
  const values = new Float32Array(length);
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const slot = touched[at] ?? 0;
    if (counts[slot] === most) {
      slots[kept] = slot;
      values[kept] = (sums[slot] ?? 0) * scale;
      kept += 1;
    }
    counts[slot] = 0;
    sums[slot] = 0;
  }
  return { slots: slots.subarray(0, kept), values: values.subarray(0, kept) };
}

/** What the name as a whole is worth: typed in full, or begun. */
function nameScore(plain: string, name: string): number {
  if (plain === '' || !name.startsWith(plain)) return 0;
  return name.length === plain.length ? 1 : WORDS_CEILING + NAME_BEGINS * (plain.length / name.length);
}

/** Of names that hold the same words, the one with the least besides them is meant. */
function coverage(plain: string, nameLength: number): number {
  if (plain === '') return 1;
  return COVERAGE_FLOOR + (1 - COVERAGE_FLOOR) * Math.min(1, plain.length / Math.max(1, nameLength));
}

/** The letters of a query as an abbreviation of a name, `null` if they are none or a poor one. */
export function abbreviate(letters: string, name: string): AbbreviationMatch | null {
  const match = matchAbbreviation(letters, name);
  return match && match.quality >= leastQuality(letters) ? match : null;
}

const leastQuality = (letters: string): number => (letters.length === 2 ? MIN_TWO_LETTERS : MIN_ABBREVIATION);

/** Good abbreviations rank with words found in a name, poor ones below words found in a description. */
function abbreviationScore(quality: number, letters: string, nameLength: number): number {
  const share = Math.min(1, letters.length / Math.max(1, nameLength));
  return WORDS_CEILING * (quality - ABBREVIATION_HANDICAP) + NAME_BEGINS * share;
}

/**
 * More than this an abbreviation cannot score: as many letters start words as there are words, and the others follow
 * on each other. Where words were found that score as much, there is no need to look at the letters.
 */
function highestScore(letters: string, nameLength: number, words: number): number {
  const starting = Math.min(words, letters.length);
  const quality = (starting * WORD_START + (letters.length - starting) * NEXT_LETTER) / letters.length;
  return abbreviationScore(quality, letters, nameLength);
}
