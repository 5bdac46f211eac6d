import Fuse, { type FuseResult } from 'fuse.js';
import { remembered } from '../../../kit/memo.ts';
import { once } from '../../../kit/once.ts';
import { bitsOf, letterMask, pairMask, type Vocabulary } from '../index/vocabulary.ts';
import { occursInOrder } from './match-abbreviation.ts';
import {
  LENGTH_SHARE,
  LETTERS_LEFT_OUT,
  LOOSE_FLOOR,
  ONE_MISTAKE,
  SAME_WORD,
  SWAPPED_LETTERS,
  WORD_BEGINS,
  WORD_HOLDS,
} from './weights.ts';

/** Words that a word of a query may stand for: their numbers, each with the quality of the match from 0 to 1. */
export type Expansion = ReadonlyMap<number, number>;

/** The word itself, longer words that begin with it, and those that contain it. */
export function expandLiterally(query: string, vocabulary: Vocabulary): Expansion {
  return expand(query, vocabulary, query.length >= MIN_INSIDE || isUnspaced(query));
}

/** The word itself and longer words that begin with it; in scripts without blanks those that contain it too. */
export function expandBeginning(query: string, vocabulary: Vocabulary): Expansion {
  return expand(query, vocabulary, isUnspaced(query));
}

function expand(query: string, vocabulary: Vocabulary, inside: boolean): Expansion {
  const { words } = vocabulary;
  const found = new Map<number, number>();
  for (const number of wordsWith(query, vocabulary, inside)) {
    const word = words[number] ?? '';
    const place = inside ? word.indexOf(query) : word.startsWith(query) ? 0 : -1;
    if (place < 0) continue;
    const share = query.length / word.length;
    const begins = share === 1 ? SAME_WORD : WORD_BEGINS + LENGTH_SHARE * share;
    found.set(number, place === 0 ? begins : WORD_HOLDS + LENGTH_SHARE * share);
  }
  return found;
}

/** Words among which those are that hold a query: of those that held it without its last letters, if it was asked for them. */
function wordsWith(query: string, vocabulary: Vocabulary, inside: boolean): Iterable<number> {
  const { words } = vocabulary;
  const last = lastHolders(vocabulary);
  if (inside && last.query !== '' && query.startsWith(last.query) && last.size === words.length) {
    last.numbers = last.numbers.filter((number) => words[number]?.includes(query) === true);
    last.query = query;
    return last.numbers;
  }
  const letters = vocabulary.letters();
  const pairs = vocabulary.pairs();
  const mask = letterMask(query);
  const pairsAsked = pairMask(query);
  const numbers: number[] = [];
  for (let number = 0; number < words.length; number++) {
    if ((mask & ~(letters[number] ?? 0)) !== 0 || (pairsAsked & ~(pairs[number] ?? 0)) !== 0) continue;
    if (!inside || words[number]?.includes(query) === true) numbers.push(number);
  }
  if (inside) Object.assign(last, { query, numbers, size: words.length });
  return numbers;
}

/** The words that held what was asked for last: a word grows letter by letter. */
const lastHolders = remembered((_: Vocabulary) => ({ query: '', numbers: [] as readonly number[], size: 0 }));

/**
 * The words that a word of a query may stand for when it is mistyped or shortened: neighbouring letters swapped,
 * another single mistake (found by fuse.js, whose Bitap counts a swap as two), letters left out (`dsgn`).
 *
 * Words of one or two letters are too short to be wrong in. fuse.js only sees the words that share all letters but one
 * with the query, and all pairs of letters but two: a single mistake breaks no more. Letters that stand in the query
 * twice and pairs that stand there three times survive it.
 */
