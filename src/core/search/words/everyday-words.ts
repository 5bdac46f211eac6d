import { memoTexts } from '../../../kit/memo.ts';
import { once } from '../../../kit/once.ts';
import { everydayTexts } from './everyday/everyday-texts.ts';
import { isSmallWord } from './small-words.ts';
import { formOf } from './word-forms.ts';

/**
 * What people say who do not know the words of the trade, and those: somebody who asks for a site that is slow means what
 * speaks of performance.
 *
 * Each of the words before the colon may mean each of those behind it; one with a hyphen is two that are typed one after the
 * other. Forms of a word need no entry.
 */
export const everydayWords = once((): readonly (readonly [everyday: string, trade: string])[] =>
  everydayTexts()
    .flatMap((field) => field.trim().split('\n'))
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split(': ') as [string, string]),
);

/** How far two forms of a word surely begin alike. */
const SHARED = 2;
/** Of so many beginnings the table is kept. */
const MOST_KEPT = 128;

const beginningOf = (words: string): string => words.slice(0, SHARED);

/** All everyday words, by how they begin: to find the forms of them all takes longer than a key may. */
const byBeginning = once(() => {
  const all = new Map<string, (readonly [everyday: string, trade: string])[]>();
  for (const [everyday, trade] of everydayWords()) {
    for (const word of everyday.split(' ')) {
      const own = all.get(beginningOf(word)) ?? [];
      own.push([word, trade]);
      all.set(beginningOf(word), own);
    }
  }
  return all;
});

/** Of everyday words that begin so, and of two that follow each other: by their forms, the words of the trade. */
const tableOf = memoTexts(MOST_KEPT, (beginning): ReadonlyMap<string, ReadonlySet<string>> => {
  const meant = new Map<string, Set<string>>();
  for (const [word, trade] of byBeginning().get(beginning) ?? []) {
    const key = keyOf(word.split('-'));
    const words = meant.get(key) ?? new Set();
    for (const one of trade.split(' ')) words.add(one);
    meant.set(key, words);
  }
  return meant;
});

const keyOf = (words: readonly string[]): string => words.map(formOf).join(' ');

/** The words of the trade that an everyday word may mean, or two of them with a blank between. */
export function tradeWordsFor(everyday: string): Iterable<string> {
  return tableOf(beginningOf(everyday)).get(keyOf(everyday.split(' '))) ?? [];
}

/**
 * Words, and behind two that mean something else together both with a blank between: `sign`, `in`, `sign in`. Small words
 * may stand between the two: `tests that are red`.
 */
export function withPairs(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const before = new Set([words[at - 1], isSmallWord(word) ? undefined : words.slice(0, at).findLast(isTelling)]);
    const pairs = [...before].flatMap((one) => (one !== undefined ? [`${one} ${word}`] : []));
    return [word, ...pairs.filter((pair) => tableOf(beginningOf(pair)).has(keyOf(pair.split(' '))))];
  });
}

const isTelling = (word: string): boolean => !isSmallWord(word);
