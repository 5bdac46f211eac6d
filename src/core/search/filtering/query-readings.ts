import type { Term } from '../query/query.ts';
import { isRough, isScored } from '../query/query-plan.ts';
import type { Reading } from '../scoring/score-definitions.ts';
import { plainWordsOf } from '../words/fold-text.ts';
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
  const scored = terms.filter(isScored);
  const rough = distinctWords(scored.filter(isRough));
  const strict = scored.filter((term) => !isRough(term)).map((term) => phraseScores(term, scorer));
  return {
    plain: distinctWords(scored.filter(({ filter }) => filter !== 'desc')).join(' '),
    rough: strict.length === 0,
    terms: [...rough.map(scorer.word), ...strict],
    mask: terms
      .filter((term) => !isRough(term))
      .map((term) => termMask(term, ground))
      .reduce(bothMasks, filters),
  };
}

function distinctWords(terms: readonly Term[]): readonly string[] {
  const words = terms.flatMap(({ text }) => plainWordsOf(text).map((word) => word.text));
  return [...new Set(words)].slice(0, MAX_WORDS);
}
