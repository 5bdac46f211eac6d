import { withoutEnd } from '../kit/run-before.ts';
import { type Span, type StyledLine, spanSlicer, spansText } from './styled-text.ts';
import { cells, graphemeWidth, isNarrowText, prefixThatFits } from './text-cells.ts';

/** What stands before the text of a wrapped paragraph: a bullet on its first line, the indentation on the others. */
export interface Lead {
  readonly first: readonly Span[];
  readonly rest: readonly Span[];
}

/** Nothing before the text. */
const NO_LEAD: Lead = { first: [], rest: [] };

/** A lead that is the same on every line. */
export function evenLead(spans: readonly Span[]): Lead {
  return { first: spans, rest: spans };
}

/**
 * Break a paragraph into lines between words.
 *
 * Lines break at spaces (which disappear there and at the start), on either side of a wide character other than Hangul
 * unless punctuation would begin or brackets would end a line, and in long words after a hyphen, a dash or a slash.
 * What is still wider than a line is broken anywhere between graphemes. A lead takes at most half the width.
 *
 * Laws: no line is wider than `width`; apart from spaces and leads the lines joined are the text. The one exception is
 * a line with a single cell of room, where wide characters show as `…`. Time is linear.
 *
 * @param spans Text safe to show (`visibleText`).
 * @param width Cells, at least 1.
 * @param lead What to put before the text.
 * @returns At least one line.
 */
export function wrapSpans(spans: readonly Span[], width: number, lead: Lead = NO_LEAD): readonly StyledLine[] {
  return layOut(spans, width, lead, wordLines);
}

/**
 * Break a line wherever the width is used up, spaces kept: for code. Laws as for `wrapSpans`, spaces included.
 *
 * @returns At least one line.
 */
export function breakSpans(spans: readonly Span[], width: number, lead: Lead = NO_LEAD): readonly StyledLine[] {
  return layOut(spans, width, lead, (text, room) => brokenPiece(text, { start: 0, end: text.length }, room));
}

/** A stretch of the text, in UTF-16 code units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

type Breaker = (text: string, room: Room) => Iterable<Range>;

/** Cells for text on the line being filled and on the lines after it. */
interface Room {
  readonly first: number;
  readonly rest: number;
}

function layOut(spans: readonly Span[], width: number, lead: Lead, lines: Breaker): readonly StyledLine[] {
  const first = clipLead(lead.first, width);
  const rest = clipLead(lead.rest, width);
  const room = { first: width - first.width, rest: width - rest.width };
  if (spans.every(({ text }) => text === '')) return [{ spans: first.spans }];
  const shown = Math.min(room.first, room.rest) < 2 ? spans.map(withoutWide) : spans;
  const slice = spanSlicer(shown);
  const result: StyledLine[] = [];
  for (const { start, end } of lines(spansText(shown), room)) {
    result.push({ spans: [...(result.length === 0 ? first : rest).spans, ...slice(start, end)] });
  }
  return result.length === 0 ? [{ spans: first.spans }] : result;
}

function clipLead(spans: readonly Span[], width: number): { readonly spans: readonly Span[]; readonly width: number } {
  const text = spansText(spans);
  const { end, width: taken } = prefixThatFits(text, Math.floor(width / 2));
  return { spans: end === text.length ? spans : spanSlicer(spans)(0, end), width: taken };
}

function withoutWide(span: Span): Span {
  let text = '';
  for (const { start, end, width } of cells(span.text)) text += width > 1 ? '…' : span.text.slice(start, end);
  return { ...span, text };
}

/** The lines of a paragraph, broken between pieces. */
function wordLines(text: string, room: Room): Iterable<Range> {
  if (text.length > room.first || !isNarrowText(text)) return brokenLines(text, room);
  // As most lines of prompts: nothing to break, only spaces at the ends.
  const words = withoutEnd(text, (character) => character === ' ');
  const start = text.search(NO_SPACE);
  return words === '' ? [] : [{ start, end: words.length }];
}

const NO_SPACE = /[^ ]/;

