import { cells, isNarrowUnit, textWidth } from '../../text/text-cells.ts';

/** A stretch of a row: text that may hold SGR sequences (colours and weights), and the cells it takes. */
export interface Segment {
  /** Column it starts in. */
  readonly x: number;
  readonly width: number;
  readonly text: string;
}

const SGR = /\u001B\[[\d:;]*m/g;
const RESET = '\u001B[0m';

/** Cells a text takes, its SGR sequences aside. */
export function styledWidth(text: string): number {
  const narrow = narrowWidth(text);
  return narrow < 0 ? textWidth(text.replace(SGR, '')) : narrow;
}

/** The same for a row of nothing but SGR sequences and characters of one cell, as most are; -1 for any other. */
function narrowWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isNarrowUnit(code)) width += 1;
    else if (code === ESCAPE) {
      SGR_HERE.lastIndex = at;
      if (!SGR_HERE.test(text)) return -1;
      at = SGR_HERE.lastIndex - 1;
    } else return -1;
  }
  return width;
}

const ESCAPE = 0x1b;
const SGR_HERE = /\u001B\[[\d:;]*m/y;

/** A text that leaves no style on for what comes after it. */
export function closedText(text: string): string {
  const last = text.lastIndexOf('\u001B');
  return last < 0 || text.startsWith(RESET, last) ? text : text + RESET;
}

/** The part of a text between two columns, with its styles. */
export function cutText(text: string, from: number, to: number): string {
  const row: RowCell[] = [];
  place(row, 0, text);
  parted(row, Math.max(0, from));
  parted(row, Math.max(0, to));
  return joined(row.slice(Math.max(0, from), Math.max(0, to)));
}

/**
 * A row of segments in the order in which they were written: later ones cover earlier ones.
 *
 * As a rule they stand side by side and are put together as they are. Where they overlap, the row is made cell by cell,
 * as Ink does with every row.
 */
export function rowText(segments: readonly Segment[]): string {
  let text = '';
  let end = 0;
  for (const segment of segments) {
    if (segment.x < end) return overlaidText(segments);
    text += ' '.repeat(segment.x - end) + closedText(segment.text);
    end = segment.x + segment.width;
  }
  return text.trimEnd();
}

function overlaidText(segments: readonly Segment[]): string {
  const row: RowCell[] = [];
  for (const { x, text } of segments) place(row, x, text);
  return joined(row).trimEnd();
}

/** One column of a row; the second of a wide character is empty. */
interface RowCell {
  readonly text: string;
  /** SGR sequences in force, one after the other. */
  readonly style: string;
}

const BLANK: RowCell = { text: ' ', style: '' };

function place(row: RowCell[], x: number, text: string): void {
  while (row.length < x) row.push(BLANK);
  let at = x;
  let style = '';
  for (const [part = ''] of text.matchAll(PART)) {
    if (part.startsWith('\u001B')) {
      style = part === RESET || part === '\u001B[m' ? '' : style + part;
      continue;
    }
    for (const cell of cells(part)) {
      parted(row, at);
      parted(row, at + Math.max(1, cell.width));
      row[at] = { text: part.slice(cell.start, cell.end), style };
      for (let covered = 1; covered < cell.width; covered += 1) row[at + covered] = { text: '', style };
      at += Math.max(1, cell.width);
    }
  }
}

/** Blanks for a wide character that a column cuts in two: half of one cannot be shown, and would shift what follows. */
function parted(row: RowCell[], column: number): void {
  if (row[column]?.text !== '') return;
  let start = column;
  while (start > 0 && row[start]?.text === '') start -= 1;
  for (let at = start; at === start || row[at]?.text === ''; at += 1)
    row[at] = { text: ' ', style: row[at]?.style ?? '' };
}

const PART = /\u001B\[[\d:;]*m|[^\u001B]+/g;

function joined(row: readonly RowCell[]): string {
  let text = '';
  let style = '';
  for (const cell of row) {
    if (cell.style !== style) text += (style === '' ? '' : RESET) + cell.style;
    style = cell.style;
    text += cell.text;
  }
  return style === '' ? text : text + RESET;
}
