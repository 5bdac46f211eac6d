import { greatest } from '../../kit/long-lists.ts';
import type { TopicReason } from './comparison.ts';
import type { LeftOver } from './left-over.ts';
import type { SectionProfile } from './section-profile.ts';
import type { SectionPair } from './section-similarity.ts';

/** What is known of any two sections, whichever comes first; `undefined` where nothing much speaks for them. */
export type PairTable = (a: SectionProfile, b: SectionProfile) => SectionPair | undefined;

/** The pairs by the two sections of each. */
export function pairTable(count: number, pairs: readonly SectionPair[]): PairTable {
  const known = new Map<number, SectionPair>();
  for (const pair of pairs) known.set(pair.a.index * count + pair.b.index, pair);
  return ({ index: a }, { index: b }) => known.get(Math.min(a, b) * count + Math.max(a, b));
}

/**
 * Why the sections of a row stand together: their score as a mean of all pairs, as groups grow by it, and what speaks
 * most for the pair that scores best. What was left over in sections that met can score low.
 *
 * @param leftOver What was left over and put together, and by what.
 * @returns `null` for a section alone.
 */
export function whyTogether(
  group: readonly SectionProfile[],
  pairOf: PairTable,
  leftOver: LeftOver,
): TopicReason | null {
  const pairs = group.flatMap((a, at) => group.slice(at + 1).map((b) => pairOf(a, b)));
  if (pairs.length === 0) return null;
  const scores = pairs.map((pair) => pair?.score ?? 0);
  const best = pairs[scores.indexOf(greatest(scores))];
  return {
    score: scores.reduce((sum, score) => sum + score, 0) / pairs.length,
    by: group.map((profile) => leftOver.get(profile)).find((by) => by !== undefined) ?? best?.by ?? 'place',
  };
}
