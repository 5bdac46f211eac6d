import { pickedPassages } from '../../core/compose/picked-passages.ts';
import { isEmptyPick, isSamePassage, type PassageKey, type Pick, type UnionPassage } from '../../core/draft/draft.ts';
import { memoLast } from '../../kit/memo.ts';

/** A place of the result that keys act on: a pick, or a passage that stands in it. */
export interface ResultStop {
  /** Index of the pick. */
  readonly pick: number;
  /** Index among the passages of a union or of a section taken whole, or `null` for the pick as a whole. */
  readonly passage: number | null;
}

/**
 * Every stop of the result, from top to bottom: each pick of which something stands, and behind it each passage it keeps.
 *
 * @param held A passage of a union that is a stop although it was left out.
 */
export const resultStops = memoLast((picks: readonly Pick[], held: PassageKey | null): readonly ResultStop[] =>
  picks.flatMap((pick, index): readonly ResultStop[] => {
    const passages = pick.edited === null ? passagesIn(pick, held) : [];
    if (isEmptyPick(pick) && passages.length === 0) return [];
    return [null, ...passages].map((passage) => ({ pick: index, passage }));
  }),
);

function passagesIn(pick: Pick, held: PassageKey | null): readonly number[] {
  if (pick.kind === 'union') {
    return pick.passages.flatMap((one, at) =>
      one.kind !== 'title' && (one.state === 'kept' || (held !== null && isSamePassage(one, held))) ? [at] : [],
    );
  }
  if (pick.part.kind === 'passage') return [];
  const said = pickedPassages(pick).flatMap(({ passage }, at) => (passage.kind === 'title' ? [] : [at]));
  // One that says a single thing is left out as a whole.
  return said.length > 1 ? said : [];
}

/** The passage of a union that a stop is on, or `null` where it is on anything else. */
export function stoppedPassage(picks: readonly Pick[], stop: ResultStop | null): UnionPassage | null {
  const pick = stop && picks[stop.pick];
  return stop?.passage != null && pick?.kind === 'union' ? (pick.passages[stop.passage] ?? null) : null;
}
