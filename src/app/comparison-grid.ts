import type { AgentDefinition, Section } from '../core/agent-definition.ts';
import type { Topic } from '../core/comparison.ts';
import { memoLast } from '../core/memo.ts';
import { type StyledLine, styledLine } from '../core/styled-text.ts';
import { wordDifference } from '../core/text-difference.ts';
import { compareLayout } from './layout.ts';
import type { CompareView, Model } from './model.ts';
import { renderedText } from './rendered-text.ts';
import { alignedTopics } from './topics.ts';

/** A comparison laid out: every topic's cells start on the same line. */
export interface ComparisonGrid {
  readonly definitions: readonly AgentDefinition[];
  readonly topics: readonly Topic[];
  /** Width of each column in cells. */
  readonly width: number;
  readonly lines: readonly GridLine[];
  /** For each topic its first line. */
  readonly starts: readonly number[];
}

interface GridLine {
  /** Index of the topic it belongs to. */
  readonly topic: number;
  /** One styled line a column. */
  readonly cells: readonly StyledLine[];
}

/** The comparison on the screen, laid out for its width. */
export function comparisonGrid({ library, compare, size }: Model): ComparisonGrid {
  return laidOut(library.definitions, compare.ids, compareLayout(size, compare.ids.length).columns, compare.view);
}

const laidOut = memoLast(
  (all: readonly AgentDefinition[], ids: readonly string[], width: number, view: CompareView): ComparisonGrid => {
    const { definitions, topics } = alignedTopics(all, ids);
    const lines: GridLine[] = [];
    const starts: number[] = [];
    for (const [topic, { cells }] of topics.entries()) {
      starts.push(lines.length);
      const columns = cells.map((cell) => cellLines(cell, cells, width, view));
      const height = Math.max(...columns.map((column) => column.length)) + 1;
      for (let row = 0; row < height; row += 1) {
        lines.push({ topic, cells: columns.map((column) => column[row] ?? EMPTY) });
      }
    }
    return { definitions, topics, width, lines, starts };
  },
);

const EMPTY: StyledLine = { spans: [] };
const LACKING: StyledLine = styledLine('–', 'muted');

function cellLines(
  cell: Section | null,
  row: readonly (Section | null)[],
  width: number,
  view: CompareView,
): readonly StyledLine[] {
  if (!cell) return [LACKING];
  if (view !== 'diff') return withoutBlankEnd(renderedText(cell.raw, width, view));
  const base = row.find((other) => other !== null);
  return base && base !== cell ? wordDifference(base.raw, cell.raw, width) : renderedText(cell.raw, width, 'source');
}

function withoutBlankEnd(lines: readonly StyledLine[]): readonly StyledLine[] {
  return lines.slice(0, lines.findLastIndex(({ spans }) => spans.length > 0) + 1);
}
