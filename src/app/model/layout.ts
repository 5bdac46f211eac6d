import { DIVIDERS, type Divider, USUAL_LOOK } from '../../text/appearance.ts';
import { LEAST_COLUMNS, LEAST_ROWS, sharedOut, shareOf } from '../../text/shares.ts';
import { afterBlank, type StyledLine } from '../../text/styled-text.ts';
import type { Dialog } from './dialog.ts';
import type { Model, Size } from './model.ts';
import { MERGE_SIDES } from './recompose-state.ts';
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
  // Where there are so few rows the list has all of them.
  if (wanted === 'auto' && !frameLayout(size).roomy) return 'off';
  return size.columns >= (wanted === 'beside' ? BESIDE_COLUMNS : WIDE_COLUMNS) ? 'beside' : 'below';
}

type BrowseRoom = Pick<Model, 'size'> & { readonly look?: Pick<Model['look'], 'preview' | 'shares'> };

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
  const { shares } = look ?? USUAL_LOOK;
  if (place === 'beside') {
    const usual = Math.floor(columns * 0.58);
    return beside(columns, bodyHeight, shareOf(columns, shares.list, usual, LEAST_COLUMNS, LEAST_COLUMNS + GAP));
  }
  const usual = Math.max(3, Math.round(bodyHeight * 0.38));
  return above(columns, bodyHeight, shareOf(bodyHeight, shares['list-above'], usual, LEAST_ROWS, LEAST_ROWS + GAP));
}

/** Columns from which on an outline has room beside a text. */
export const OUTLINED = 72;

