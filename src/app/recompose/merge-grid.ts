import type { MergeChunk } from '../../core/merging/merge-chunk.ts';
import { LEAST_ALIKE, wordsAlike } from '../../core/merging/words-alike.ts';
import { addAll, greatest } from '../../kit/long-lists.ts';
import { memoLast } from '../../kit/memo.ts';
import { countText } from '../../text/count-text.ts';
import { type StyledLine, styledLine } from '../../text/styled-text.ts';
import { MERGE_SIDES } from '../model/recompose-state.ts';
import { renderedText } from '../model/rendered-text.ts';
import { wordsSetOff } from '../model/words-set-off.ts';

/** A line of a merge on the screen. */
interface MergeLine {
  /** Index of the conflict it belongs to; -1 for what all agree on. */
  readonly conflict: number;
  /** One styled line a column: the user's file, what was picked, the ingredients now. */
  readonly cells: readonly StyledLine[];
}

/** A merge laid out: every conflict's versions start on the same line. */
export interface MergeGrid {
  readonly lines: readonly MergeLine[];
  /** For each conflict its first line. */
  readonly starts: readonly number[];
}

/** Lines that all agree on which are shown around a conflict; more are folded into a count. */
const CONTEXT = 2;

/** @param widthsText The cells of each column, with commas between. */
export const mergeGrid = memoLast((chunks: readonly MergeChunk[], widthsText: string): MergeGrid => {
  const widths = widthsText.split(',').map(Number);
  const lines: MergeLine[] = [];
  const starts: number[] = [];
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.kind === 'stable') {
      const columns = widths.map((width) => foldedLines(chunk.text, width, at === 0, at === chunks.length - 1));
      addAll(lines, rowsOf(columns, -1));
      continue;
    }
    starts.push(lines.length);
    addAll(lines, rowsOf(conflictColumns(chunk, widths), starts.length - 1));
  }
  return { lines, starts };
});

/** Lines side by side, as many as the tallest column has. */
function rowsOf(columns: readonly (readonly StyledLine[])[], conflict: number): readonly MergeLine[] {
  const height = greatest(columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => ({
    conflict,
    cells: columns.map((column) => column[row] ?? EMPTY),
  }));
}

const EMPTY: StyledLine = { spans: [] };

/** The versions of a conflict in the order of the columns, with the words set off that differ from what was taken. */
function conflictColumns(
  chunk: Extract<MergeChunk, { kind: 'conflict' }>,
  widths: readonly number[],
): readonly (readonly StyledLine[])[] {
  const others = MERGE_SIDES.filter((side) => side !== 'base');
  const order = ['base', ...others] as const;
  const lines = order.map((side) => versionLines(chunk[side], widths[MERGE_SIDES.indexOf(side)] ?? 0));
  const isAlike = (column: number) => wordsAlike(chunk.base, chunk[order[column] ?? 'base']) >= LEAST_ALIKE;
  const marked = wordsSetOff(lines, isAlike);
  return MERGE_SIDES.map((side) => marked[order.indexOf(side)] ?? []);
}

function versionLines(text: string, width: number): readonly StyledLine[] {
  return text.trim() === '' ? [styledLine('– nothing here', 'muted')] : renderedText(text, width, 'source');
}

function foldedLines(text: string, width: number, isFirst: boolean, isLast: boolean): readonly StyledLine[] {
  const lines = renderedText(text.replace(/\n$/, ''), width, 'source').map(
    ({ spans }): StyledLine => ({ spans: spans.map((span) => ({ ...span, role: 'muted' })) }),
  );
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  const folded = lines.length - head - tail;
  if (folded < 2) return lines;
  return [
    ...lines.slice(0, head),
    styledLine(`… ${countText(folded)} lines the same`, 'muted'),
    ...lines.slice(lines.length - tail),
  ];
}
