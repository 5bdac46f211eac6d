import stringWidth from 'string-width';
import { onForget } from '../kit/memo.ts';

/** A grapheme on its place in a text: `[start, end)` in UTF-16 code units, and the terminal cells it takes. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

/**
 * How many terminal cells a text takes: what string-width says, several times faster for the scripts most definitions
 * are written in. Ambiguous characters count as narrow.
 *
 * @param text Text that `visibleText` made safe to show; for other text the width is a guess.
 */
export function textWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  let from = 0;
  for (const { start, end } of strangeRuns(text)) {
    width += plainWidth(text, from, start);
    for (const cell of strangeCells(text, start, end)) width += cell.width;
    from = end;
  }
  return width + plainWidth(text, from, text.length);
}

/**
 * The graphemes of a text in order, computed as they are asked for: the beginning of a long line costs little.
 *
 * @param text Text that `visibleText` made safe to show.
 */
export function* cells(text: string): Generator<Cell> {
  let from = 0;
  for (const { start, end } of strangeRuns(text)) {
    yield* plainCells(text, from, start);
    yield* strangeCells(text, start, end);
    from = end;
  }
  yield* plainCells(text, from, text.length);
}

/**
 * The longest beginning of a text that fits into a width, whole graphemes only.
 *
 * @returns Its end in UTF-16 code units and its width, which is less than asked where a wide character would stick out.
 */
export function prefixThatFits(text: string, width: number): { readonly end: number; readonly width: number } {
  // One code unit more than asked, since a mark that follows belongs to the last character.
  const start = text.slice(0, width + 1);
  if (width >= 0 && NARROW.test(start)) {
    const end = Math.min(text.length, width);
    return { end, width: end };
  }
  let taken = { end: 0, width: 0 };
  for (const cell of cells(text)) {
    if (taken.width + cell.width > width) break;
    taken = { end: cell.end, width: taken.width + cell.width };
  }
  return taken;
}

/** True for text in which every UTF-16 code unit is a grapheme of one cell. */
export function isNarrowText(text: string): boolean {
  return NARROW.test(text);
}

/** The same for one code unit; it was looked up once if it comes again. */
export function isNarrowUnit(code: number): boolean {
  const known = narrowUnits[code];
  if (known !== 0) return known === 1;
  const isNarrow = NARROW.test(String.fromCharCode(code));
  narrowUnits[code] = isNarrow ? 1 : 2;
  return isNarrow;
}

/** By code unit: 1 for narrow, 2 for other, 0 for not yet known. */
const narrowUnits = new Uint8Array(0x10000);

// Code units that are graphemes by themselves and that string-width gives one cell: Latin, Greek, Cyrillic, Hebrew and
// Arabic letters, common punctuation, arrows, mathematics, boxes, ornaments that are no emoji. A test compares every one of them.
const NARROW_CLASS =
  '\\x20-\\x7E\\xA0-\\xAC\\xAE-\\u02FF\\u0370-\\u0482\\u048A-\\u052F\\u05D0-\\u05EA\\u0620-\\u064A\\u0660-\\u066F' +
  '\\u0671-\\u06D3\\u1E00-\\u1FFF\\u2010-\\u2027\\u202F-\\u205F\\u2070-\\u20BF\\u2190-\\u2319\\u2400-\\u2426' +
  '\\u2460-\\u25FC\\u2610-\\u2613\\u2713-\\u2718\\u2756\\u2758-\\u2762\\u2768-\\u2794\\u2798-\\u27A0';
// The same with two cells: kana, Han, Hangul syllables and fullwidth forms. All of them are above WIDE_FROM.
const WIDE_CLASS = '\\u3000-\\u3029\\u3041-\\u3096\\u309B-\\u30FF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60';
const WIDE_FROM = 0x3000;

const NARROW = new RegExp(`^[${NARROW_CLASS}]*$`);
const STRANGE = new RegExp(`[^${NARROW_CLASS}${WIDE_CLASS}]+`, 'g');
const WINDOW = 256;
// string-width takes 10 microseconds for an emoji, and a screen asks for the same few again and again.
const knownWidths = new Map<string, number>();
const LONGEST_KNOWN = 16;
const MOST_KNOWN = 4096;
onForget(() => knownWidths.clear());
// Made when first needed: it takes milliseconds, and few texts need it.
let segmenter: Intl.Segmenter | null = null;
/**
 * What string-width gives one cell and terminals two: regional indicators that are the flag of nowhere, and numbers in
 * black squares, of ambiguous width by Unicode and wide by glibc and xterm.
 */
const TWO_CELLS = /^(?:\p{Regional_Indicator}{2}|[\u3248-\u324F])/u;

/**
 * Stretches that need a look at graphemes, each with the character before it, which marks may belong to. Stretches with
 * nothing but that character between them are one, because Korean letters join on either side.
 */
function* strangeRuns(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  let end = 0;
  for (const run of text.matchAll(STRANGE)) {
    if (end > 0 && run.index - 1 > end) {
      yield { start, end };
      end = 0;
    }
    if (end === 0) start = Math.max(0, run.index - 1);
    end = run.index + run[0].length;
  }
  if (end > 0) yield { start, end };
}

/**
 * The graphemes of a stretch, found in windows of bounded length: `Intl.Segmenter` of V8 takes quadratic time on long
 * runs of emoji and flags (3 s for 40,000). A grapheme longer than a window comes in parts, whose widths add up.
 */
function* strangeCells(text: string, start: number, end: number): Generator<Cell> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let from = start;
  while (from < end) {
    const window = text.slice(from, windowEnd(text, from, end));
    const isLast = from + window.length === end;
    let next = from;
    for (const { segment, index } of segmenter.segment(window)) {
      const at = from + index;
      const isCutOff = !isLast && index > 0 && index + segment.length === window.length;
      if (isCutOff) break;
      next = at + segment.length;
      yield { start: at, end: next, width: graphemeWidth(segment) };
    }
    from = next;
  }
}

function windowEnd(text: string, from: number, end: number): number {
  if (from + WINDOW >= end) return end;
  const isSplitPair = (text.codePointAt(from + WINDOW - 1) ?? 0) > 0xffff;
  return from + WINDOW - (isSplitPair ? 1 : 0);
}

/** How many terminal cells one grapheme or character takes. */
export function graphemeWidth(grapheme: string): number {
  const known = knownWidths.get(grapheme);
  if (known !== undefined) return known;
  const width = TWO_CELLS.test(grapheme) ? 2 : stringWidth(grapheme);
  if (grapheme.length <= LONGEST_KNOWN && knownWidths.size < MOST_KNOWN) knownWidths.set(grapheme, width);
  return width;
}

function plainWidth(text: string, start: number, end: number): number {
  let width = end - start;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= WIDE_FROM) width++;
  return width;
}

function* plainCells(text: string, start: number, end: number): Generator<Cell> {
  for (let at = start; at < end; at++) {
    yield { start: at, end: at + 1, width: text.charCodeAt(at) >= WIDE_FROM ? 2 : 1 };
  }
}
