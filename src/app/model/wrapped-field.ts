import { cutLine, type Span, type StyledLine } from '../../text/styled-text.ts';
import { cells, textWidth } from '../../text/text-cells.ts';
import { visibleText } from '../../text/visible-text.ts';
import { clamped } from './scrolling.ts';
import type { TextField } from './text-field.ts';

/** A stretch of a field's text, in UTF-16 code units. */
export interface FieldRow {
  readonly start: number;
  readonly end: number;
}

/**
 * A field's text in rows, broken behind spaces, in longer words anywhere between graphemes. Every character is on one row,
 * so that the caret has a place at each. A space at the end of a row may take a cell more than the width, and so may the
 * caret behind the last one.
 *
 * @param width Cells for the characters of a row, at least 1.
 * @returns From the top, at least one; the end of each is the start of the next.
 */
export function fieldRows(text: string, width: number): readonly FieldRow[] {
  const rows: FieldRow[] = [];
  let start = 0;
  let column = 0;
  /** Behind the last space: where that is, and at which column of the row. */
  let space = { end: 0, column: 0 };
  for (const piece of pieces(text)) {
    const isSpace = text[piece.start] === ' ';
    // Twice where a wide character has no room either behind the word that went down to the next row.
    while (column + piece.width > width + (isSpace ? 1 : 0) && piece.start > start) {
      const cut = space.end > start ? space : { end: piece.start, column };
      rows.push({ start, end: cut.end });
      column -= cut.column;
      start = cut.end;
    }
    column += piece.width;
    if (isSpace) space = { end: piece.end, column };
  }
  return [...rows, { start, end: text.length }];
}

/** The index of the row that the cursor is on. */
export function rowOfCursor(rows: readonly FieldRow[], { cursor }: TextField): number {
  return Math.max(
    0,
    rows.findLastIndex(({ start }) => start <= cursor),
  );
}

/**
 * The field with its cursor some rows down, or up where there are fewer than none, at the same column if there is one;
 * `null` where there is no row.
 */
export function rowMoved(field: TextField, width: number, by: number): TextField | null {
  const rows = fieldRows(field.text, width);
  const at = rowOfCursor(rows, field);
  const [from, to] = [rows[at], rows[clamped(at + by, 0, rows.length - 1)]];
  if (!from || !to || from === to) return null;
  const column = textWidth(visibleText(field.text.slice(from.start, field.cursor)));
  let taken = 0;
  let cursor = to.start;
  for (const piece of pieces(field.text.slice(to.start, to.end))) {
    // The end of a row is the start of the next.
    const isLast = to.start + piece.end === to.end && to.end < field.text.length;
    if (taken + piece.width > column || isLast) break;
    taken += piece.width;
    cursor = to.start + piece.end;
  }
  return { text: field.text, cursor };
}

/** The field with its cursor where a key leads that goes to an end of its row; `null` for any other key. */
export function rowEnded(field: TextField, width: number, key: string): TextField | null {
  if (key !== 'home' && key !== 'end') return null;
  const rows = fieldRows(field.text, width);
  const at = rowOfCursor(rows, field);
  const { start, end } = rows[at] ?? { start: 0, end: field.text.length };
  if (key === 'home') return { text: field.text, cursor: start };
  // The end of a row is the start of the next.
  const last = [...pieces(field.text.slice(start, end))].at(-1);
  return { text: field.text, cursor: at === rows.length - 1 ? end : start + (last?.start ?? 0) };
}

/** The field with its caret at a cell of one of its rows. */
export function caretInRow(field: TextField, { start, end }: FieldRow, width: number, column: number): TextField {
  const { cursor } = caretAt({ text: field.text.slice(start, end), cursor: 0 }, width, column);
  return { text: field.text, cursor: start + cursor };
}

/**
 * The field with its caret at a cell of the one line that shows it. That is scrolled sideways so far that the caret before
 * has room on it.
 *
 * @param width Cells of the line, the caret's included.
 */
export function caretAt(field: TextField, width: number, column: number): TextField {
  let over = textWidth(visibleText(field.text.slice(0, field.cursor))) - (width - 1);
  let taken = 0;
  let cursor = 0;
  for (const piece of pieces(field.text)) {
    if (over > 0) over -= piece.width;
    else if (taken + piece.width > column) break;
    else taken += piece.width;
    cursor = piece.end;
  }
  return { text: field.text, cursor };
}

/** The rows of a field that are on the screen. */
export interface FieldLines {
  readonly lines: readonly { readonly line: StyledLine; readonly stretch: FieldRow }[];
  /** Rows above them. */
  readonly top: number;
  /** Rows of all of it. */
  readonly count: number;
}

/**
 * A field on as many rows as it takes, the one with the caret in the middle of those that are shown.
 *
 * @param room.columns Cells of a row, the caret's included.
 * @param room.rows More are not shown at once.
 * @param hasKeys Whether the caret is drawn.
 */
export function fieldLines(
  field: TextField,
  room: { readonly columns: number; readonly rows: number },
  hasKeys: boolean,
): FieldLines {
  const rows = fieldRows(field.text, room.columns - 1);
  const at = rowOfCursor(rows, field);
  const top = clamped(at - Math.floor(room.rows / 2), 0, Math.max(0, rows.length - room.rows));
  const lines = rows.slice(top, top + room.rows).map((stretch, index) => {
    const text = field.text.slice(stretch.start, stretch.end);
    const isHere = hasKeys && top + index === at;
    const from = hasKeys ? Math.max(0, (field.from ?? text.length) - stretch.start) : text.length;
    const to = isHere ? field.cursor - stretch.start : text.length;
    const shown = [...selecting(text.slice(0, to), from), ...(isHere ? caret(text.slice(to)) : [])];
    return { line: cutLine({ spans: shown }, room.columns), stretch };
  });
  return { lines, top, count: rows.length };
}

/** What stands behind the caret, the cell of it set off. */
function caret(text: string): readonly Span[] {
  const [{ end } = { end: 0 }] = pieces(text);
  const under = visibleText(text.slice(0, end)) || ' ';
  return [{ text: under, role: 'text', tone: 'caret' }, span(text.slice(end))];
}

/** A text with what is selected of it, from some place on, set off. */
const selecting = (text: string, from: number): readonly Span[] => [
  span(text.slice(0, from)),
  { ...span(text.slice(from)), role: 'match' },
];

const span = (text: string): Span => ({ text: visibleText(text), role: 'text' });

interface Piece extends FieldRow {
  readonly width: number;
}

/** The graphemes of a text, as wide as what stands for them on the screen. */
function* pieces(text: string): Generator<Piece> {
  if (visibleText(text) === text) {
    yield* cells(text);
    return;
  }
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    yield { start: index, end: index + segment.length, width: textWidth(visibleText(segment)) };
  }
}
