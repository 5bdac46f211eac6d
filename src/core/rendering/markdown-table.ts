import { joinColumns, lineWidth, type Role, type Span, type StyledLine } from '../../text/styled-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { inlineSpans } from './markdown-inline.ts';

/** How the cells of one column stand. */
export type Alignment = 'left' | 'center' | 'right';

/**
 * The alignments a table's second line asks for (GitHub Flavored Markdown 0.29, section 4.10).
 *
 * @returns One per column, or `null` when the line is not a delimiter row.
 */
export function tableAlignments(line: string): readonly Alignment[] | null {
  if (!line.includes('-') || !/^[-:| \t]+$/.test(line)) return null;
  const cells = splitRow(line);
  if (!cells.every((cell) => /^:?-+:?$/.test(cell))) return null;
  return cells.map((cell) => (cell.endsWith(':') ? (cell.startsWith(':') ? 'center' : 'right') : 'left'));
}

/** The cells of a row, without the pipes at its ends; `\|` is a pipe in a cell. Linear. */
export function splitRow(row: string): readonly string[] {
  const inner = row.trim().replace(/^\|/, '');
  const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
  return cells.length > 1 && cells.at(-1) === '' ? cells.slice(0, -1) : cells;
}

/**
 * A table with its columns aligned: as wide as its cells where that fits, otherwise with the widest columns
 * narrowed and their cells wrapped.
 *
 * @param rows The header first, then the body, each safe to show.
 * @param alignments One per column; what a row has beyond that stays in its last cell.
 * @param width Cells for a line.
 * @returns The lines of each row, the thin rule below the header as a row of its own at index 1; `null` when columns
 * would become too narrow to read.
 */
export function tableLines(
  rows: readonly string[],
  alignments: readonly Alignment[],
  width: number,
): readonly (readonly StyledLine[])[] | null {
  if (alignments.length * (NARROWEST + GAP.text.length) - GAP.text.length > width) return null;
  const cells = rows.map((row, index) => rowCells(row, alignments.length, index === 0 ? 'strong' : 'text'));
  const natural = alignments.map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, lineWidth({ spans: row[column] ?? [] })), 1),
  );
  const widths = fitColumns(natural, width - GAP.text.length * (alignments.length - 1));
  const [header = [], ...body] = cells.map((row) => rowLines(row, widths, alignments));
  return [header, [ruleLine(widths)], ...body];
}

const GAP: Span = { text: '  ', role: 'muted' };
const NARROWEST = 8;

function rowCells(row: string, count: number, role: Role): readonly (readonly Span[])[] {
  const cells = splitRow(row);
  const kept = cells.length > count ? [...cells.slice(0, count - 1), cells.slice(count - 1).join(' | ')] : cells;
  return kept.map((cell) => inlineSpans(cell, role));
}

/** Give every column what it needs, or an equal share of what the modest ones leave. */
function fitColumns(natural: readonly number[], available: number): readonly number[] {
  let left = available;
  let columns = natural.length;
  let limit = Number.POSITIVE_INFINITY;
  for (const width of [...natural].sort((a, b) => a - b)) {
    const share = Math.floor(left / columns);
    if (width > share) {
      limit = share;
      break;
    }
    left -= width;
    columns -= 1;
  }
  return natural.map((width) => Math.min(width, limit));
}

function rowLines(
  cells: readonly (readonly Span[])[],
  widths: readonly number[],
  alignments: readonly Alignment[],
): readonly StyledLine[] {
  const columns = widths.map((width, column) => ({
    lines: wrapSpans(cells[column] ?? [], width).map((line) => align(line, width, alignments[column] ?? 'left')),
    width,
  }));
  return joinColumns(columns, GAP).map(withoutTrailingSpace);
}

function align(line: StyledLine, width: number, alignment: Alignment): StyledLine {
  const room = width - lineWidth(line);
  const before = alignment === 'left' ? 0 : alignment === 'right' ? room : Math.floor(room / 2);
  return before > 0 ? { spans: [{ text: ' '.repeat(before), role: 'text' }, ...line.spans] } : line;
}

function withoutTrailingSpace(line: StyledLine): StyledLine {
  const last = line.spans.findLastIndex((span) => span.text.trim() !== '');
  return { spans: line.spans.slice(0, last + 1) };
}

function ruleLine(widths: readonly number[]): StyledLine {
  const length = widths.reduce((sum, width) => sum + width + GAP.text.length, -GAP.text.length);
  return { spans: [{ text: '─'.repeat(length), role: 'muted' }] };
}