/** Reader: outline left, narrow where the text would be; only the text where there is no room for both. */
export function readerLayout({ size, reader, look }: Pick<Model, 'size' | 'reader' | 'look'>): SplitLayout {
  const { columns, bodyHeight } = frameLayout(size);
  if (columns < OUTLINED || !reader.hasOutline) return beside(columns, bodyHeight, 0);
  const usual = columns < 120 ? 24 : 34;
  const outline = shareOf(columns, look.shares.outline, usual, LEAST_COLUMNS, LEAST_COLUMNS + GAP);
  return beside(columns, bodyHeight, outline);
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
/** Columns from which on the form of a save has room beside the file. */
const SIDE_BY_SIDE = 100;
const LEAST_FORM = 36;

/**
 * Save: the form beside the file, or above it; the form needs a line for every field and one for what is said of one.
 *
 * @param wanted Lines it takes with what is unfolded in it: given above the file, as long as that has some left.
 */
export function saveLayout({ size, look }: Pick<Model, 'size' | 'look'>, wanted = 0): SplitLayout {
  const { columns, bodyHeight } = frameLayout(size);
  if (columns >= SIDE_BY_SIDE) {
    const usual = Math.max(52, Math.floor(columns * 0.4));
    return beside(columns, bodyHeight, shareOf(columns, look.shares.form, usual, LEAST_FORM, LEAST_FORM + GAP));
  }
  const form = Math.max(SAVE_FIELDS.length, Math.min(wanted, bodyHeight - 4));
  return bodyHeight - form > 1
    ? above(columns, bodyHeight, form)
    : { direction: 'column', first: { columns, rows: bodyHeight }, second: { columns, rows: 0 } };
}

/** A column of a comparison is not made narrower than this, divider included; the others are scrolled to. */
const MIN_COLUMN = 34;

/** Compare: columns side by side, parted by rules. */
export interface CompareLayout {
  /** Columns on the screen at once. */
  readonly shown: number;
  /** Lines of text. */
  readonly rows: number;
}

/**
 * @param count Definitions compared, at least one.
 * @param least Cells of a column with its divider.
 */
export function compareLayout(size: Size, count: number, least = MIN_COLUMN): CompareLayout {
  const { columns, bodyHeight } = frameLayout(size);
  return { shown: Math.max(1, Math.min(count, Math.floor((columns + GAP) / least))), rows: bodyHeight };
}

/** The three versions of a merge, of which each is needed to decide: narrow ones, too. */
export function mergeLayout(size: Size): CompareLayout {
  return compareLayout(size, MERGE_SIDES.length, MIN_VERSION);
}

/**
 * Cells of the text of each of the columns on the screen: there are `LEAD` more at its left.
 *
 * @param dividers What parts them.
 */
export function columnWidths(
  { size, look }: Pick<Model, 'size' | 'look'>,
  shown: number,
  dividers: readonly Divider[],
): readonly number[] {
  return sharedOut(columnsRoom(size, shown), shown, dividers, look.shares).map((width) => Math.max(4, width - LEAD));
}

/** Cells of so many columns together, without what parts them. */
export function columnsRoom({ columns }: Size, shown: number): number {
  return columns - EDGE - (shown - 1) * GAP;
}

/** What parts the columns that are compared, and the versions of a conflict. */
export const COLUMN_DIVIDERS = DIVIDERS.filter((one) => one.startsWith('column-'));
export const VERSION_DIVIDERS = DIVIDERS.filter((one) => one.startsWith('version-'));

const MIN_VERSION = 27;

/** Compose: topics, versions and result side by side, or as many of them as there is room for. */
export interface ComposeLayout {
  readonly rows: number;
  /** Widths of what they hold in cells; 0 for a pane that is not shown. After the last one a cell is left. */
  readonly topics: number;
  readonly versions: number;
  readonly result: number;
}

/** Columns from which on composing has room for three panes. */
const THREE_PANES = 120;

/** Compose's panes: three when wide, the topics and one other when not, one when tiny. */
export function composeLayout({ size, compose, look }: Pick<Model, 'size' | 'compose' | 'look'>): ComposeLayout {
  const { columns: all, bodyHeight: rows } = frameLayout(size);
  const { shares } = look;
  const columns = Math.max(1, all - EDGE);
  const marks = 3 * compose.ids.length;
  const usual = marks + Math.max(20, Math.min(40, Math.floor(all * (all >= THREE_PANES ? 0.3 : 0.44)) - marks));
  const others = all >= THREE_PANES ? 2 * LEAST_COLUMNS + 2 * GAP : LEAST_COLUMNS + GAP;
  const matrix = shareOf(columns, shares.topics, usual, marks + LEAST_COLUMNS, others);
  if (all >= THREE_PANES) {
    const rest = columns - matrix - 2 * GAP;
    const versions = shareOf(rest, shares.versions, Math.floor(rest * 0.42), LEAST_COLUMNS, LEAST_COLUMNS + GAP);
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
export function ledgerLayout({ size, look }: Pick<Model, 'size' | 'look'>): SplitLayout {
  const { columns, bodyHeight } = frameLayout(size);
  const usual = Math.max(3, Math.round(bodyHeight * 0.6));
  return above(columns, bodyHeight, shareOf(bodyHeight, look.shares['left-out'], usual, LEAST_ROWS, LEAST_ROWS + GAP));
}

/** Cells and rows of a box around what is in it: a border, and a blank at either side. */
export const BOX = { columns: 4, rows: 2 };
/** In a box, the line of a field and the blank under it. */
export const FIELD_ROWS = 2;
/** In a box that asks, the line of the answers and the blank over it. */
export const ANSWER_ROWS = 2;
const BOX_WIDTHS = { list: 66, text: 100 };
/** Cells at both sides of a box together, so that what is seen of the screen there can be read. */
const LEAST_BESIDE = 12;

/**
 * What is inside the box of a dialog, at most: the screen under it stays in sight around it, unless it is a small one.
 *
 * @param kind A text, such as a difference or a list of problems, gets wider lines.
 */
export function dialogLayout({ columns, rows }: Size, kind: 'list' | 'text'): Size {
  const isSmall = columns < 60 || rows < 14;
  // Slivers of the screen at its sides would tell nothing.
  const width = columns < BOX_WIDTHS[kind] + LEAST_BESIDE ? columns : BOX_WIDTHS[kind];
  const height = isSmall ? rows - 1 : rows - 4;
  return { columns: Math.max(1, width - BOX.columns), rows: Math.max(1, height - BOX.rows) };
}

const TEXTS: ReadonlySet<Dialog['kind']> = new Set([
  'overwrite',
  'unsave',
  'remove',
  'renaming',
  'recompose',
  'problems',
  'rivals',
  'sources',
  'news',
  'help',
  'drafts',
  'column',
]);

/** How a kind of dialog is laid out: agents need room for their descriptions, drafts for what they are made of. */
export function boxKind(kind: Dialog['kind']): 'list' | 'text' {
  return TEXTS.has(kind) ? 'text' : 'list';
}

function beside(columns: number, rows: number, first: number): SplitLayout {
  const second = first === 0 ? columns : columns - first - GAP;
  return { direction: 'row', first: { columns: first, rows }, second: { columns: second, rows } };
}

/** One pane above the other, or the first alone where the second had too little. */
export function above(columns: number, rows: number, first: number): SplitLayout {
  const rest = rows - first - 1;
  if (rest < 3) return { direction: 'column', first: { columns, rows }, second: { columns, rows: 0 } };
  return { direction: 'column', first: { columns, rows: first }, second: { columns, rows: rest } };
}
