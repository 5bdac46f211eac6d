import { withoutEnd } from '../kit/run-before.ts';
import { styledWidth } from './ink/styled-row.ts';

const ERASE_REST = '\u001B[K';
const RESET = '\u001B[0m';

/**
 * What turns the rows on the screen into others, as escape sequences and text: rows that moved up or down are scrolled by
 * the terminal, and of each row that still differs is written what comes behind its left end as it was.
 *
 * @param shown What is on the screen from its first row on; what lies below is blank.
 */
export function changedRows(shown: readonly string[], rows: readonly string[], columns: number): string {
  const scroll = scrollBetween(shown, rows);
  if (!scroll) return rewrittenRows(shown, rows, columns);
  return scrolling(scroll) + rewrittenRows(scrolled(shown, scroll), rows, columns);
}

function rewrittenRows(shown: readonly string[], rows: readonly string[], columns: number): string {
  let changes = '';
  for (let row = 0; row < Math.max(shown.length, rows.length); row += 1) {
    const old = shown[row] ?? '';
    const next = rows[row] ?? '';
    if (old === next) continue;
    const start = sameStart(old, next);
    const column = styledWidth(next.slice(0, start));
    // Blanks at the end are quicker erased than written.
    const rest = withoutEnd(next.slice(start), (character) => character === ' ');
    // Behind the last column there is nothing to erase, and terminals would erase that column itself.
    const isFull = column + styledWidth(rest) >= columns;
    changes += `\u001B[${row + 1};${column + 1}H${placed(rest, column)}${isFull ? '' : ERASE_REST}`;
  }
  return changes;
}

/** Where two rows begin to differ, moved back to the end of a span: there no style is on and no character is joined. */
function sameStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  const end = b.lastIndexOf(RESET, at - RESET.length);
  return end < 0 || at < RESET.length ? 0 : end + RESET.length;
}

/** Words of the scripts of India, Tibet and Southeast Asia, whose letters merge: terminals do not agree on their cells. */
const MERGING = /[\u0900-\u0DFF\u0F00-\u109F\u1780-\u17FF\u1B00-\u1BFF\uA880-\uABFF]+/g;

/**
 * The end of a row with the column of what stands behind each such word, so that a terminal that draws the word wider or
 * narrower than was counted moves nothing else. The row is erased first, since a narrower word leaves cells as they were.
 */
function placed(rest: string, column: number): string {
  const text = rest.replace(
    MERGING,
    (word, at: number) => `${word}\u001B[${column + styledWidth(rest.slice(0, at + word.length)) + 1}G`,
  );
  return text === rest ? rest : ERASE_REST + text;
}

/** Rows that moved together. */
interface Scroll {
  /** The first of them and the one behind the last. */
  readonly first: number;
  readonly end: number;
  /** How far up; negative for down. */
  readonly by: number;
}

/** One row with the keys, three with the wheel. */
const DISTANCES = [1, -1, 3, -3] as const;
/** Where fewer rows changed they are rewritten. */
const LEAST_ROWS = 6;
/** Characters of the rows that need not be written: below that a terminal is not bothered with scrolling. */
const LEAST_GAIN = 400;

/**
 * Where most of the rows of a list or text have the beginning that another one had before. Panes stand side by side: it is
 * enough that the left one moved, of which there is more.
 */
function scrollBetween(shown: readonly string[], rows: readonly string[]): Scroll | null {
  if (shown.length !== rows.length) return null;
  const changed = rows.flatMap((row, at) => (row === shown[at] ? [] : [at]));
  if (changed.length < LEAST_ROWS) return null;
  const middle = changed[changed.length >> 1] ?? 0;
  for (const by of DISTANCES) {
    const scroll = scrollAround(shown, rows, middle, by);
    if (scroll) return scroll;
  }
  return null;
}

/** The rows about one that moved so far; `null` if that saves little. */
function scrollAround(shown: readonly string[], rows: readonly string[], middle: number, by: number): Scroll | null {
  const gainOf = (at: number): number => {
    const [row, moved, here] = [rows[at] ?? '', shown[at + by], shown[at] ?? ''];
    return moved === undefined ? -1 : sameStart(moved, row) - sameStart(here, row);
  };
  let gain = gainOf(middle);
  if (gain <= 0) return null;
  let first = middle;
  let end = middle + 1;
  for (let next = gainOf(first - 1); first > 0 && next >= 0; next = gainOf(first - 1)) {
    gain += next;
    first -= 1;
  }
  for (let next = gainOf(end); end < rows.length && next >= 0; next = gainOf(end)) {
    gain += next;
    end += 1;
  }
  // The rows that they came from scroll with them.
  return gain < LEAST_GAIN ? null : { first: Math.min(first, first + by), end: Math.max(end, end + by), by };
}

/** Scrolls some rows of the screen only. Lines are deleted and inserted, as terminals without a window do it too. */
function scrolling({ first, end, by }: Scroll): string {
  return `\u001B[${first + 1};${end}r\u001B[${first + 1};1H\u001B[${Math.abs(by)}${by > 0 ? 'M' : 'L'}\u001B[r`;
}

/** What is on the screen after that. */
function scrolled(shown: readonly string[], { first, end, by }: Scroll): readonly string[] {
  return shown.map((row, at) => {
    if (at < first || at >= end) return row;
    const from = at + by;
    return from < first || from >= end ? '' : (shown[from] ?? '');
  });
}
