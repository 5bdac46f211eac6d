import type { Model, Size } from './model.ts';

/** Where the parts of the frame lie, in cells. */
export interface FrameLayout {
  readonly columns: number;
  /** Lines between header and footer. */
  readonly bodyHeight: number;
  /** Whether there is room for the rule under the header and the line of news over the footer. */
  readonly roomy: boolean;
}

const ROOMY_ROWS = 12;
const WIDE_COLUMNS = 100;

/** The frame's layout: every row of the terminal is used. */
export function frameLayout({ columns, rows }: Size): FrameLayout {
  const roomy = rows >= ROOMY_ROWS;
  return { columns, roomy, bodyHeight: Math.max(1, rows - (roomy ? 4 : 2)) };
}

/** Two panes, side by side or one above the other, with a rule between. */
export interface SplitLayout {
  readonly direction: 'row' | 'column';
  readonly first: Size;
  readonly second: Size;
}

/** Browse: list left and preview right, or below where the terminal is narrow; no preview where it is tiny. */
export function browseLayout(size: Size): SplitLayout {
  const { columns, bodyHeight } = frameLayout(size);
  if (columns >= WIDE_COLUMNS) return beside(columns, bodyHeight, Math.min(72, Math.floor(columns * 0.48)));
  return above(columns, bodyHeight, Math.max(3, Math.ceil(bodyHeight * 0.42)));
}

/** Reader: outline left, text right; only the text where there is no room for both. */
export function readerLayout(size: Size): SplitLayout {
  const { columns, bodyHeight } = frameLayout(size);
  return beside(columns, bodyHeight, columns >= 72 ? Math.min(36, Math.floor(columns * 0.3)) : 0);
}

/** A column of a comparison is not made narrower than this, rule included; the others are scrolled to. */
const MIN_COLUMN = 32;

/** Compare: columns of equal width, parted by rules. */
export interface CompareLayout {
  /** Columns on the screen at once. */
  readonly shown: number;
  /** Cells of the text of each: there are two more at its left for a bar or a dot, and one at its right. */
  readonly columns: number;
  /** Lines of text under the titles. */
  readonly rows: number;
}

/** @param count Definitions compared, at least one. */
export function compareLayout(size: Size, count: number): CompareLayout {
  const { columns, bodyHeight, roomy } = frameLayout(size);
  const shown = Math.max(1, Math.min(count, Math.floor((columns + 1) / MIN_COLUMN)));
  const width = Math.floor((columns - (shown - 1)) / shown) - 3;
  return { shown, columns: Math.max(4, width), rows: Math.max(1, bodyHeight - (roomy ? 2 : 1)) };
}

/** Compose: topics, versions and result side by side, or as many of them as there is room for. */
export interface ComposeLayout {
  readonly rows: number;
  /** Widths in cells; 0 for a pane that is not shown. */
  readonly topics: number;
  readonly versions: number;
  readonly result: number;
}

/** Compose's panes: three when wide, the topics and one other when not, one when tiny. */
export function composeLayout({ size, compose }: Pick<Model, 'size' | 'compose'>): ComposeLayout {
  const { columns, bodyHeight: rows } = frameLayout(size);
  const marks = 3 * compose.ids.length;
  const matrix = marks + Math.max(20, Math.min(40, Math.floor(columns * (columns >= 120 ? 0.3 : 0.44)) - marks));
  if (columns >= 120) {
    const rest = columns - matrix - 6;
    const versions = Math.floor(rest * 0.42);
    return { rows, topics: matrix, versions, result: rest - versions };
  }
  if (columns >= 60) {
    const rest = columns - matrix - 3;
    return compose.pane === 'versions'
      ? { rows, topics: matrix, versions: rest, result: 0 }
      : { rows, topics: matrix, versions: 0, result: rest };
  }
  return { rows, topics: 0, versions: 0, result: 0, [compose.pane]: columns };
}

/** Ledger: counts of each agent above, entries below. */
export interface LedgerLayout {
  readonly columns: number;
  /** Lines for the counts, their heading included; 0 where there is no room. */
  readonly countRows: number;
  /** Lines for the entries. */
  readonly rows: number;
}

/** The ledger's counts go first where there is no room for both. */
export function ledgerLayout({ size, compose }: Pick<Model, 'size' | 'compose'>): LedgerLayout {
  const { columns, bodyHeight } = frameLayout(size);
  const countRows = bodyHeight >= compose.ids.length + 6 ? compose.ids.length + 2 : 0;
  return { columns, countRows, rows: Math.max(1, bodyHeight - countRows) };
}

/** A dialog takes the whole body, with a margin: what is below it is not needed to answer it. */
export function dialogLayout(size: Size): Size {
  const { columns, bodyHeight } = frameLayout(size);
  return { columns: Math.max(10, Math.min(columns - 4, 96)), rows: Math.max(1, bodyHeight - 2) };
}

function beside(columns: number, rows: number, first: number): SplitLayout {
  const second = first === 0 ? columns : columns - first - 3;
  return { direction: 'row', first: { columns: first, rows }, second: { columns: second, rows } };
}

function above(columns: number, rows: number, first: number): SplitLayout {
  const rest = rows - first - 1;
  if (rest < 3) return { direction: 'column', first: { columns, rows }, second: { columns, rows: 0 } };
  return { direction: 'column', first: { columns, rows: first }, second: { columns, rows: rest } };
}