export function expandLoosely(query: string, vocabulary: Vocabulary): Expansion {
  const found = new Map<number, number>();
  if (query.length < MIN_LOOSE || query.length > MAX_LOOSE) return found;
  const { words } = vocabulary;
  const keep = (number: number, quality: number) => found.set(number, Math.max(quality, found.get(number) ?? 0));
  const similar = similarWords(query, vocabulary);
  const swaps = swapped(query);
  const mask = letterMask(query);
  const pairs = pairMask(query);
  const repeatedPairs = repeated(pairsIn(query), 3, pairMask);
  const pairsOf = vocabulary.pairs();
  const close: number[] = [];
  for (const number of similar) {
    const word = words[number] ?? '';
    if (swaps.some((swap) => word.startsWith(swap))) keep(number, SWAPPED_LETTERS * closeness(query, word));
    else if (word[0] === query[0] && occursInOrder(query, word))
      keep(number, LETTERS_LEFT_OUT * closeness(query, word));
    const missing = pairs & ~(pairsOf[number] ?? 0);
    if (bitsOf(missing) > BROKEN_PAIRS || (missing & repeatedPairs) !== 0) continue;
    if (bitsOf(mask & ~letterMask(word.slice(0, query.length + TYPO_REACH))) <= 1) close.push(number);
  }
  if (query.length >= MIN_TYPO) {
    const texts = close.map((number) => words[number] ?? '');
    for (const { item, refIndex, score = 1 } of mistyped(query, texts))
      keep(close[refIndex] ?? 0, (ONE_MISTAKE - score) * closeness(query, item));
  }
  return found;
}

const MIN_INSIDE = 3;
const MIN_LOOSE = 3;
const MIN_TYPO = 4;
/** Bitap works on 32 bits; longer words are data, not typing. */
const MAX_LOOSE = 32;
const BROKEN_PAIRS = 2;
/** A mistyped word begins a word, one letter longer than itself at most. */
const TYPO_REACH = 1;

/**
 * Whether a word begins with the query but for one letter: a wrong one, one too many or one left out. fuse.js also finds it
 * some letters on, where it is another word's end: `vbscript` is no `javascript`.
 */
function beginsMistyped(query: string, word: string): boolean {
  let at = 0;
  while (at < query.length && query[at] === word[at]) at++;
  const rest = query.slice(at + 1);
  return word.startsWith(rest, at + 1) || word.startsWith(rest, at) || word.startsWith(query.slice(at), at + 1);
}

/** Whether a word is of a script that puts no blanks between words: a run of it holds several. */
export function isUnspaced(word: string): boolean {
  return unspaced().test(word);
}

const unspaced = once(
  () => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u,
);

function similarWords(query: string, vocabulary: Vocabulary): readonly number[] {
  const { words } = vocabulary;
  const letters = vocabulary.letters();
  const mask = letterMask(query);
  const repeatedLetters = repeated([...query], 2, letterMask);
  const similar: number[] = [];
  for (let number = 0; number < words.length; number++) {
    const missing = mask & ~(letters[number] ?? 0);
    // At most one bit.
    if ((missing & (missing - 1)) !== 0 || (missing & repeatedLetters) !== 0) continue;
    if ((words[number]?.length ?? 0) >= query.length - 1) similar.push(number);
  }
  return similar;
}

/** The mask of those parts of a word that stand in it so often. */
function repeated(parts: readonly string[], times: number, maskOf: (part: string) => number): number {
  const often = parts.filter((part) => parts.filter((other) => other === part).length >= times);
  return often.reduce((mask, part) => mask | maskOf(part), 0);
}

const pairsIn = (word: string): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));

/** The words that begin with a query but for one mistake: Bitap's score is the share of letters that are wrong. */
function mistyped(query: string, words: readonly string[]): readonly FuseResult<string>[] {
  const search = new Fuse(words, {
    threshold: 1.01 / query.length + 0.02,
    distance: 100,
    includeScore: true,
    ignoreFieldNorm: true,
    shouldSort: false,
  });
  return search.search(query).filter(({ item }) => beginsMistyped(query, item));
}

/** A word much longer than what was typed is less likely meant. */
function closeness(query: string, word: string): number {
  return LOOSE_FLOOR + (1 - LOOSE_FLOOR) * Math.min(1, query.length / word.length);
}

function swapped(query: string): readonly string[] {
  return Array.from({ length: query.length - 1 }, (_, at) =>
    [query.slice(0, at), query[at + 1], query[at], query.slice(at + 2)].join(''),
  ).filter((swap) => swap !== query);
}
