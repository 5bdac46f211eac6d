import { once } from '../../kit/once.ts';
import { isEmphasis } from './emphasis.ts';

/**
 * What one line looks like on its own: heading, list item, bold run, rule. Every test is linear in the line and
 * takes a text without indentation and trailing white space, as `scanLines` gives it.
 */

const BULLET = /^(?:[-*+•◦▪‣●]|\d{1,9}[.)])(?:[ \t]+|$)/u;
const TASK_BOX = /^\[[ xX]\](?:[ \t]+|$)/;
const LONGEST_BOX = 8;
const THEMATIC_BREAK = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
/** No words; what makes a picture or a keycap of the sign before it (`🛠️`, `1️⃣`) is a mark to Unicode, but of no word. */
const wordless = once(() => /^(?:[^\p{L}\p{M}*_`<>[\]|]|[\u{FE0E}\u{FE0F}\u{20E3}])*$/u);
const afterBoldLine = once(() => /^(?:[^\p{L}\p{M}\p{N}*_`<>[\]|.,;!?/\\()-]|[\u{FE0E}\u{FE0F}])*$/u);
const LONGEST_PREFIX = 16;
/** A colon or the end of a sentence inside a bold run. */
const RUN_CLOSED = /[:：.!?。！？]["'”’」』)）]?[*_]{2,3}$/;
/** Brackets and a colon or dash behind a bold run. */
const SEPARATOR = /^[ \t]*(?:[(（][^()（）]*[)）][ \t]*)?(?:[:：]|[-–—→]+(?:[ \t]|$))/u;
const BRACKETS = /^[ \t]*[(（].*[)）][ \t]*[:：]?$/u;
/** Words of a bold line that is a name at most; two characters count as one where blanks part none. */
const MOST_NAME_WORDS = 4;
const nameWord = once(
  () => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu,
);
const SENTENCE_RUN = /[.!?。！？]["'”’」』)）]?[*_]{2,3}$/;
/** Only where words have blanks between them can one go on from a bold run. */
const endsInWord = once(() => /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][*_]+$/u);
const beginsInWord = once(() => /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u);
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

/** Where the words of a list item begin: behind its bullet and the box of a task; 0 for a line without a bullet. */
export function itemTextStart(text: string): number {
  const width = bulletOf(text)?.width ?? 0;
  const box = width > 0 && text.charAt(width) === '[' ? TASK_BOX.exec(text.slice(width, width + LONGEST_BOX)) : null;
  return width + (box?.[0].length ?? 0);
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

/**
 * Where the bold run ends that is the title of a list item, as {@link boldRunEnd} has it.
 *
 * A run that its word goes on from (`**S**pecific`), or one to three stressed words that a sentence goes on from
 * (`**Never** commit secrets`), is emphasis and no title; with a separator behind it, or as a sentence, it is one.
 *
 * @param text An item without its bullet.
 */
export function titleRunEnd(text: string): number {
  const end = boldRunEnd(text);
  if (end === 0) return 0;
  const run = text.slice(0, end);
  const rest = text.slice(end);
  if (rest === '' || isClosed(run, rest)) return end;
  const isPart = endsInWord().test(run) && beginsInWord().test(rest);
  return isPart || isEmphasis(run.slice(boldOpening(text))) ? 0 : end;
}

/**
 * Where the bold run ends that labels the text behind it: `**Mail:** a subject`, `**Low** (rare) - can wait`, or a bold
 * sentence before others, `**Cut what fails.** Old pages cost trust.`
 *
 * @returns The offset just past the run, 0 for any other line.
 */
export function labelEnd(text: string): number {
  const end = boldRunEnd(text);
  const run = text.slice(0, end);
  const rest = text.slice(end);
  const isLabel = end > 0 && isClosed(run, rest) && rest.replace(SEPARATOR, '').trim() !== '';
  return isLabel ? end : 0;
}

/** True for a line that is one bold run with brackets behind it, `**Wiki** (finds pages)`. */
export function isBracketedBoldLine(text: string): boolean {
  const end = boldRunEnd(text);
  return end > 0 && BRACKETS.test(text.slice(end));
}

/** True for a bold line that says something and names nothing: a sentence, or more than four words without a colon at the end. */
export function isBoldStatement(text: string): boolean {
  if (!isBoldLine(text)) return false;
  if (SENTENCE_RUN.test(text)) return true;
  return !LEAD_IN_END.test(text) && (text.match(nameWord())?.length ?? 0) > MOST_NAME_WORDS;
}

function isClosed(run: string, rest: string): boolean {
  return RUN_CLOSED.test(run) || SEPARATOR.test(rest);
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
