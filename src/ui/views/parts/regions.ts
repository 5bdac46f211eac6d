import { GAP } from '../../../app/model/layout.ts';
import type { PaneSet } from './panes.tsx';

/** A cell of the screen, or of something on it, 0-based. */
export interface Point {
  readonly column: number;
  readonly row: number;
}

/** A pane under a point, and where in it that is. */
export interface PaneSpot extends Point {
  readonly pane: string;
}

/**
 * The pane that lies under a point; `null` on rules, dividers and outside of all.
 *
 * @param roomy Whether there is a rule over the first pane.
 */
export function paneAt({ direction, panes }: PaneSet, roomy: boolean, { column, row }: Point): PaneSpot | null {
  let left = 0;
  let top = roomy ? 2 : 1;
  for (const pane of panes.filter(({ columns, rows }) => columns > 0 && rows > 0)) {
    const spot = { pane: pane.name, column: column - left, row: row - top };
    if (spot.column >= 0 && spot.column < pane.columns && spot.row >= 0 && spot.row < pane.rows) return spot;
    if (direction === 'row') left += pane.columns + GAP;
    else top += pane.rows + 1;
  }
  return null;
}
