import type { Action } from '../model/actions.ts';
import type { Dialog } from '../model/dialog.ts';
import { boxKind, dialogLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { clamped } from '../model/scrolling.ts';
import { ownProblems, problemText, type RowText } from './problem-rows.ts';
import { rivalText } from './rival-rows.ts';

/** A box that is a text with rows. */
export type RowDialog = Extract<Dialog, { kind: 'problems' | 'rivals' }>;

/** Whether a box is a text with rows. */
export const isRowDialog = (dialog: Dialog | null): dialog is RowDialog =>
  dialog?.kind === 'problems' || dialog?.kind === 'rivals';

/** The text of a box with rows. */
export function rowText(model: Model, { kind, cursor }: Pick<RowDialog, 'kind' | 'cursor'>, width: number): RowText {
  return kind === 'rivals' ? rivalText(model, cursor, width) : problemText(model, cursor, width);
}

/** How many rows there are. */
export const rowsOf = (model: Model, { kind }: RowDialog): number =>
  kind === 'rivals' ? (model.rivals.groups?.length ?? 0) : ownProblems(model).length;

/**
 * A text with rows moved by keys: from one row to the next, as soon as all of it was on the screen; a line further
 * where there is none.
 */
export function movedInRows(
  model: Model,
  dialog: RowDialog,
  { unit, direction }: Extract<Action, { type: 'moved' }>,
): Model {
  const { columns, rows } = dialogLayout(model.size, boxKind(dialog.kind));
  const text = rowText(model, dialog, columns);
  const last = Math.max(0, text.lines.length - rows);
  const there = (cursor: number, scroll: number): Model => {
    const at = clamped(cursor, 0, Math.max(0, text.rows.length - 1));
    // The row under the cursor can have more lines than it had before.
    const end =
      at === dialog.cursor ? last : Math.max(0, rowText(model, { ...dialog, cursor: at }, columns).lines.length - rows);
    return { ...model, dialog: { ...dialog, cursor: at, scroll: clamped(scroll, 0, end) } };
  };
  if (unit === 'end') return direction > 0 ? there(text.rows.length - 1, Number.MAX_SAFE_INTEGER) : there(0, 0);
  if (unit === 'page') {
    const scroll = clamped(dialog.scroll + direction * Math.max(1, rows - 1), 0, last);
    return there(cursorAt(text, scroll, direction > 0 && scroll === last), scroll);
  }
  const cursor = dialog.cursor + direction;
  const [start, end] = text.rows[dialog.cursor] ?? [0, 0];
  const isCut = direction > 0 ? end > dialog.scroll + rows : start < dialog.scroll;
  const next = rowText(model, { ...dialog, cursor }, columns).rows[cursor];
  if (isCut || !next) return there(dialog.cursor, dialog.scroll + direction);
  // Its beginning is in view, and of what stands over the first all that fits.
  const top = cursor === 0 ? 0 : next[0];
  return there(cursor, clamped(dialog.scroll, Math.min(next[0], next[1] - rows), top));
}

/** The model with the row under the cursor of a text with rows on the screen. */
export function withRowInView(model: Model): Model {
  const { dialog } = model;
  if (!isRowDialog(dialog)) return model;
  const { columns, rows } = dialogLayout(model.size, boxKind(dialog.kind));
  const [start, end] = rowText(model, dialog, columns).rows[dialog.cursor] ?? [0, 0];
  return { ...model, dialog: { ...dialog, scroll: clamped(dialog.scroll, Math.min(start, end - rows), start) } };
}

/** Which of the rows are on the screen: the first one, how many from there on, and of how many. */
export function rowsInView(
  { rows }: RowText,
  scroll: number,
  height: number,
): { readonly first: number; readonly shown: number; readonly count: number } {
  const first = rows.findIndex(([, end]) => end > scroll);
  const shown = rows.filter(([start, end]) => end > scroll && start < scroll + height).length;
  return { first, shown, count: rows.length };
}

/** The first row of which there is something on the screen; the last of all at the end. */
function cursorAt({ rows }: RowText, scroll: number, isEnd: boolean): number {
  if (isEnd) return rows.length - 1;
  const found = rows.findIndex(([, end]) => end > scroll);
  return found < 0 ? rows.length - 1 : found;
}
