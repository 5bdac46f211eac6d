import { afterBlank, type StyledLine } from '../../text/styled-text.ts';
import type { Dialog } from './dialog.ts';
import type { Model, Size } from './model.ts';
import { SAVE_FIELDS } from './save-state.ts';

/** Where the parts of the frame lie, in cells. */
export interface FrameLayout {
  readonly columns: number;
  /** Lines between header and footer. */
  readonly bodyHeight: number;
  /** Whether there is room for the rule under the header and the line of news over the footer. */
  readonly roomy: boolean;
}

const ROOMY_ROWS = 12;
const WIDE_COLUMNS = 140;
/** Columns from which on a preview has room beside the list. */
export const BESIDE_COLUMNS = 100;

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

/** Over the list, lines for what was just saved. */
export const LANDED_ROWS = 2;

/** Where the preview of the list stands, with so much room. */
export function previewPlace({ size, look }: BrowseRoom): 'beside' | 'below' | 'off' {
  const wanted = look?.preview ?? 'auto';
  if (wanted === 'off' || wanted === 'below') return wanted;
  return size.columns >= (wanted === 'beside' ? BESIDE_COLUMNS : WIDE_COLUMNS) ? 'beside' : 'below';
}

type BrowseRoom = Pick<Model, 'size'> & { readonly look?: Pick<Model['look'], 'preview'> };

/**
 * Browse: the list has the whole width, since descriptions tell agents of one name apart, and the preview stands below;
 * beside it where there is room for both, nowhere where the terminal is tiny.
 */
export function browseLayout({ size, landed, look }: BrowseRoom & Pick<Model, 'landed'>): SplitLayout {
  const { columns, bodyHeight: whole, roomy } = frameLayout(size);
  const bodyHeight = landed !== null && roomy ? whole - LANDED_ROWS : whole;
  const place = previewPlace({ size, ...(look && { look }) });
  if (place === 'off')
    return { direction: 'column', first: { columns, rows: bodyHeight }, second: { columns, rows: 0 } };
  if (place === 'beside') return beside(columns, bodyHeight, Math.floor(columns * 0.58));
  return above(columns, bodyHeight, Math.max(3, Math.round(bodyHeight * 0.38)));
}

/** Columns from which on an outline has room beside a text. */
export const OUTLINED = 72;

/** Reader: outline left, narrow where the text would be; only the text where there is no room for both. */
export function readerLayout({ size, reader }: Pick<Model, 'size' | 'reader'>): SplitLayout {
  const { columns, bodyHeight } = frameLayout(size);
  return beside(columns, bodyHeight, columns < OUTLINED || !reader.hasOutline ? 0 : columns < 120 ? 24 : 34);
}

/** A cell that stays blank between a text and the edge of the screen; beside a divider it is the divider's. */
export const EDGE = 1;

/** The text of the second pane: the cells its lines may take, and what makes them lines of the pane. */
export function secondText({ direction, second }: SplitLayout): {
  readonly columns: number;
  readonly placed: (line: StyledLine) => StyledLine;
} {
  const isAtEdge = direction === 'column';
  const columns = Math.max(1, second.columns - (isAtEdge ? 2 : 1) * EDGE);
  return { columns, placed: isAtEdge ? afterBlank : (line) => line };
}

/** Cells between panes that stand side by side: a divider with a blank on either side. */
export const GAP = 3;
/** Cells before the text of a column that is compared, for a bar or a sign. */
export const LEAD = 2;
/**
 * Save: the form beside the file, or above it; the form needs a line for every field and one for what is said of one.
 *
 * @param wanted Lines it takes with what is unfolded in it: given above the file, as long as that has some left.
 */
export function saveLayout(size: Size, wanted = 0): SplitLayout {
  const { columns, bodyHeight } = frameLayout(size);
  if (columns >= 100) return beside(columns, bodyHeight, Math.max(52, Math.floor(columns * 0.4)));
  const form = Math.max(SAVE_FIELDS.length + 1, Math.min(wanted, bodyHeight - 4));
  return bodyHeight - form > 1
    ? above(columns, bodyHeight, form)
    : { direction: 'column', first: { columns, rows: bodyHeight }, second: { columns, rows: 0 } };
}

/** A column of a comparison is not made narrower than this, divider included; the others are scrolled to. */
const MIN_COLUMN = 34;

