import { memoTexts } from '../../../kit/memo.ts';
import { PASSED_OVER } from '../index/word-sequences.ts';
import type { Term } from '../query/query.ts';
import { isRough, isScored } from '../query/query-plan.ts';
import type { Reading } from '../scoring/score-definitions.ts';
import { DESCRIBING } from '../scoring/weights.ts';
import { withPairs } from '../words/everyday-words.ts';
import { plainWordsOf } from '../words/fold-text.ts';
import { isSmallWord } from '../words/small-words.ts';
import { bothMasks, type FilterGround, type Mask, phraseScores, termMask } from './query-filters.ts';

/** More words than anyone types; what is pasted beyond does not count. */
const MAX_WORDS = 12;

/**
 * One reading of a query made ready for scoring: rough words by themselves, all other terms also as conditions.
 *
 * @param filters What the filters of the whole query keep.
 */
export function readingOf(terms: readonly Term[], filters: Mask | null, ground: FilterGround): Reading {
  const { scorer } = ground;
  const scored = terms.filter(isScored).map((term) => asLetters(term, ground));
  const typed = distinctWords(scored.filter(isRough));
  const isDescription = typed.length >= DESCRIBING;
  const telling = tellingWords(terms);
  const strict = scored.filter((term) => !isRough(term)).map((term) => phraseScores(term, scorer));
  return {
    plain: scored
      .filter(({ filter }) => filter !== 'desc')
      .flatMap(({ text }) => queryWords(text))
      .slice(0, MAX_WORDS)
      .join(' '),
    rough: strict.length === 0,
    isDescription,
    terms: [
      ...scorer.neighbours(
        telling,
        telling.map((word, at) => isNext(typed, telling[at - 1], word)),
        isDescription,
      ),
      ...strict,
    ],
    words: telling,
    mask: terms
      .filter((term) => !isRough(term))
      .map((term) => termMask(term, ground))
      .reduce(bothMasks, filters),
  };
}

/** The rough words of a reading that say what is looked for: of a description all but the small ones. */
export function tellingWords(terms: readonly Term[]): readonly string[] {
  const typed = distinctWords(terms.filter(isScored).filter(isRough));
  const telling = typed.length >= DESCRIBING ? withPairs(typed).filter((word) => !isSmallWord(word)) : typed;
  return telling.length > 0 ? telling : typed;
}

/** Letters with a sign between them, `a/b`, are looked for as they are where somebody writes them so. */
function asLetters(term: Term, { scorer }: FilterGround): Term {
  if (!isRough(term) || !LETTERS.test(term.text)) return term;
  const exact: Term = { ...term, kind: 'exact' };
  return phraseScores(exact, scorer).found.slots.length > 0 ? exact : term;
}

const LETTERS = /^(?:[a-z0-9]+[/&])*[a-z](?:[/&][a-z0-9]+)+$/i;

/** Whether a word was typed right after another, with no more than a word like *of* between them. */
function isNext(typed: readonly string[], before: string | undefined, word: string): boolean {
  if (before === undefined || !typed.includes(before) || !typed.includes(word)) return false;
  const between = typed.slice(typed.indexOf(before) + 1, typed.indexOf(word));
  return between.length < 2 && between.every((one) => PASSED_OVER.has(one));
}

function distinctWords(terms: readonly Term[]): readonly string[] {
  return [...new Set(terms.flatMap(({ text }) => queryWords(text)))].slice(0, MAX_WORDS);
}

/** A point before all else belongs to the word, as in `.net`. */
const queryWords = memoTexts(MAX_WORDS * 4, (text: string): readonly string[] =>
  plainWordsOf(text).map((word) => (text[0] === '.' && word.start === 1 ? `.${word.text}` : word.text)),
);
