import { partitionPoint } from '../../kit/partition-point.ts';

/**
 * What was moved: all that is not in the longest run which keeps the order of before.
 *
 * @param before For each thing in its new order where it was before; `null` for what is new.
 * @returns Places in the new order.
 */
export function movedAmong(before: readonly (number | null)[]): ReadonlySet<number> {
  /** Of all runs of a length the one with the least end, by that. */
  const ends: number[] = [];
  const previous = new Map<number, number>();
  const value = (at: number): number => before[at] ?? -1;
  for (const [at, old] of before.entries()) {
    if (old === null) continue;
    const length = partitionPoint(ends, (end) => value(end) < old);
    if (length > 0) previous.set(at, ends[length - 1] as number);
    ends[length] = at;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) kept.add(at);
  return new Set([...before.keys()].filter((at) => before[at] !== null && !kept.has(at)));
}
