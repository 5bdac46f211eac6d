import type { TermVector } from './term-vector.ts';

/** Which of the texts put in share terms with another one. */
interface Overlaps {
  /** Numbers of the texts that share enough. */
  readonly texts: readonly number[];
  /** The sum over the terms shared with a text; 0 for those that share none. */
  readonly sumOf: (text: number) => number;
}

/** Texts as weighted terms, to be asked which of them share terms with another. */
export interface InvertedIndex {
  /** Put in a text, which gets the next number from 0. */
  readonly add: (text: TermVector) => void;
  /**
   * What a text shares with those put in; the answer holds until the next question.
   *
   * @param least Texts with a smaller sum are left out of the list.
   */
  readonly overlaps: (text: TermVector, least?: number) => Overlaps;
}

/**
 * An empty index.
 *
 * Asking costs what the texts share with the one asked about, not their number: most pairs share nothing (Salton and
 * McGill, "Introduction to modern information retrieval", 1983).
 *
 * @param overlap What a term counts that has these weights in the two texts, more than 0: the product, for the cosine
 * of normalised texts, or the minimum, for what two have in common.
 * @param lookUps How often it may look at a term of a text before it answers that nothing is shared: what keeps texts
 * that were made to share everything with everything from taking minutes.
 */
export function createInvertedIndex(overlap: (a: number, b: number) => number, lookUps: number): InvertedIndex {
  const postings: (Posting | undefined)[] = [];
  let size = 0;
  let sums = new Float64Array(64);
  let texts: number[] = [];
  let left = lookUps;
  const count = (weight: number, posting: Posting) => {
    for (let at = 0; at < posting.texts.length; at += 1) {
      const text = posting.texts[at] ?? 0;
      const before = sums[text] ?? 0;
      if (before === 0) texts.push(text);
      sums[text] = before + overlap(weight, posting.weights[at] ?? 0);
    }
  };
  return {
    add({ terms, weights }) {
      for (let at = 0; at < terms.length; at += 1) {
        const term = terms[at] ?? 0;
        const posting = postings[term] ?? { texts: [], weights: [] };
        postings[term] = posting;
        posting.texts.push(size);
        posting.weights.push(weights[at] ?? 0);
      }
      size += 1;
    },
    overlaps({ terms, weights }, least = 0) {
      for (const text of texts) sums[text] = 0;
      texts = [];
      if (sums.length < size) sums = new Float64Array(size * 2);
      for (let at = 0; at < terms.length; at += 1) {
        const posting = postings[terms[at] ?? 0];
        if (!posting || posting.texts.length > left) continue;
        left -= posting.texts.length;
        count(weights[at] ?? 0, posting);
      }
      return { texts: texts.filter((text) => (sums[text] ?? 0) >= least), sumOf: (text) => sums[text] ?? 0 };
    },
  };
}

/** The texts that have a term, and its weight in each. */
interface Posting {
  readonly texts: number[];
  readonly weights: number[];
}
