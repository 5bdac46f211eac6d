import { greatest } from '../../kit/long-lists.ts';
import { memoTexts } from '../../kit/memo.ts';
import { styledWidth } from './styled-row.ts';

/** A text as rows, measured. */
export interface TextBlock {
  readonly rows: readonly string[];
  /** Cells of each row. */
  readonly widths: readonly number[];
  /** Cells of the widest row. */
  readonly width: number;
}

/** More texts than a frame has. */
const REMEMBERED = 16;

/**
 * The rows of a text and what they measure. The texts of the last frames are remembered: layout and output ask for each
 * some times a frame, and most of them are those of the frame before.
 */
export const textBlock = memoTexts(REMEMBERED, (text): TextBlock => {
  const rows = text.split('\n');
  return blockOf(rows, rows.map(styledWidth));
});

/**
 * Rows as one text that {@link textBlock} need not cut and measure.
 *
 * @param widths The cells of each row.
 */
export function blockText(rows: readonly string[], widths: readonly number[]): string {
  const text = rows.join('\n');
  textBlock.learn(text, blockOf(rows, widths));
  return text;
}

function blockOf(rows: readonly string[], widths: readonly number[]): TextBlock {
  return { rows, widths, width: greatest(widths) };
}