function* brokenLines(text: string, room: Room): Generator<Range> {
  let line: Piece = { start: 0, end: 0, width: 0 };
  let available = room.first;
  for (const piece of pieces(text)) {
    const grown = line.end === line.start ? piece : joinPieces(line, piece);
    if (grown.width <= available) {
      line = grown;
      continue;
    }
    if (line.end > line.start) {
      yield line;
      available = room.rest;
    }
    line = piece;
    for (const part of piece.width <= available ? [] : brokenPiece(text, piece, { ...room, first: available })) {
      if (part.end === piece.end) {
        line = part;
        break;
      }
      yield part;
      available = room.rest;
    }
  }
  if (line.end > line.start) yield line;
}

/** Two pieces on one line, with the spaces between them. */
function joinPieces(left: Piece, right: Piece): Piece {
  return { start: left.start, end: right.end, width: left.width + (right.start - left.end) + right.width };
}

/** A range cut wherever the room ends. */
function* brokenPiece(text: string, range: Range, room: Room): Generator<Piece> {
  let { start } = range;
  let end = start;
  let width = 0;
  let available = room.first;
  const piece = text.slice(range.start, range.end);
  if (isNarrowText(piece) && Math.min(room.first, room.rest) > 0) {
    while (start < range.end) {
      end = Math.min(range.end, start + available);
      yield { start, end, width: end - start };
      start = end;
      available = room.rest;
    }
    return;
  }
  for (const cell of smallCells(piece, Math.min(room.first, room.rest))) {
    if (width + cell.width > available) {
      yield { start, end, width };
      start = end;
      width = 0;
      available = room.rest;
    }
    end = range.start + cell.end;
    width += cell.width;
  }
  if (end > start) yield { start, end, width };
}

interface Piece extends Range {
  readonly width: number;
}

/** Cells none of which is wider than a line: a grapheme that is gives way to its code points. */
function* smallCells(text: string, room: number): Generator<Piece> {
  for (const cell of cells(text)) {
    if (cell.width <= room) {
      yield cell;
      continue;
    }
    let { start } = cell;
    for (const character of text.slice(cell.start, cell.end)) {
      const end: number = start + character.length;
      yield { start, end, width: graphemeWidth(character) };
      start = end;
    }
  }
}

// Only in long words, so that short ones such as `e-mail` and `and/or` stay whole.
const SOFT_BREAK = /[\p{L}\p{N}][-/–—](?=[\p{L}\p{N}])/gu;
const LONG_WORD = 12;
// After the rules for line starts and ends common to Chinese and Japanese typesetting (W3C clreq and jlreq).
const NEVER_FIRST = /^[，。、；：？！）】》」』〉〕”’…‥・ー％,.;:?!)\]}%]/u;
const NEVER_LAST = /[（【《「『〈〔“‘([{]$/u;

// Korean puts spaces between words and breaks there.
const HANGUL = /^\p{Script=Hangul}/u;

/** What must stay together on a line, spaces left out. */
function* pieces(text: string): Generator<Piece> {
  for (const { 0: word, index } of text.matchAll(/[^ ]+/g)) {
    if (!isNarrowText(word)) yield* mixedPieces(word, index);
    else if (word.length < LONG_WORD) yield { start: index, end: index + word.length, width: word.length };
    else yield* longWordPieces(word, index);
  }
}

function* longWordPieces(word: string, offset: number): Generator<Piece> {
  let start = 0;
  for (const { 0: match, index } of word.matchAll(SOFT_BREAK)) {
    const end = index + match.length;
    yield { start: offset + start, end: offset + end, width: end - start };
    start = end;
  }
  yield { start: offset + start, end: offset + word.length, width: word.length - start };
}

/** Pieces of a word with wide characters, which may break on either side of each of them. */
function* mixedPieces(word: string, offset: number): Generator<Piece> {
  let piece: Piece = { start: offset, end: offset, width: 0 };
  let before = { text: '', wide: false };
  for (const cell of cells(word)) {
    const text = word.slice(cell.start, cell.end);
    const after = { text, wide: cell.width > 1 && !HANGUL.test(text) };
    const mayBreak = (before.wide || after.wide) && !NEVER_FIRST.test(after.text) && !NEVER_LAST.test(before.text);
    if (mayBreak && piece.end > piece.start) {
      yield piece;
      piece = { start: piece.end, end: piece.end, width: 0 };
    }
    piece = { start: piece.start, end: offset + cell.end, width: piece.width + cell.width };
    before = after;
  }
  yield piece;
}
