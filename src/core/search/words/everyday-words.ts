import { once } from '../../../kit/once.ts';
import { BUSINESS_WORDS } from './everyday/business-words.ts';
import { GENERAL_WORDS } from './everyday/general-words.ts';
import type { MeantWords } from './everyday/meant-words.ts';
import { OPERATIONS_WORDS } from './everyday/operations-words.ts';
import { SOFTWARE_WORDS } from './everyday/software-words.ts';
import { isSmallWord } from './small-words.ts';
import { formOf } from './word-forms.ts';

/**
 * What people say who do not know the words of the trade, and those: somebody who asks for a site that is slow means what
 * speaks of performance.
 */
export const EVERYDAY_WORDS: MeantWords = [...GENERAL_WORDS, ...SOFTWARE_WORDS, ...OPERATIONS_WORDS, ...BUSINESS_WORDS];

/** By the form of an everyday word, or those of two: the words of the trade. */
const table = once(() => {
  const meant = new Map<string, Set<string>>();
  for (const [everyday, trade] of EVERYDAY_WORDS) {
    for (const word of everyday.split(' ')) {
      const key = keyOf(word.split('-'));
      const words = meant.get(key) ?? new Set();
      for (const one of trade.split(' ')) words.add(one);
      meant.set(key, words);
    }
  }
  return meant;
});

const keyOf = (words: readonly string[]): string => words.map(formOf).join(' ');

/** The words of the trade that an everyday word may mean, or two of them with a blank between. */
export function tradeWordsFor(everyday: string): Iterable<string> {
  return table().get(keyOf(everyday.split(' '))) ?? [];
}

/**
 * Words, and behind two that mean something else together both with a blank between: `sign`, `in`, `sign in`. Small words
 * may stand between the two: `easier to use`.
 */
export function withPairs(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const before = new Set([words[at - 1], isSmallWord(word) ? undefined : words.slice(0, at).findLast(isTelling)]);
    const pairs = [...before].flatMap((one) => (one !== undefined ? [`${one} ${word}`] : []));
    return [word, ...pairs.filter((pair) => table().has(keyOf(pair.split(' '))))];
  });
}

const isTelling = (word: string): boolean => !isSmallWord(word);
