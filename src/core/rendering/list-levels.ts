import type { Span } from '../../text/styled-text.ts';
import type { Lead } from '../../text/wrap-spans.ts';
import { isThematicBreak } from '../sections/line-shapes.ts';

/** A list item that what follows may belong to. */
export interface ListLevel {
  /** Columns before the bullet in the body. */
  readonly indent: number;
  /** Columns before the item's text on the screen. */
  readonly textColumn: number;
}

/** A list item as it is written. */
export interface ListItem {
  readonly indent: number;
  /** Bullet or number, without white space. */
  readonly mark: string;
  readonly content: string;
}

// Lists stand a little in from the text around them.
const LIST_COLUMN = 1;
// CommonMark 0.31, section 5.2, and the bullets people paste from word processors.
const BULLET = /^(?:[-*+•◦▪‣●]|\d{1,9}[.)])(?:[ \t]+|$)/u;
const TASK = /^\[[ xX]\](?= )/;

/**
 * Characters that the bullet or number of a list item takes, the white space behind it included; 0 for any other line.
 *
 * @param text A line without its indentation.
 */
export function bulletWidth(text: string): number {
  return isThematicBreak(text) ? 0 : (BULLET.exec(text)?.[0].length ?? 0);
}

/**
 * Enter a list item: bullets become `•`, numbers stay, a task shows its box instead of a bullet, and the item's lines
 * hang under its text.
 *
 * @param levels The items around it, outermost first; left with this one as the innermost.
 * @param width Cells for a line. Deep items move to the left so that half of it remains for the text.
 */
export function enterItem(levels: ListLevel[], item: ListItem, width: number): { readonly lead: Lead; text: string } {
  // One column more or less is a slip of the author, not a level.
  while ((levels.at(-1)?.indent ?? -2) + 2 > item.indent) levels.pop();
  const task = TASK.exec(item.content)?.[0];
  const mark = task ?? (/^\d/.test(item.mark) ? item.mark : '•');
  const text = task ? item.content.slice(task.length).trimStart() : item.content;
  const rightmost = Math.floor(width / 2) - mark.length - 1;
  const column = Math.max(0, Math.min(rightmost, levels.at(-1)?.textColumn ?? LIST_COLUMN));
  const textColumn = column + mark.length + 1;
  levels.push({ indent: item.indent, textColumn });
  if (rightmost < 0) return { lead: { first: [], rest: [] }, text: `${mark} ${text}` };
  const first: readonly Span[] = [...indentation(column), { text: `${mark} `, role: 'marker' }];
  return { lead: { first, rest: indentation(textColumn) }, text };
}

/**
 * The column on the screen for text that stands so far in: under the list item it belongs to.
 *
 * @param levels Left without the items that the text is outside of.
 */
export function columnAt(levels: ListLevel[], indent: number): number {
  while ((levels.at(-1)?.indent ?? -1) >= indent) levels.pop();
  // From four columns on, indentation is the author's layout (indented code in CommonMark).
  return levels.at(-1)?.textColumn ?? (indent < 4 ? 0 : indent);
}

/** So many empty cells at the start of a line. */
export function indentation(columns: number): readonly Span[] {
  return columns > 0 ? [{ text: ' '.repeat(columns), role: 'text' }] : [];
}
