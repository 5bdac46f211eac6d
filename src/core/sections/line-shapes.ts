import { once } from '../../kit/once.ts';

/**
 * What one line looks like on its own: heading, list item, bold run, rule. Every test is linear in the line and
 * takes a text without indentation and trailing white space, as `scanLines` gives it.
 */

const BULLET = /^(?:[-*+•◦▪‣●]|\d{1,9}[.)])(?:[ \t]+|$)/u;
const THEMATIC_BREAK = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const wordless = once(() => /^[^\p{L}\p{M}*_`<>[\]|]*$/u);
const afterBoldLine = once(() => /^[^\p{L}\p{M}\p{N}*_`<>[\]|.,;!?/\\()-]*$/u);
const LONGEST_PREFIX = 16;
const letterOrDigit = once(() => /[\p{L}\p{N}]/u);
const LEAD_IN_END = /[:：][*_]{0,3}$/;
const NOT_A_PARAGRAPH = /^(?:[>|<]|#{1,6}[ \t])/;
const SENTENCE_END = /[.!?;,。！？；，、…]["'”’)*_]{0,3}$/;

/**
 * The level of an ATX heading (CommonMark 0.31, section 4.2), without the empty ones, which title nothing.
 *
 * @returns 1 to 6, or 0 for any other line.
 */
export function headingLevel(text: string): number {
  let level = 0;
  while (text.charCodeAt(level) === 35) level += 1;
  const after = text.charAt(level);
  const isHeading = level >= 1 && level <= 6 && (after === ' ' || after === '\t');
  return isHeading ? level : 0;
}

/** The bullet or number a list item begins with. */
export interface Bullet {
  /** Characters up to the item's own text, the white space behind the bullet included. */
  readonly width: number;
}

/**
 * The bullet of a list item, or `null` for any other line.
 *
 * Beyond CommonMark it knows the bullets people paste from word processors.
 */
export function bulletOf(text: string): Bullet | null {
  const match = BULLET.exec(text);
  return match === null || isThematicBreak(text) ? null : { width: match[0].length };
}

/** True for a rule across the page: three or more of `-`, `*` or `_` and nothing else. */
export function isThematicBreak(text: string): boolean {
  return THEMATIC_BREAK.test(text);
}

/**
 * Where the bold run ends that a text begins with, emoji and numbers before it allowed: `**API Design**: When …`.
 *
 * @returns The offset just past its closing marks; 0 when the text begins otherwise or the run never closes.
 */
export function boldRunEnd(text: string): number {
  const open = boldOpening(text);
  if (open < 0 || !wordless().test(text.slice(0, open))) return 0;
  const mark = text.slice(open, open + 2);
  let close = text.indexOf(mark, open + 2);
  // `***both***` closes with the emphasis inside it.
  while (close > 0 && text.charAt(close + 2) === mark.charAt(0)) close += 1;
  if (close < 0) return 0;
  const inside = text.slice(open + 2, close);
  const isRun = inside !== '' && inside === inside.trim() && /[^*_]/.test(inside);
  // `__init__.py` is a name; CommonMark reads it as bold, its author does not.
  const isName = mark === '__' && /^[^\s:：]/.test(text.slice(close + 2));
  return isRun && !isName ? close + 2 : 0;
}

/** True for a line that is one bold run, with or without emoji, number and colon. */
export function isBoldLine(text: string): boolean {
  const end = boldRunEnd(text);
  return end > 0 && afterBoldLine().test(text.slice(end)) && letterOrDigit().test(text);
}

/** True for a line of running text, as far as one line can tell: not a list item, heading, quote, table row, tag or rule. */
export function isParagraphLine(text: string): boolean {
  return !NOT_A_PARAGRAPH.test(text) && bulletOf(text) === null && !isThematicBreak(text);
}

/** True for a paragraph line that announces what comes below it with a colon. */
export function announces(text: string): boolean {
  return LEAD_IN_END.test(text) && letterOrDigit().test(text) && isParagraphLine(text);
}

/** True for a paragraph line short enough to be a title although no mark says so: 60 characters, 7 words, no full stop. */
export function isShortPlainLine(text: string): boolean {
  return (
    text.length <= 60 &&
    text.split(/\s+/).length <= 7 &&
    letterOrDigit().test(text) &&
    !SENTENCE_END.test(text) &&
    isParagraphLine(text)
  );
}

/** True for the first line of a quote or a table row. */
export function isQuoteOrTable(text: string): boolean {
  return text.startsWith('>') || text.startsWith('|');
}

function boldOpening(text: string): number {
  const head = text.slice(0, LONGEST_PREFIX + 2);
  const stars = head.indexOf('**');
  const underscores = head.indexOf('__');
  if (stars < 0 || underscores < 0) return Math.max(stars, underscores);
  return Math.min(stars, underscores);
}
