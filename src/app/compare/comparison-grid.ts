import type { Section } from '../../core/definition/agent-definition.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { sectionsIn, wholeTopics } from '../../core/topics/whole-topics.ts';
import { addAll, greatest } from '../../kit/long-lists.ts';
import { memoLast } from '../../kit/memo.ts';
import { once } from '../../kit/once.ts';
import { countText } from '../../text/count-text.ts';
import { cutLine, type Span, type StyledLine, styledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { keyOf } from '../keys/key-of.ts';
import type { CompareView } from '../model/compare-state.ts';
import { COLUMN_DIVIDERS, columnWidths } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { renderedText } from '../model/rendered-text.ts';
import { signSpan } from '../model/signs.ts';
import { wordsSetOff } from '../model/words-set-off.ts';
import { columnsInView } from './columns-in-view.ts';
import { type ComparedTopics, comparedTopics, isFrontmatter } from './compared-topics.ts';
import { type Block, differenceBlocks, SIGN_CELLS, withoutBlankEnd, withSign } from './difference-blocks.ts';
import { frontmatterRows } from './frontmatter-rows.ts';

/** A comparison laid out: every topic's cells start on the same line. */
export interface ComparisonGrid extends ComparedTopics {
  /** Width of each column in cells. */
  readonly widths: readonly number[];
  readonly lines: readonly GridLine[];
  /** For each topic its first line. */
  readonly starts: readonly number[];
  /** The lines at which columns begin to contradict each other. */
  readonly conflicts: readonly number[];
  /** Whether something is folded. */
  readonly hasFolds: boolean;
}

interface GridLine {
  /** Index of the topic it belongs to. */
  readonly topic: number;
  /** Whether a conflict begins there. */
  readonly isConflict: boolean;
  /** One styled line a column. */
  readonly cells: readonly StyledLine[];
  /** The same with the words set off in which they differ from the base: worked out when first asked for. */
  readonly marked: () => readonly StyledLine[];
}

/** The comparison on the screen, laid out for its width; without topics while they are being lined up. */
export function comparisonGrid(model: Model): ComparisonGrid {
  const { compare } = model;
  const inView = columnsInView(model);
  const shown = columnWidths(model, inView.length, COLUMN_DIVIDERS);
  const widths = compare.ids.map((_, column) => shown[inView.indexOf(column)] ?? shown.at(-1) ?? 0);
  return laidOut(
    comparedTopics(model),
    inView.join(),
    widths.join(),
    compare.view,
    compare.isFolded ? foldWords(keyOf(model, 'compare.fold')) : null,
  );
}

/** What stands behind the `…` of a value that is folded. */
function foldWords(key: string): string {
  return `whole: ${key}`;
}

/**
 * @param inView The columns in view, as {@link columnsInView} has them, with commas between: the others make no rows.
 * @param widthsText The cells of each column, with commas between.
 * @param folded What stands behind the `…` of a folded value; `null` where nothing is folded.
 */
const laidOut = memoLast(
  (
    compared: ComparedTopics,
    inView: string,
    widthsText: string,
    view: CompareView,
    folded: string | null,
  ): ComparisonGrid => {
    const { definitions, topics, lack } = compared;
    const widths = widthsText.split(',').map(Number);
    const shownColumns = inView.split(',').map(Number);
    const lines: GridLine[] = [];
    const starts: number[] = [];
    let hasFolds = false;
    const wholes = new Map(wholeTopics(topics).flatMap((rows) => rows.map((row) => [row, rows] as const)));
    for (const [index, topic] of topics.entries()) {
      starts.push(lines.length);
      const blocks = blocksOf(topic, wholes.get(topic) ?? [topic], compared, shownColumns, { widths, view, folded });
      const rows = blocks.flatMap((block) => rowsOf(block, shownColumns));
      const shown = folded === null ? rows : withSameFolded(rows);
      hasFolds ||= shown.length < rows.length || blocks.some(({ isFolded }) => isFolded);
      addAll(
        lines,
        shown.map(({ cells, marked, isConflict }) => ({ topic: index, cells, marked, isConflict })),
      );
      const next = topics[index + 1];
      const isOne = next && (next.goesOn || (isItemRow(topic) && isItemRow(next)));
      if (!isOne) lines.push(blankLine(index, topic));
    }
    if (lack !== null) {
      for (const line of wrapSpans([{ text: lack, role: 'muted' }], widths[0] ?? 0)) {
        lines.push(
          plainLine(
            0,
            definitions.map((_, column) => (column === 0 ? line : EMPTY)),
          ),
        );
      }
    }
    const conflicts = lines.flatMap(({ isConflict }, line) => (isConflict ? [line] : []));
    return { ...compared, widths, lines, starts, conflicts, hasFolds };
  },
);

/** The cells of a row of a topic, block by block. */
function blocksOf(
  topic: Topic,
  rows: readonly Topic[],
  { definitions, numbers }: ComparedTopics,
  inView: readonly number[],
  {
    widths,
    view,
    folded,
  }: Pick<ComparisonGrid, 'widths'> & { readonly view: CompareView; readonly folded: string | null },
): readonly Block[] {
  const isMarked = view === 'words';
  if (isFrontmatter(topic)) return frontmatterRows(definitions, { widths, isMarked, folded });
  if (inView.every((column) => !topic.cells[column]))
    return [awayBlock(topic, numbers, inView[0] ?? 0, widths[inView[0] ?? 0] ?? 0)];
  if (isMarked) return differenceBlocks(topic, widths, rows);
  const columns = topic.cells.map((cell, column) =>
    !cell && sectionsIn(rows, column).length > 0 ? [] : textLines(cell, widths[column] ?? 0, view),
  );
  return [{ columns, isSame: false }];
}

/** A topic that no column in view has: which have it, and what it is. */
function awayBlock({ title, cells }: Topic, numbers: readonly number[], first: number, width: number): Block {
  const others = cells.flatMap((cell, column) => (cell ? [numbers[column]] : [])).join(', ');
  const words: Span = { text: `only ${others}: ${visibleText(title)}`, role: 'muted' };
  const lacks = { spans: [signSpan('lacks')] };
  const named = cutLine({ spans: [signSpan('lacks', ' '), words] }, width);
  const columns = cells.map((_, column) => [column === first ? named : lacks]);
  return { columns, isSame: false };
}

/** Items that stand below each other in a list need no blank line between them. */
function isItemRow(topic: Topic): boolean {
  return !isFrontmatter(topic) && topic.cells.every((cell) => cell === null || cell.kind === 'item');
}

function plainLine(topic: number, cells: readonly StyledLine[]): GridLine {
  return { topic, isConflict: false, cells, marked: () => cells };
}

function blankLine(index: number, { cells }: Topic): GridLine {
  return plainLine(
    index,
    cells.map(() => EMPTY),
  );
}

interface Row extends Omit<GridLine, 'topic'> {
  readonly isSame: boolean;
}

/** Cells of several lines as lines of several cells, as many as the tallest in view has. */
function rowsOf({ columns, isSame, isAlike, isConflict = false }: Block, inView: readonly number[]): readonly Row[] {
  const height = greatest(inView.map((column) => columns[column]?.length ?? 0));
  const lineOf = (shown: Block['columns'], row: number) => shown.map((column) => column[row] ?? EMPTY);
  const marked = once(() => (isAlike ? wordsSetOff(columns, isAlike) : columns));
  return Array.from({ length: height }, (_, row) => ({
    isSame,
    isConflict: isConflict && row === 0,
    cells: lineOf(columns, row),
    marked: () => lineOf(marked(), row),
  }));
}

/** So many lines with text that are the same in all columns are shown; more in a row are folded into a count. */
const SAME_SHOWN = 3;

/** The lines of a topic with those folded that are the same in all columns, but for its first: it tells which topic it is. */
function withSameFolded([first, ...rows]: readonly Row[]): readonly Row[] {
  if (!first) return [];
  const result = [first];
  let run: Row[] = [];
  for (const row of [...rows, null]) {
    if (row?.isSame) {
      run.push(row);
      continue;
    }
    const count = run.filter(({ cells }) => cells.some(({ spans }) => spans.length > 0)).length;
    addAll(result, count > SAME_SHOWN ? [foldOf(count, first.cells.length)] : run);
    run = [];
    if (row) result.push(row);
  }
  return result;
}

function foldOf(count: number, columns: number): Row {
  const line = styledLine(`${' '.repeat(SIGN_CELLS)}… ${countText(count)} lines the same`, 'muted');
  const cells = Array.from({ length: columns }, () => line);
  return { isSame: true, isConflict: false, cells, marked: () => cells };
}

const EMPTY: StyledLine = { spans: [] };

function textLines(cell: Section | null, width: number, view: CompareView): readonly StyledLine[] {
  if (!cell) return [{ spans: [signSpan('lacks')] }];
  const lines = renderedText(cell.raw, width - SIGN_CELLS, view === 'source' ? 'source' : 'rendered');
  return withSign(withoutBlankEnd(lines), { text: ' '.repeat(SIGN_CELLS), role: 'text' });
}
