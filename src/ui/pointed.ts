import { dividersOf } from '../app/commands/dividers.ts';
import { footerKeyAt } from '../app/commands/footer.ts';
import { filterOf, findOf } from '../app/model/focused-field.ts';
import { BOX, frameLayout, LANDED_ROWS } from '../app/model/layout.ts';
import { type Model, screenOf } from '../app/model/model.ts';
import type { Divider } from '../text/appearance.ts';
import { lineWidth } from '../text/styled-text.ts';
import { textWidth } from '../text/text-cells.ts';
import { screenPanes } from './views/app-screen.tsx';
import { searchLine, summarySpans } from './views/browse/browse-screen.tsx';
import { dialogFrame } from './views/dialogs/dialog-box.tsx';
import { findHeaderParts } from './views/parts/find-header.tsx';
import { headerLine } from './views/parts/header.ts';
import { dividerAt, type PaneSpot, type Point, paneAt, titleAt } from './views/parts/regions.ts';

/** What lies under a point: a key the footer offers, a line of a pane or of a dialog, or what is around a dialog. */
export type Pointed =
  | { readonly kind: 'key'; readonly key: string }
  | ({ readonly kind: 'pane' } & PaneSpot)
  /** Words that count something, and the command that opens it. */
  | { readonly kind: 'command'; readonly id: string }
  /** The rule over a pane. */
  | { readonly kind: 'title'; readonly pane: string }
  /** What parts two panes; where the room of both begins, and on which axis. */
  | { readonly kind: 'divider'; readonly divider: Divider; readonly axis: 'column' | 'row'; readonly start: number }
  | ({ readonly kind: 'dialog' } & Point)
  | { readonly kind: 'outside' };

/** What lies under a point of the screen as it is drawn; `null` for nothing. */
export function pointedAt(model: Model, point: Point): Pointed | null {
  const { columns, rows } = model.size;
  const { roomy } = frameLayout(model.size);
  if (point.row === rows - 1) {
    const key = !roomy && model.notice ? null : footerKeyAt(model, columns, point.column);
    return key === null ? null : { kind: 'key', key };
  }
  if (model.dialog) {
    const { left, top, framed, width } = dialogFrame(model, model.dialog);
    const inside = { column: point.column - left - 2, row: point.row - top - 1 };
    const isOnBox =
      inside.column >= -2 && inside.column < width - 2 && inside.row >= -1 && inside.row < framed.length - 1;
    return isOnBox ? { kind: 'dialog', ...inside } : { kind: 'outside' };
  }
  if (point.row === 0) return inHeader(model, point.column);
  const landed = roomy && screenOf(model) === 'browse' && model.landed !== null ? LANDED_ROWS : 0;
  const panes = screenPanes({ model, paint: () => '' });
  const here = { ...point, row: point.row - landed };
  const spot = paneAt(panes, roomy, here);
  if (spot) return { kind: 'pane', ...spot };
  const between = dividerAt(panes, roomy, here);
  const divider = between && dividersOf(model)[between.index]?.divider;
  if (between && divider) {
    const { axis, start } = between;
    return { kind: 'divider', divider, axis, start: axis === 'row' ? start + landed : start };
  }
  const pane = titleAt(panes, roomy, here);
  return pane === null ? null : { kind: 'title', pane };
}

function inHeader(model: Model, column: number): Pointed {
  const id = commandInHeader(model, column);
  return id === null ? { kind: 'pane', pane: 'header', column, row: 0 } : { kind: 'command', id };
}

/** The command that the words of the first line at a column open; `null` where they open nothing. */
function commandInHeader(model: Model, column: number): string | null {
  const isList = screenOf(model) === 'browse';
  if (!isList && (findOf(model) ?? filterOf(model))?.isTyped) return null;
  const { columns } = model.size;
  const { spans } = isList ? { spans: summarySpans(model) } : headerLine(model, columns);
  if (isList && searchLine(model).isAlone) return null;
  // In the list they end one cell before the edge.
  let left = isList ? columns - lineWidth({ spans }) - 1 : 0;
  for (const { text, opens } of spans) {
    const width = textWidth(text);
    if (column >= left && column < left + width) return opens ?? null;
    left += width;
  }
  return null;
}

/**
 * The cell of a field that lies under a point, and how many cells that has: of what is typed into on the first line of a
 * screen or of a dialog, and of the search line. `null` for none.
 */
export function fieldAt(
  model: Model,
  { column, row }: Point,
): { readonly column: number; readonly field: number } | null {
  const place = fieldPlace(model);
  if (!place || row !== place.row || column < place.left || column >= place.left + place.width) return null;
  return { column: column - place.left, field: place.width };
}

function fieldPlace(model: Model): { readonly row: number; readonly left: number; readonly width: number } | null {
  if (model.dialog) {
    const { left, top, width, field } = dialogFrame(model, model.dialog);
    return field ? { row: top + 1, left: left + BOX.columns / 2, width: width - BOX.columns } : null;
  }
  if (screenOf(model) === 'browse') return { row: 0, ...searchLine(model) };
  if (!(findOf(model) ?? filterOf(model))?.isTyped) return null;
  const { title, room } = findHeaderParts(model);
  return { row: 0, left: textWidth(title), width: room };
}
