import type { Pick, UnionPassage } from '../../core/draft/draft.ts';
import { memoLast } from '../../kit/memo.ts';

/** A place of the result that keys act on: a pick, or a passage that stands in a union. */
export interface ResultStop {
  /** Index of the pick. */
  readonly pick: number;
  /** Index among the passages of a union, or `null` for the pick as a whole. */
  readonly passage: number | null;
}

/** Every stop of the result, from top to bottom: each pick, and behind a union each passage it keeps. */
export const resultStops = memoLast((picks: readonly Pick[]): readonly ResultStop[] =>
  picks.flatMap((pick, index): readonly ResultStop[] => {
    const whole = { pick: index, passage: null };
    if (pick.kind === 'section' || pick.edited !== null) return [whole];
    const kept = pick.passages.flatMap(({ state, kind }, passage) =>
      state === 'kept' && kind !== 'title' ? [{ pick: index, passage }] : [],
    );
    return [whole, ...kept];
  }),
);

/** The passage of a union that a stop is on, or `null` where it is on a whole pick. */
export function stoppedPassage(picks: readonly Pick[], stop: ResultStop | null): UnionPassage | null {
  const pick = stop && picks[stop.pick];
  return stop?.passage != null && pick?.kind === 'union' ? (pick.passages[stop.passage] ?? null) : null;
}
