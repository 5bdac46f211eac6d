import { wordsOf } from '../passages/terms.ts';

/** A text by how often it has which word. */
export type WordCounts = ReadonlyMap<string, number>;

/** Count the words of a text. */
export function wordCounts(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * The share of words that two texts have in common (Dice's coefficient over their words with repetitions), 0 to 1; 0 if
 * one has none.
 */
export function wordLikeness(a: WordCounts, b: WordCounts): number {
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  return common === 0 ? 0 : (2 * common) / (sum(a) + sum(b));
}

/** Below this two texts are not versions of one. */
export const LEAST_LIKE = 0.5;

/** Whether two texts say the same to the letter, blank lines around them and line ends apart. */
export function isSameText(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function sum(counts: WordCounts): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
