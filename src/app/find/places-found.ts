import { memoLast, remembered } from '../../kit/memo.ts';
import { countText } from '../../text/count-text.ts';
import { lineText, type Span, type StyledLine, sliceSpans, styledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type ComparedTopics, comparedTopics } from '../compare/compared-topics.ts';
import { type ComparisonGrid, comparisonGrid } from '../compare/comparison-grid.ts';
import { findOf } from '../model/focused-field.ts';
import { type Model, screenOf } from '../model/model.ts';
import { readerText } from '../reader/reader-text.ts';

/** A stretch of a line, in UTF-16 code units. */
interface Stretch {
  /** Column of the text, of several side by side. */
  readonly column: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Where words were found: on one line, or at its end and at the beginning of the ones below. */
export type Place = readonly [first: Stretch, ...rest: Stretch[]];

/**
 * Every place where lines on the screen hold some words, whatever their case. What was wrapped is found as it was
 * written: a blank in the words is any white space, the end of a line and the indentation of the next one included.
 *
 * @param texts The lines of each of the texts that stand side by side.
 * @param words As typed; none are found of nothing but blanks.
 */
export const placesFound = memoLast((texts: readonly (readonly StyledLine[])[], words: string): readonly Place[] => {
  const pattern = patternOf(words);
  if (pattern === null) return [];
  const found = texts.flatMap((lines, column): readonly Place[] => {
    const { text, starts } = joined(lines);
    return [...text.matchAll(pattern)].map(({ 0: match, index }) =>
      placeOf(starts, index, index + match.length, column),
    );
  });
  return texts.length > 1 ? found.toSorted(([a], [b]) => a.line - b.line || a.column - b.column) : found;
});

interface Joined {
  /** All lines without the blanks before and after them, one after the other. */
  readonly text: string;
  /** Where each begins in the text, and how many blanks stood before it. */
  readonly starts: readonly { readonly at: number; readonly indent: number; readonly length: number }[];
}

const joined = remembered((lines: readonly StyledLine[]): Joined => {
  const parts: string[] = [];
  const starts: { at: number; indent: number; length: number }[] = [];
  let at = 0;
  for (const line of lines) {
    const whole = lineText(line);
    const trimmed = whole.trim();
    starts.push({ at, indent: whole.length - whole.trimStart().length, length: trimmed.length });
    parts.push(trimmed);
    at += trimmed.length + 1;
  }
  return { text: parts.join('\n'), starts };
});

function patternOf(words: string): RegExp | null {
  const pieces = words.normalize('NFC').trim().split(/\s+/).filter(Boolean);
  if (pieces.length === 0) return null;
  // A long word may have been broken anywhere.
  const source = pieces.map((piece) => [...piece].map(escaped).join('\n?')).join('\\s+');
  return new RegExp(source, 'giu');
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');

function placeOf(starts: Joined['starts'], from: number, to: number, column: number): Place {
  let low = 0;
  for (let high = starts.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.at ?? 0) <= from) low = middle;
    else high = middle;
  }
  const stretches: Stretch[] = [];
  for (let line = low; (starts[line]?.at ?? to) < to || stretches.length === 0; line += 1) {
    const { at, indent, length } = starts[line] ?? { at: from, indent: 0, length: to - from };
    const start = Math.max(0, from - at) + indent;
    stretches.push({ column, line, start, end: Math.min(length, to - at) + indent });
  }
  const [first = { column, line: 0, start: 0, end: 0 }, ...rest] = stretches;
  return [first, ...rest];
}

/** The places where the texts on the screen hold what is looked for, from top to bottom; none where nothing is. */
export function places(model: Model): readonly Place[] {
  const find = findOf(model);
  if (!find) return [];
  if (screenOf(model) === 'compare') {
    const texts = model.compare.isMatrix ? topicTitles(comparedTopics(model)) : comparedTexts(comparisonGrid(model));
    return placesFound(texts, find.words.text);
  }
  const text = readerText(model);
  return text ? placesFound(readTexts(text.lines), find.words.text) : [];
}

const readTexts = remembered((lines: readonly StyledLine[]) => [lines]);
const comparedTexts = remembered(({ definitions, lines }: ComparisonGrid) =>
  definitions.map((_, column) => lines.map(({ cells }) => cells[column] ?? EMPTY)),
);
/** The table has a line for each topic. */
const topicTitles = remembered(({ topics }: ComparedTopics) => [
  topics.map(({ title }) => styledLine(visibleText(title))),
]);
const EMPTY: StyledLine = { spans: [] };

/** Where one is among the places found, in words. */
export function placeWords(hit: number, count: number): string {
  return count === 0 ? 'not found' : `${countText(Math.min(hit + 1, count))} of ${countText(count)}`;
}

/** What of some places lies on each of the lines of a column from one to before another. */
export function stretchesByLine(
  places: readonly Place[],
  from: number,
  to: number,
  column = 0,
): ReadonlyMap<number, readonly Stretch[]> {
  const byLine = new Map<number, Stretch[]>();
  for (const place of places) {
    for (const stretch of place) {
      if (stretch.column !== column || stretch.line < from || stretch.line >= to) continue;
      const known = byLine.get(stretch.line);
      if (known) known.push(stretch);
      else byLine.set(stretch.line, [stretch]);
    }
  }
  return byLine;
}

/** A line with stretches of it set off, as those that match. */
export function withPlaces(line: StyledLine, stretches: readonly Stretch[]): StyledLine {
  if (stretches.length === 0) return line;
  let at = 0;
  const spans = stretches.flatMap(({ start, end }): readonly Span[] => {
    const before = sliceSpans(line.spans, at, start);
    at = end;
    return [...before, ...sliceSpans(line.spans, start, end).map((span) => ({ ...span, role: 'match' as const }))];
  });
  return { spans: [...spans, ...sliceSpans(line.spans, at, lineText(line).length)] };
}
