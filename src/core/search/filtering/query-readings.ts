import { memoTexts } from '../../../kit/memo.ts';
import { PASSED_OVER } from '../index/word-sequences.ts';
import { valueMatcher } from '../query/definition-facets.ts';
import type { Term } from '../query/query.ts';
import { isRough, isScored } from '../query/query-plan.ts';
import type { Reading } from '../scoring/score-definitions.ts';
import { ENOUGH } from '../scoring/score-word.ts';
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
  const places = new Map(telling.map((word) => [word, placeMask(word, telling.length === 1, ground)]));
  const rough = telling.filter((word) => !places.get(word));
  const strict = scored.filter((term) => !isRough(term)).map((term) => phraseScores(term, scorer));
  return {
    plain: scored
      .filter(({ filter }) => filter !== 'desc')
      .flatMap(({ text }) => queryWords(text))
      .filter((word) => !places.get(word))
      .slice(0, MAX_WORDS)
      .join(' '),
    rough: strict.length === 0,
    isDescription,
    terms: [
      ...scorer.neighbours(
        rough,
        rough.map((word, at) => isNext(typed, rough[at - 1], word)),
        isDescription,
      ),
      ...strict,
    ],
    words: rough,
    mask: [
      ...terms.filter((term) => !isRough(term)).map((term) => termMask(term, ground)),
      ...[...places.values()].filter((mask) => mask !== null),
    ].reduce(bothMasks, filters),
  };
}

/**
 * What lies in folders that are called so, for a word that hardly a name or description has: people remember the collection,
 * `wshobson backend`. `null` where the word is meant otherwise.
 *
 * @param isAlone Whether it is all that is asked for: then who has it is meant.
 */
function placeMask(word: string, isAlone: boolean, ground: FilterGround): Mask | null {
  if (word.length < MIN_PLACE) return null;
  // Most are said by many as they are.
  if (ground.scorer.phrase({ words: [word], open: false, anchored: false }, null).found.slots.length >= ENOUGH)
    return null;
  const { slots } = ground.scorer.phrase({ words: [word], open: true, anchored: false }, null).found;
  if (slots.length >= (isAlone ? 1 : ENOUGH)) return null;
  const matches = valueMatcher({ text: word, kind: 'fuzzy', open: true });
  const mask = new Uint8Array(ground.definitions.length);
  let isAny = false;
  for (const { label, holders } of ground.facet('path')) {
    // They come by how many they hold; what holds a single one is its own file.
    if (holders.length < MIN_HELD) break;
    if (holders.length === mask.length || !matches(label)) continue;
    isAny = true;
    for (const at of holders) mask[at] = 1;
  }
  if (!isAny) return null;
  for (const slot of slots) mask[ground.indexes[slot] ?? 0] = 1;
  return mask;
}

/** A folder of a collection holds so many at least. */
const MIN_HELD = 2;
/** Shorter words begin too many. */
const MIN_PLACE = 3;

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
