import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { addAll, greatest } from '../../kit/long-lists.ts';
import { memoLast } from '../../kit/memo.ts';
import { type StyledLine, styledLine } from '../../text/styled-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { compareLayout } from '../model/layout.ts';
import type { AlignedTopics, CompareView, Model, ReaderView } from '../model/model.ts';
import { renderedText } from '../model/rendered-text.ts';
import { differenceBlocks } from './difference-blocks.ts';
import { frontmatterRows } from './frontmatter-rows.ts';
import { type ShownTopics, shownTopics } from './topics.ts';

/** A comparison laid out: every topic's cells start on the same line. */
export interface ComparisonGrid extends ShownTopics {
  /** Width of each column in cells. */
  readonly width: number;
  readonly lines: readonly GridLine[];
  /** For each topic its first line. */
  readonly starts: readonly number[];
}

interface GridLine {
  /** Index of the topic it belongs to; -1 above the first, where the frontmatter is. */
  readonly topic: number;
  /** One styled line a column. */
  readonly cells: readonly StyledLine[];
}

/** The comparison on the screen, laid out for its width; without topics while they are being lined up. */
export function comparisonGrid(model: Model): ComparisonGrid {
  const { compare, size } = model;
  const { columns } = compareLayout(size, compare.ids.length);
  const topics = shownTopics(model, compare.ids);
  if (topics.lack !== null) return withoutTopics(topics.definitions, topics.lack, columns);
  return laidOut(topics, columns, compare.view);
}

const laidOut = memoLast(({ definitions, topics }: AlignedTopics, width: number, view: CompareView): ComparisonGrid => {
  const lines = frontmatterLines(definitions, width);
  const starts: number[] = [];
  for (const [index, topic] of topics.entries()) {
    starts.push(lines.length);
    const texts = () => [topic.cells.map((cell) => textLines(cell, width, view === 'diff' ? 'source' : view))];
    const blocks = view === 'diff' ? differenceBlocks(topic, width) : texts();
    addAll(
      lines,
      blocks.flatMap((block) => blockLines(index, block)),
    );
    const next = topics[index + 1];
    if (!next || !isItemRow(topic) || !isItemRow(next)) lines.push(blankLine(index, definitions));
  }
  return { definitions, topics, lack: null, width, lines, starts };
});

/** Only the frontmatter, and why there is nothing else. */
const withoutTopics = memoLast(
  (definitions: readonly AgentDefinition[], lack: string, width: number): ComparisonGrid => {
    const lines = frontmatterLines(definitions, width);
    const words = wrapSpans([{ text: lack, role: 'muted' }], width);
    const columns = definitions.map((_, column) => (column === 0 ? words : []));
    return { definitions, topics: [], lack, width, lines: [...lines, ...blockLines(-1, columns)], starts: [] };
  },
);

/** Items that stand below each other in a list need no blank line between them. */
function isItemRow({ cells }: Topic): boolean {
  return cells.every((cell) => cell === null || cell.kind === 'item');
}

function frontmatterLines(definitions: readonly AgentDefinition[], width: number): GridLine[] {
  const lines = frontmatterRows(definitions, width).flatMap((row) => blockLines(-1, row));
  return lines.length > 0 ? [...lines, blankLine(-1, definitions)] : [];
}

function blankLine(topic: number, definitions: readonly AgentDefinition[]): GridLine {
  return { topic, cells: definitions.map(() => EMPTY) };
}

/** Cells of several lines as lines of several cells, as many as the tallest has. */
function blockLines(topic: number, columns: readonly (readonly StyledLine[])[]): readonly GridLine[] {
  const height = greatest(columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => ({ topic, cells: columns.map((column) => column[row] ?? EMPTY) }));
}

const EMPTY: StyledLine = { spans: [] };
const LACKING: StyledLine = styledLine('–', 'muted');

function textLines(cell: Section | null, width: number, view: ReaderView): readonly StyledLine[] {
  return cell ? withoutBlankEnd(renderedText(cell.raw, width, view)) : [LACKING];
}

function withoutBlankEnd(lines: readonly StyledLine[]): readonly StyledLine[] {
  return lines.slice(0, lines.findLastIndex(({ spans }) => spans.length > 0) + 1);
}

/** The first column on the screen: where there is no room for all, the one the keys act on is the last shown. */
export function firstColumn({ compare, size }: Model): number {
  const { shown } = compareLayout(size, compare.ids.length);
  return Math.max(0, Math.min(compare.pane - shown + 1, compare.ids.length - shown));
}
