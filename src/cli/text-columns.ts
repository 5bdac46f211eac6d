import { greatest } from '../kit/long-lists.ts';
import { cutMiddle } from '../text/styled-text.ts';
import { prefixThatFits, textWidth } from '../text/text-cells.ts';

/** Cells between columns. */
const GAP = '  ';
/** No column but the last makes the others wait for more than this. */
const MAX_COLUMN = 40;

/** What says nothing, in a cell of its own. */
const NOTHING = '-';
/** Where the columns take too much room they are cut to this, and the last has at least as much. */
const NARROW_COLUMN = 20;

/**
 * Lines with their columns aligned, each ending in a line feed.
 *
 * Where they do not fit, columns in which nobody has anything go first; then the last, mostly a path, is cut in its middle,
 * so that its end stays; and then the others.
 *
 * @param rows Cells made safe to show; the last of a row is not padded.
 * @param width Cells a line may take; `null` for no limit.
 * @param more How cells are dressed, and what stands above the columns.
 */
export function textColumns(
  rows: readonly (readonly string[])[],
  width: number | null,
  { dressed = (text) => text, head }: MoreOfColumns = {},
): string {
  const all = head === undefined ? rows : [head, ...rows];
  const natural = widthsOf(all);
  const fits = width === null || all.every((row) => textWidth(joined(row, natural)) <= width);
  const places = placesLeft(all, fits ? [] : rows);
  const shown = fits ? all : all.map((row, at) => (places[at] ?? []).map((column) => row[column] ?? ''));
  const widths = widthsOf(shown);
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + GAP.length, 0);
  const isTight = width !== null && before > width - NARROW_COLUMN;
  const narrow = isTight ? widths.map((one) => Math.min(one, NARROW_COLUMN)) : widths;
  return shown
    .map((row, at) => {
      const cells = fittedRow(row, narrow, width, isTight);
      const last = cells.length - 1;
      const line = cells.map((cell, column) => {
        const gap = column === last ? '' : ' '.repeat(Math.max(0, (narrow[column] ?? 0) - textWidth(cell))) + GAP;
        return dressed(cell, at, places[at]?.[column] ?? column) + gap;
      });
      return `${line.join('').trimEnd()}\n`;
    })
    .join('');
}

function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const count = greatest(rows.map((row) => row.length));
  return Array.from({ length: count }, (_, at) =>
    rows.reduce((widest, row) => Math.max(widest, Math.min(MAX_COLUMN, textWidth(row[at] ?? ''))), 0),
  );
}

/** What is made of a cell: its text, the row it is of, and which of the columns it was. */
type Dressing = (text: string, row: number, column: number) => string;

interface MoreOfColumns {
  /** What is made of a cell once it is cut, such as colours, which take no room. */
  readonly dressed?: Dressing;
  /** A row above the others, the first of all. */
  readonly head?: readonly string[];
}

/**
 * Which columns are left of each row.
 *
 * @param judged Rows in which a column between the first and the last says nothing if it is to go; none to keep all.
 */
function placesLeft(
  rows: readonly (readonly string[])[],
  judged: readonly (readonly string[])[],
): readonly (readonly number[])[] {
  const last = greatest(rows.map((row) => row.length)) - 1;
  const isEmpty = Array.from(
    { length: last + 1 },
    (_, at) => judged.length > 0 && judged.every((row) => ['', NOTHING].includes(row[at] ?? '')),
  );
  return rows.map((row) => row.map((_, at) => at).filter((at) => at === 0 || at === last || !isEmpty[at]));
}

function joined(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => padded(cell, widths[at] ?? 0))
    .join(GAP)
    .trimEnd();
}

/** The cells of a row, cut as far as need be. */
function fittedRow(
  row: readonly string[],
  widths: readonly number[],
  width: number | null,
  isTight: boolean,
): readonly string[] {
  if (width === null) return row;
  const cells = row.slice(0, -1).map((cell, at) => (isTight ? cutEnd(cell, widths[at] ?? 0) : cell));
  const taken = cells.reduce((sum, cell, at) => sum + Math.max(textWidth(cell), widths[at] ?? 0) + GAP.length, 0);
  const last = row.at(-1) ?? '';
  if (taken < width) return [...cells, cutPath(last, width - taken)];
  return [cutEnd(joined(cells, widths), width)];
}

/** A path that is too long without its middle: the name of the file stays, which tells it from others. */
function cutPath(path: string, width: number): string {
  if (textWidth(path) <= width) return path;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const room = width - textWidth(name) - 2;
  if (room < 0 || name === path) return cutMiddle(path, width);
  return `${path.slice(0, prefixThatFits(path, room).end)}…/${name}`;
}

/** A text cut to a width, with an ellipsis where something is missing. */
function cutEnd(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return width < 1 ? '' : `${text.slice(0, prefixThatFits(text, width - 1).end)}…`;
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - textWidth(cell)));
}
