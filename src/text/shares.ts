import type { Divider, Shares } from './appearance.ts';

/** No divider leaves a pane less. */
export const LEAST_COLUMNS = 16;
export const LEAST_ROWS = 3;

/**
 * Cells before a divider: as many as are usual, or its share of the room.
 *
 * @param least What stays before it.
 * @param behind What stays behind it, the divider included.
 */
export function shareOf(room: number, share: number | undefined, usual: number, least: number, behind: number): number {
  if (share === undefined) return usual;
  return Math.max(least, Math.min(Math.round((room * share) / 100), room - behind));
}

/**
 * Columns side by side: equal ones, as far as no divider was moved.
 *
 * @param dividers What parts them, from left to right; each shares out what the ones before left.
 * @returns The cells of each.
 */
export function sharedOut(
  room: number,
  count: number,
  dividers: readonly Divider[],
  shares: Shares,
): readonly number[] {
  const [first, ...others] = dividers.slice(0, Math.max(0, count - 1));
  const even = Math.floor(room / count);
  // Equal to the cell, so that equal texts are wrapped alike.
  if (first === undefined || [first, ...others].every((one) => shares[one] === undefined))
    return Array.from({ length: count }, () => even);
  const width = shareOf(room, shares[first], even, LEAST_COLUMNS, (count - 1) * LEAST_COLUMNS);
  return [width, ...sharedOut(room - width, count - 1, others, shares)];
}
