import type { Pick, UnionPassage } from '../draft/draft.ts';
import { standingPairs } from './standing-passages.ts';

/** Two passages of different definitions that both stand and say nearly the same. */
export interface UnionRepeat {
  /** The share of their terms that both have (Dice). */
  readonly likeness: number;
  readonly one: UnionPassage;
  readonly other: UnionPassage;
}

/** The near repeats in the unions among some picks, in the order in which the later of the two comes. */
export function repeatsOf(picks: readonly Pick[]): readonly UnionRepeat[] {
  return standingPairs(picks).flatMap(({ one, other, meeting }) =>
    meeting.kind === 'repeat' ? [{ likeness: meeting.likeness, one: one.passage, other: other.passage }] : [],
  );
}