/** Compare: columns of equal width, parted by rules. */
export interface CompareLayout {
  /** Columns on the screen at once. */
  readonly shown: number;
  /** Cells of the text of each: there are `LEAD` more at its left. */
  readonly columns: number;
  /** Lines of text. */
  readonly rows: number;
}

/** @param count Definitions compared, at least one. */
export function compareLayout(size: Size, count: number): CompareLayout {
  const { columns, bodyHeight } = frameLayout(size);
  const shown = Math.max(1, Math.min(count, Math.floor((columns + GAP) / MIN_COLUMN)));
  const width = Math.floor((columns - EDGE - (shown - 1) * GAP) / shown) - LEAD;
  return { shown, columns: Math.max(4, width), rows: bodyHeight };
}

/** Compose: topics, versions and result side by side, or as many of them as there is room for. */
export interface ComposeLayout {
  readonly rows: number;
  /** Widths of what they hold in cells; 0 for a pane that is not shown. After the last one a cell is left. */
  readonly topics: number;
  readonly versions: number;
  readonly result: number;
}

/** Compose's panes: three when wide, the topics and one other when not, one when tiny. */
export function composeLayout({ size, compose }: Pick<Model, 'size' | 'compose'>): ComposeLayout {
  const { columns: all, bodyHeight: rows } = frameLayout(size);
  const columns = Math.max(1, all - EDGE);
  const marks = 3 * compose.ids.length;
  const matrix = marks + Math.max(20, Math.min(40, Math.floor(all * (all >= 120 ? 0.3 : 0.44)) - marks));
  if (all >= 120) {
    const rest = columns - matrix - 2 * GAP;
    const versions = Math.floor(rest * 0.42);
    return { rows, topics: matrix, versions, result: rest - versions };
  }
  if (all >= 60) {
    const rest = columns - matrix - GAP;
    return compose.pane === 'versions'
      ? { rows, topics: matrix, versions: rest, result: 0 }
      : { rows, topics: matrix, versions: 0, result: rest };
  }
  return { rows, topics: 0, versions: 0, result: 0, [compose.pane]: columns };
}

/** What is left out: the list above, the row under its cursor whole below; only the list where the terminal is tiny. */
export function ledgerLayout(size: Size): SplitLayout {
  const { columns, bodyHeight } = frameLayout(size);
  return above(columns, bodyHeight, Math.max(3, Math.round(bodyHeight * 0.6)));
}

/** Cells and rows of a box around what is in it: a border, and a blank at either side. */
export const BOX = { columns: 4, rows: 2 };
/** In a box, the line of a field and the blank under it. */
export const FIELD_ROWS = 2;
/** In a box that asks, the line of the answers and the blank over it. */
export const ANSWER_ROWS = 2;
const BOX_WIDTHS = { list: 66, text: 100 };

/**
 * What is inside the box of a dialog, at most: the screen under it stays in sight around it, unless it is a small one.
 *
 * @param kind A text, such as a difference or a list of problems, gets wider lines.
 */
export function dialogLayout({ columns, rows }: Size, kind: 'list' | 'text'): Size {
  const isSmall = columns < 60 || rows < 14;
  const width = isSmall ? columns : Math.min(BOX_WIDTHS[kind], columns - 4);
  const height = isSmall ? rows - 1 : rows - 4;
  return { columns: Math.max(1, width - BOX.columns), rows: Math.max(1, height - BOX.rows) };
}

const TEXTS: ReadonlySet<Dialog['kind']> = new Set([
  'overwrite',
  'unsave',
  'recompose',
  'problems',
  'sources',
  'news',
  'column',
]);

/** How a kind of dialog is laid out: agents need room for their descriptions. */
export function boxKind(kind: Dialog['kind']): 'list' | 'text' {
  return TEXTS.has(kind) ? 'text' : 'list';
}

function beside(columns: number, rows: number, first: number): SplitLayout {
  const second = first === 0 ? columns : columns - first - GAP;
  return { direction: 'row', first: { columns: first, rows }, second: { columns: second, rows } };
}

function above(columns: number, rows: number, first: number): SplitLayout {
  const rest = rows - first - 1;
  if (rest < 3) return { direction: 'column', first: { columns, rows }, second: { columns, rows: 0 } };
  return { direction: 'column', first: { columns, rows: first }, second: { columns, rows: rest } };
}
