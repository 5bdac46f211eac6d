import { abbreviationQuality } from '../../core/search/scoring/match-abbreviation.ts';
import { foldText } from '../../core/search/words/fold-text.ts';

/**
 * How what is typed fits a title, 0 for best: it begins the title, is made of the initials of words, begins words, stands
 * inside them, or its letters at least come in that order.
 *
 * @param query Folded, not empty.
 * @returns `null` for not at all.
 */
export function titleFit(query: string, title: string): number | null {
  const folded = foldText(title);
  if (folded.startsWith(query)) return 0;
  const words = folded.split(/[^\p{L}\p{N}$]+/u).filter(Boolean);
  const asked = query.split(' ').filter(Boolean);
  const letters = asked.join('');
  const initials = words.map((word) => word.charAt(0)).join('');
  if (letters.length > 1 && initials.includes(letters)) return 1;
  if (asked.every((one) => words.some((word) => word.startsWith(one)))) return 2;
  if (asked.every((one) => folded.includes(one))) return 3;
  return abbreviationQuality(letters, title, folded) < LEAST_LIKE ? null : 4;
}

/** Letters scattered over a title are no abbreviation of it. */
const LEAST_LIKE = 0.6;

/** Orders ranks, each a list of numbers of which the first that differs counts. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [at, rank] of a.entries()) {
    const difference = rank - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
