import type { TermTable } from './term-table.ts';

/** Which of the texts put in share terms with another one. */
interface Overlaps {
  /** How many texts share anything. */
  readonly count: number;
  /** Their numbers, in no order; only as many as are counted mean anything. */
  readonly texts: Uint32Array;
  /** By the number of a text the product of the two vectors; 0 for those that share nothing. */
  readonly products: Float64Array;
}

/** Texts as weighted terms, to be asked which of them share terms with another. */
export interface InvertedIndex {
  /** Put in one of the texts by its number. */
  readonly add: (text: number) => void;
  /** What one of the texts shares with those put in; the answer holds until the next question. */
  readonly overlaps: (text: number) => Overlaps;
}

/**
 * An index of some texts, none of them put in yet.
 *
 * Asking costs what the texts share with the one asked about, not their number: most pairs share nothing (Salton and
 * McGill, "Introduction to modern information retrieval", 1983).
 *
 * @param table The texts; their weights are more than 0.
 * @param lookUps How often it may look at a term of a text before it answers that nothing is shared: what keeps texts
 * that were made to share everything with everything from taking minutes.
 */
export function createInvertedIndex(table: TermTable, lookUps: number): InvertedIndex {
  const starts = stretchesOf(table.terms, table.starts.at(-1) ?? 0);
  const ends = starts.slice();
  const holders = new Uint32Array(starts.at(-1) ?? 0);
  const weightsIn = new Float64Array(holders.length);
  const shared = new Uint32Array(table.starts.length);
  const products = new Float64Array(table.starts.length);
  let count = 0;
  let left = lookUps;

  const goThrough = (start: number, end: number, weight: number) => {
    for (let place = start; place < end; place += 1) {
      const holder = holders[place] ?? 0;
      const before = products[holder] ?? 0;
      if (before === 0) {
        shared[count] = holder;
        count += 1;
      }
      products[holder] = before + weight * (weightsIn[place] ?? 0);
    }
  };

  return {
    add(text) {
      const last = table.starts[text + 1] ?? 0;
      for (let at = table.starts[text] ?? 0; at < last; at += 1) {
        const term = table.terms[at] ?? 0;
        const end = ends[term] ?? 0;
        holders[end] = text;
        weightsIn[end] = table.weights[at] ?? 0;
        ends[term] = end + 1;
      }
    },
    overlaps(text) {
      for (let at = 0; at < count; at += 1) products[shared[at] ?? 0] = 0;
      count = 0;
      const last = table.starts[text + 1] ?? 0;
      for (let at = table.starts[text] ?? 0; at < last; at += 1) {
        const term = table.terms[at] ?? 0;
        const start = starts[term] ?? 0;
        const end = ends[term] ?? 0;
        if (end - start > left) continue;
        left -= end - start;
        goThrough(start, end, table.weights[at] ?? 0);
      }
      return { count, texts: shared, products };
    },
  };
}

/** By the number of a term where the texts that hold it begin, if they stand term after term. */
function stretchesOf(terms: Uint32Array, size: number): Uint32Array {
  let count = 0;
  for (let at = 0; at < size; at += 1) count = Math.max(count, (terms[at] ?? 0) + 1);
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < size; at += 1) {
    const next = (terms[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let term = 0; term < count; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}
