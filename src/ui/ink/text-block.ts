import { styledWidth } from './styled-row.ts';

/** A text as rows, measured. */
export interface TextBlock {
  readonly rows: readonly string[];
  /** Cells of each row. */
  readonly widths: readonly number[];
  /** Cells of the widest row. */
  readonly width: number;
}

/** Texts a frame has, twice. */
const MOST_KNOWN = 16;
let known: readonly (readonly [text: string, block: TextBlock])[] = [];

/**
 * The rows of a text and what they measure. The texts of the last frames are remembered: layout and output ask for each
 * some times a frame, and most of them are those of the frame before.
 */
export function textBlock(text: string): TextBlock {
  const before = known.find(([one]) => one === text);
  if (before) return before[1];
  const rows = text.split('\n');
  const widths = rows.map(styledWidth);
  const block = { rows, widths, width: Math.max(...widths) };
  known = [[text, block] as const, ...known].slice(0, MOST_KNOWN);
  return block;
}
