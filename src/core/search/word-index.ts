import { createVocabulary, expandLiterally, expandLoosely } from './expand-word.ts';
import { wordsOf } from './fold-text.ts';
import type { ExpandedWord } from './highlight.ts';

/** What one word of a query is worth in each entry. */
export interface WordScores {
  readonly expanded: ExpandedWord;
  /** How many entries have it. */
  readonly covered: number;
  /** 0 to 1 for each entry. */
  readonly values: Float32Array;
}

/** Entries by the words they hold. */
export interface WordIndex {
  /** What a folded word is worth in each entry; remembered, since each key press asks again for all words but one. */
  lookUp(this: void, word: string): WordScores;
}

/** Index texts by their words, those of a name apart from those of a description. */
export function createWordIndex(texts: readonly IndexedText[]): WordIndex {
  const postings = postingsOf(texts);
  const vocabulary = createVocabulary(postings.keys());
  const remembered = new Map<string, WordScores>();

  const compute = (query: string): WordScores => {
    const found = expandLiterally(query, vocabulary);
    const literal = scoreWord({ query, found }, postings, texts.length);
    if (literal.covered >= ENOUGH) return literal;
    const loose = new Map([...expandLoosely(query, vocabulary), ...found]);
    return scoreWord({ query, found: loose }, postings, texts.length);
  };

  return {
    lookUp: (word) => {
      const known = remembered.get(word) ?? compute(word);
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(word, known);
      return known;
    },
  };
}

/**
 * The worth of all words together in each entry, 0 to 1. Every word has to be there; if no entry has them all, those
 * with the most count, for less. A word that few entries have weighs more, as in inverse document frequency.
 */
export function combine(words: readonly WordScores[], total: number): Float32Array {
  const counts = new Uint8Array(total);
  const sums = new Float32Array(total);
  let weights = 0;
  for (const { values, covered } of words) {
    // A word that nobody has says nothing.
    const weight = covered === 0 ? 0 : 1 + Math.log2(1 + total / covered);
    weights += weight;
    for (const [at, value] of values.entries()) {
      if (value === 0) continue;
      counts[at] = (counts[at] ?? 0) + 1;
      sums[at] = (sums[at] ?? 0) + weight * value;
    }
  }
  const most = counts.reduce((best, count) => Math.max(best, count), 0);
  const penalty = (most / Math.max(1, words.length)) ** 2;
  return sums.map((sum, at) => (most > 0 && counts[at] === most ? (penalty * sum) / weights : 0));
}

interface IndexedText {
  readonly name: string;
  readonly description: string;
}

interface Posting {
  readonly names: number[];
  readonly descriptions: number[];
}

/** Below so many entries that have a word as typed, it may be a mistake. */
const ENOUGH = 3;
const MAX_REMEMBERED = 64;
const DESCRIPTION_WEIGHT = 0.45;

function postingsOf(texts: readonly IndexedText[]): ReadonlyMap<string, Posting> {
  const postings = new Map<string, Posting>();
  const note = (text: string, field: keyof Posting, at: number) => {
    for (const { text: word } of wordsOf(text)) {
      const posting = postings.get(word) ?? { names: [], descriptions: [] };
      if (posting[field].at(-1) !== at) posting[field].push(at);
      postings.set(word, posting);
    }
  };
  for (const [at, { name, description }] of texts.entries()) {
    note(name, 'names', at);
    note(description, 'descriptions', at);
  }
  return postings;
}

function scoreWord(expanded: ExpandedWord, postings: ReadonlyMap<string, Posting>, total: number): WordScores {
  const values = new Float32Array(total);
  for (const [word, quality] of expanded.found) {
    const posting = postings.get(word);
    for (const at of posting?.names ?? []) values[at] = Math.max(values[at] ?? 0, quality);
    for (const at of posting?.descriptions ?? []) {
      values[at] = Math.max(values[at] ?? 0, quality * DESCRIPTION_WEIGHT);
    }
  }
  return { expanded, values, covered: values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) };
}
