import { formOf } from '../words/word-forms.ts';
import { createIntegers } from './growing-integers.ts';

/** All distinct words that can be found. It only grows, so that a word's number stays the same. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** The number of a word, which is its index in `words`; given to it when first asked for. */
  readonly numberOf: (word: string) => number;
  /** The number of a word that is there, or `undefined`. */
  readonly find: (word: string) => number | undefined;
  /** The numbers of the words with a form in common, see {@link formOf}; of a word that is not there too. */
  readonly withFormOf: (word: string) => readonly number[];
  /** By number: one bit per letter the word has, to pass over words that cannot match; see {@link letterMask}. */
  readonly letters: () => Int32Array;
  /** The same for its pairs of neighbouring letters; see {@link pairMask}. */
  readonly pairs: () => Int32Array;
}

/** A vocabulary with some words in it. */
export function createVocabulary(first: Iterable<string> = []): Vocabulary {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const byForm = new Map<string, number[]>();
  const letters = createIntegers();
  const pairs = createIntegers();

  const add = (word: string): number => {
    const number = words.length;
    words.push(word);
    numbers.set(word, number);
    const form = formOf(word);
    const others = byForm.get(form);
    if (others) others.push(number);
    else byForm.set(form, [number]);
    letters.push(letterMask(word));
    pairs.push(pairMask(word));
    return number;
  };
  const numberOf = (word: string) => numbers.get(word) ?? add(word);
  for (const word of first) numberOf(word);

  return {
    words,
    numberOf,
    find: (word) => numbers.get(word),
    withFormOf: (word) => byForm.get(formOf(word)) ?? [],
    letters: letters.values,
    pairs: pairs.values,
  };
}

/** One bit for each Latin letter, and one of six for anything else. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << letterBit(word.charCodeAt(at));
  return mask;
}

/** One of 32 bits for each pair of neighbouring letters. */
export function pairMask(word: string): number {
  let mask = 0;
  for (let at = 1; at < word.length; at++) {
    mask |= 1 << ((word.charCodeAt(at - 1) * 31 + word.charCodeAt(at) * 7) & 31);
  }
  return mask;
}

/** How many bits are set. */
export function bitsOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const letterBit = (code: number): number => (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
