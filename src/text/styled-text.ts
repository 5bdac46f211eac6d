import { remembered } from '../kit/memo.ts';
import { cells, prefixThatFits, textWidth } from './text-cells.ts';

/**
 * What a stretch of text is for. The theme turns a role into a colour; nothing in `core` or `app` knows one.
 *
 * | role | for |
 * |---|---|
 * | `text` | ordinary words |
 * | `strong`, `emphasis`, `code`, `link` | what Markdown makes of them |
 * | `heading`, `subheading` | titles of the first two levels, and all weaker ones |
 * | `muted` | what is secondary: scopes, paths, rules, fence lines, comments |
 * | `accent` | the one accent: the cursor's pointer, marks, picks, the focused pane's title |
 * | `marker` | bullets, numbers and quote bars; the origin of a line in the gutter |
 * | `match` | what the query found |
 * | `success`, `warning`, `error` | news and diagnostics |
 * | `added`, `removed` | the two sides of a difference |
 * | `added-word`, `removed-word` | the words that differ in a text, among those that do not |
 */
export type Role =
  | 'text'
  | 'strong'
  | 'emphasis'
  | 'code'
  | 'link'
  | 'heading'
  | 'subheading'
  | 'muted'
  | 'accent'
  | 'marker'
  | 'match'
  | 'success'
  | 'warning'
  | 'error'
  | 'added'
  | 'removed'
  | 'added-word'
  | 'removed-word';

/**
 * The ground a row is painted on: the cursor's row in the focused pane, and in a pane that waits. `caret` is the cell of a
 * text field that the terminal's own cursor stands on. Where the keys act on something that has no ground of its own, `here`
 * is where that cursor stands.
 */
export type Tone = 'cursor' | 'resting-cursor' | 'caret' | 'here';

/** A stretch of text for one purpose. */
export interface Span {
  /** Safe to show: made by us or passed through `visibleText`. Without line ends. */
  readonly text: string;
  readonly role: Role;
  /** Absent on ordinary rows. */
  readonly tone?: Tone;
  /** The name of the sign it is, for the legend; absent on words. */
  readonly sign?: string;
  /** The name of the command that opens what it counts; absent on words that count nothing. */
  readonly opens?: string;
}

/** One row of a pane, from left to right. */
export interface StyledLine {
  readonly spans: readonly Span[];
}

/** A line of one span; of none, if the text is empty. */
export function styledLine(text: string, role: Role = 'text'): StyledLine {
  return { spans: text === '' ? [] : [{ text, role }] };
}

/** The line's text without its roles. */
export function lineText(line: StyledLine): string {
  return spansText(line.spans);
}

/** The text of several spans. */
export function spansText(spans: readonly Span[]): string {
  const [first] = spans;
  if (spans.length === 1 && first) return first.text;
  return spans.map((span) => span.text).join('');
}

/**
 * How many terminal cells the line takes. Measured over the whole text, because a mark at the start of one span joins
 * the last character of the span before.
 */
export function lineWidth(line: StyledLine): number {
  return textWidth(lineText(line));
}

/**
 * The line, or as much of its beginning as fits with `…` after it. Never splits a grapheme: where half a wide
 * character would fit, the result is one cell narrower than asked.
 *
 * @returns A line at most `width` cells wide; the same line when it fits.
 */
export function cutLine<Line extends StyledLine>(line: Line, width: number): Line {
  const text = lineText(line);
  if (prefixThatFits(text, width).end === text.length) return line;
  if (width < 1) return { ...line, spans: [] };
  const { end } = prefixThatFits(text, width - 1);
  const kept = sliceSpans(line.spans, 0, text.slice(0, end).trimEnd().length);
  const last = kept.at(-1) ?? line.spans[0];
  return { ...line, spans: [...kept, { ...last, text: '…', role: last?.role ?? 'text' }] };
}

/** The first of some lines, with `…` at the end of the last one where more would follow. */
export function cutLines(lines: readonly StyledLine[], most: number, width: number): readonly StyledLine[] {
  const last = lines[most - 1];
  if (lines.length <= most || !last) return lines;
  return [...lines.slice(0, most - 1), cutLine({ spans: [...last.spans, { text: '…', role: 'muted' }] }, width)];
}

/** A text that is too long, cut in its middle: what tells paths and labels apart is mostly at their ends. */
export function cutMiddle(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  if (width < 2) return width === 1 ? '…' : '';
  const { end } = prefixThatFits(text, Math.floor((width - 1) / 2));
  let start = text.length;
  const room = width - 1 - textWidth(text.slice(0, end));
  for (const cell of [...cells(text)].toReversed()) {
    if (textWidth(text.slice(cell.start)) > room) break;
    start = cell.start;
  }
  return `${text.slice(0, end)}…${text.slice(start)}`;
}

/** The line at exactly `width` cells: cut when longer, filled with spaces when shorter, on the ground that its end has. */
export function padLine<Line extends StyledLine>(line: Line, width: number): Line {
  const own = lineWidth(line);
  const cut = own > width ? cutLine(line, width) : line;
  const missing = width - (cut === line ? own : lineWidth(cut));
  if (missing <= 0) return cut;
  const tone = cut.spans.at(-1)?.tone;
  const filling: Span = { text: ' '.repeat(missing), role: 'text' };
  return {
    ...cut,
    spans: [...cut.spans, tone === undefined || tone === 'caret' || tone === 'here' ? filling : { ...filling, tone }],
  };
}

/** The line with a blank before it; the same one for the same line, so that it is painted once. */
export const afterBlank = remembered((line: StyledLine): StyledLine => ({ spans: [BLANK, ...line.spans] }));

const BLANK: Span = { text: ' ', role: 'text' };

/** The line on another ground; {@link padLine} goes on with it. */
export function toneLine<Line extends StyledLine>(line: Line, tone: Tone): Line {
  return { ...line, spans: line.spans.map((span) => ({ ...span, tone })) };
}

/** One pane of several side by side. */
export interface Column {
  readonly lines: readonly StyledLine[];
  readonly width: number;
}

/**
 * Panes side by side, as tall as the tallest; every line has the width of all columns and the separators between them.
 *
 * @param columns From left to right.
 * @param separator What stands between two columns, such as ` │ `.
 */
export function joinColumns(columns: readonly Column[], separator: Span): readonly StyledLine[] {
  const height = columns.reduce((tallest, { lines }) => Math.max(tallest, lines.length), 0);
  return Array.from({ length: height }, (_, row) => ({
    spans: columns.flatMap(({ lines, width }, index) => {
      const { spans } = padLine(lines[row] ?? { spans: [] }, width);
      return index === 0 ? spans : [separator, ...spans];
    }),
  }));
}

/** The spans of the text between two offsets in UTF-16 code units. */
export function sliceSpans(spans: readonly Span[], start: number, end: number): readonly Span[] {
  return spanSlicer(spans)(start, end);
}

/**
 * A function that slices spans. Call it with growing offsets: it goes on where it stopped, so that cutting a long line
 * into many takes linear time.
 */
export function spanSlicer(spans: readonly Span[]): (start: number, end: number) => readonly Span[] {
  let index = 0;
  let offset = 0;
  return (start, end) => {
    const slices: Span[] = [];
    for (let span = spans[index]; span !== undefined && offset < end; span = spans[index]) {
      const text = span.text.slice(Math.max(0, start - offset), end - offset);
      if (text !== '') slices.push(text === span.text ? span : { ...span, text });
      if (offset + span.text.length > end) break;
      offset += span.text.length;
      index++;
    }
    return slices;
  };
}
