import type { VersionStop } from '../../../app/model/compose-state.ts';
import { GAP } from '../../../app/model/layout.ts';
import type { FramedPane, PaneSet } from './panes.tsx';

/** A cell of the screen, or of something on it, 0-based. */
export interface Point {
  readonly column: number;
  readonly row: number;
}

/** What parts two panes: which of those it is, and where on its axis the pane before begins. */
export interface DividerSpot {
  readonly index: number;
  readonly axis: 'column' | 'row';
  readonly start: number;
}

/** A pane under a point, and where in it that is. */
export interface PaneSpot extends Point {
  readonly pane: string;
  readonly stop?: VersionStop;
}

/**
 * The pane that lies under a point; `null` on rules, dividers and outside of all.
 *
 * @param roomy Whether there is a rule over the first pane.
 */
export function paneAt(set: PaneSet, roomy: boolean, { column, row }: Point): PaneSpot | null {
  for (const { pane, left, top } of placed(set, roomy)) {
    const spot = { pane: pane.name, column: column - left, row: row - top };
    if (spot.column >= 0 && spot.column < pane.columns && spot.row >= 0 && spot.row < pane.rows) {
      const stop = pane.stops?.[spot.row];
      return stop ? { ...spot, stop } : spot;
    }
  }
  return null;
}

/** The pane whose title is in the rule under a point; `null` elsewhere. */
export function titleAt(set: PaneSet, roomy: boolean, { column, row }: Point): string | null {
  const found = placed(set, roomy).find(
    ({ pane, left, top }) => row === top - 1 && row > 0 && column >= left && column < left + pane.columns,
  );
  return found?.pane.name ?? null;
}

/** The divider under a point: the cells between two panes side by side, or the rule between one and the one below. */
export function dividerAt(set: PaneSet, roomy: boolean, { column, row }: Point): DividerSpot | null {
  const panes = placed(set, roomy);
  const axis = set.direction === 'row' ? 'column' : 'row';
  const index = panes.findIndex(({ pane, left, top }, at) => {
    if (at === panes.length - 1) return false;
    if (axis === 'row') return row === top + pane.rows;
    return column >= left + pane.columns && column < left + pane.columns + GAP && row >= top && row < top + pane.rows;
  });
  const before = panes[index];
  return before ? { index, axis, start: axis === 'row' ? before.top : before.left } : null;
}

/** The panes on the screen, each with where it begins. */
function placed(
  { direction, panes }: PaneSet,
  roomy: boolean,
): readonly { readonly pane: FramedPane; readonly left: number; readonly top: number }[] {
  let left = 0;
  let top = roomy ? 2 : 1;
  return panes
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
    .map((pane) => {
      const place = { pane, left, top };
      if (direction === 'row') left += pane.columns + GAP;
      else top += pane.rows + 1;
      return place;
    });
}
