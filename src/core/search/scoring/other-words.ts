import type { Vocabulary } from '../index/vocabulary.ts';
import { tradeWordsFor } from '../words/everyday-words.ts';
import type { ShortFormTable } from '../words/short-forms.ts';
import { americanOf, numeronymMatcher, numeronymOf } from '../words/word-forms.ts';
import type { Expansion } from './expand-word.ts';
import { LONG_FORM, SAME_FORM, SHORT_FORM, TRADE_WORD, TRADE_WORD_OF_TWO } from './weights.ts';

/**
 * The words that say the same as a word of a query: its other forms and spellings (`refactoring`, `optimisation`), what it
 * is short for and what is short for it (`db`, `k8s`).
 *
 * @param ofForm What other forms are worth.
 */
export function expandMeaning(
  query: string,
  vocabulary: Vocabulary,
  shortForms: ShortFormTable,
  ofForm: number,
): Expansion {
  const { words } = vocabulary;
  const found = new Map<number, number>();
  const keep = (number: number | undefined, quality: number) => {
    if (number !== undefined) found.set(number, Math.max(quality, found.get(number) ?? 0));
  };
  const keepForms = (word: string, quality: number) => {
    keep(vocabulary.find(word), quality);
    for (const number of vocabulary.withFormOf(word)) keep(number, SAME_FORM * quality);
  };
  const american = americanOf(query);
  for (const number of vocabulary.withFormOf(query))
    keep(number, americanOf(words[number] ?? '') === american ? SAME_FORM : ofForm);
  for (const long of shortForms.longOf(query)) keepForms(long, SHORT_FORM);
  for (const short of shortForms.shortOf(query)) keep(vocabulary.find(short), LONG_FORM);
  const numeronym = numeronymOf(query);
  if (numeronym !== null) keep(vocabulary.find(numeronym), LONG_FORM);
  const matches = numeronymMatcher(query);
  if (matches) for (const [number, word] of words.entries()) if (matches(word)) keep(number, SHORT_FORM);
  return found;
}

/** The words of the trade that somebody may mean with an everyday one, in all their forms. */
export function expandToTrade(query: string, vocabulary: Vocabulary): Expansion {
  const found = new Map<number, number>();
  const quality = query.includes(' ') ? TRADE_WORD_OF_TWO : TRADE_WORD;
  for (const word of tradeWordsFor(query)) {
    const number = vocabulary.find(word);
    if (number !== undefined) found.set(number, quality);
    for (const form of vocabulary.withFormOf(word)) found.set(form, quality);
  }
  return found;
}
