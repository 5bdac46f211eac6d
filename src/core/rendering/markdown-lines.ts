import { partitionPoint } from '../../kit/partition-point.ts';
import type { Role, Span, StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { breakSpans, evenLead, wrapSpans } from '../../text/wrap-spans.ts';
import { type Line, scanLines } from '../sections/line-scanner.ts';
import { headingLevel, isBoldLine, isParagraphLine, isThematicBreak } from '../sections/line-shapes.ts';
import { type LineRole, lineRoles } from '../sections/mask.ts';
import { isHardWrapped } from './hard-wrapped.ts';
import { bulletWidth, columnAt, enterItem, indentation, type ListLevel } from './list-levels.ts';
import { inlineSpans } from './markdown-inline.ts';
import { tableAlignments, tableLines } from './markdown-table.ts';

/** A line of a body on the screen, and where it comes from. */
export interface RenderedLine extends StyledLine {
  /** 0-based line of the body; never smaller than on the line above. Joined lines carry the number of the first. */
  readonly source: number;
}

/**
 * A prompt as a person reads it: titles, lists, quotes, tables and code laid out for a width.
 *
 * Line by line rather than from a Markdown tree, because prompts are written line by line: a line break stays one,
 * except in paragraphs that an editor broke at a fixed column. Fences and comments are those of the section
 * grammar, so the reader and the outline agree. Only markup is left out: everything else that is not white space is
 * on some line. Runs of blank lines become one; blank lines at both ends go.
 *
 * Laws: no line is wider than `width`; never throws; time is linear in the body.
 *
 * @param body Markdown as it is in the file, not yet safe to show.
 * @param width Cells for a line, at least 1.
 * @param most Lines that are enough: what follows the block that reaches them is left out.
 * @returns The lines from the top; none for an empty body.
 */
export function markdownLines(
  body: string,
  width: number,
  most: number = Number.POSITIVE_INFINITY,
): readonly RenderedLine[] {
  const lines = scanLines(body);
  const page: Page = { width, lines, roles: lineRoles(lines), rendered: [], levels: [], blank: null };
  let index = 0;
  while (index < lines.length && page.rendered.length < most) index = renderBlock(page, index);
  return page.rendered;
}

/**
 * The body as it is written, wrapped to a width under its own indentation. Parameters and laws as for `markdownLines`;
 * every line of the body has at least one line.
 */
export function sourceLines(
  body: string,
  width: number,
  most: number = Number.POSITIVE_INFINITY,
): readonly RenderedLine[] {
  const rendered: RenderedLine[] = [];
  for (const [source, { indent, text }] of scanLines(body).entries()) {
    if (rendered.length >= most) break;
    const lead = evenLead(text === '' ? [] : indentation(indent));
    for (const { spans } of wrapSpans([{ text: visibleText(text), role: 'text' }], width, lead)) {
      rendered.push({ spans, source });
    }
  }
  return rendered;
}

/**
 * Where a line of the body is on the screen: the index of the first rendered line that comes from it or, if it shows
 * nothing, from a line below it. `lines.length` when nothing follows.
 */
export function renderedIndex(lines: readonly RenderedLine[], source: number): number {
  return partitionPoint(lines, (line) => line.source < source);
}

interface Page {
  readonly width: number;
  readonly lines: readonly Line[];
  readonly roles: readonly LineRole[];
  readonly rendered: RenderedLine[];
  /** The items around the current line, outermost first. */
  readonly levels: ListLevel[];
  /** The first of the blank lines just passed. */
  blank: number | null;
}

const CLOSING_FENCE = /^(?:`{3,}|~{3,})$/;
const TAG_LINE = /^<[/!?]?\p{L}[^<>]*>$/u;

/** Render what begins on a line. @returns The index of the line after it. */
function renderBlock(page: Page, index: number): number {
  const line = page.lines[index];
  const role = page.roles[index];
  if (!line || role === 'fence' || role === 'comment') return renderMasked(page, index);
  if (line.text === '') {
    page.blank ??= index;
    return index + 1;
  }
  const alignments = line.text.includes('|') ? tableAlignments(page.lines[index + 1]?.text ?? '') : null;
  if (alignments && page.roles[index + 1] === 'prose') return renderTable(page, index);
  return renderProse(page, index, line);
}

function push(page: Page, source: number, lines: readonly StyledLine[]): void {
  if (page.blank !== null && page.rendered.length > 0) page.rendered.push({ spans: [], source: page.blank });
  page.blank = null;
  for (const { spans } of lines) page.rendered.push({ spans, source });
}

/** A code block or a comment, as it is written. */
function renderMasked(page: Page, index: number): number {
  const opener = page.lines[index];
  const isCode = page.roles[index] === 'fence';
  const column = columnAt(page.levels, opener?.indent ?? 0);
  let end = index + 1;
  while (page.roles[end] === 'masked') end++;
  for (let at = index; at < end; at++) {
    const { indent, text } = page.lines[at] ?? { indent: 0, text: '' };
    const isFence = at === index || (at === end - 1 && CLOSING_FENCE.test(text));
    const inner = text === '' ? 0 : Math.max(0, indent - (opener?.indent ?? 0));
    const span: Span = { text: ' '.repeat(inner) + visibleText(text), role: isCode && !isFence ? 'code' : 'muted' };
    push(page, at, breakSpans([span], page.width, evenLead(indentation(column))));
  }
  return end;
}

function renderTable(page: Page, index: number): number {
  const column = columnAt(page.levels, page.lines[index]?.indent ?? 0);
  let end = index + 2;
  while (page.roles[end] === 'prose' && page.lines[end]?.text.includes('|')) end++;
  const texts = page.lines.slice(index, end).map((line) => visibleText(line.text));
  const [header = '', delimiter = '', ...body] = texts;
  const rows = tableLines([header, ...body], tableAlignments(delimiter) ?? [], page.width - column);
  const lead = { first: indentation(column), rest: indentation(column + 2) };
  for (const [row, text] of texts.entries()) {
    const lines = rows?.[row]?.map(({ spans }) => ({ spans: [...indentation(column), ...spans] }));
    push(page, index + row, lines ?? wrapSpans(inlineSpans(text), page.width, lead));
  }
  return end;
}

function renderProse(page: Page, index: number, line: Line): number {
  const text = visibleText(line.text);
  const level = headingLevel(text);
  const column = () => evenLead(indentation(columnAt(page.levels, line.indent)));
  if (level > 0) {
    const title = text
      .slice(level)
      .trim()
      .replace(/[ \t]#+$/, '');
    const role = level <= 2 ? 'heading' : 'subheading';
    push(page, index, wrapSpans(inlineSpans(title, role), page.width, column()));
  } else if (isThematicBreak(text)) {
    push(page, index, [ruleLine(page.width)]);
  } else if (TAG_LINE.test(text)) {
    push(page, index, wrapSpans([{ text, role: 'muted' }], page.width, column()));
  } else if (text.startsWith('>')) {
    push(page, index, quoteLines(text, page.width, columnAt(page.levels, line.indent)));
  } else if (bulletWidth(text) === 0 && isBoldLine(text)) {
    push(page, index, wrapSpans(inlineSpans(text, 'subheading'), page.width, column()));
  } else {
    return renderParagraph(page, index, line);
  }
  return index + 1;
}

/** A paragraph or a list item with its lines. */
function renderParagraph(page: Page, index: number, line: Line): number {
  const marked = bulletWidth(line.text);
  const end = paragraphEnd(page, index, marked > 0 ? line.indent + 1 : line.indent);
  const lines = page.lines.slice(index, end);
  const joined = isHardWrapped(lines) ? lines.map(({ text }) => text).join(' ') : null;
  const all = visibleText(joined ?? line.text);
  if (marked > 0) {
    const item = { indent: line.indent, mark: all.slice(0, marked).trim(), content: all.slice(marked) };
    const { lead, text } = enterItem(page.levels, item, page.width);
    push(page, index, wrapSpans(inlineSpans(text), page.width, lead));
  } else {
    pushText(page, index, line.indent, all);
  }
  for (let at = index + 1; at < end && joined === null; at++) {
    const { indent, text } = page.lines[at] ?? line;
    pushText(page, at, indent, visibleText(text));
  }
  return end;
}

function pushText(page: Page, source: number, indent: number, text: string): void {
  push(page, source, wrapSpans(inlineSpans(text), page.width, evenLead(indentation(columnAt(page.levels, indent)))));
}

/** The end of the running text that starts on a line and goes on at least `indent` columns in. */
function paragraphEnd(page: Page, start: number, indent: number): number {
  let end = start + 1;
  for (let line = page.lines[end]; line !== undefined; line = page.lines[++end]) {
    const isRunning = page.roles[end] === 'prose' && line.text !== '' && line.indent >= indent;
    const isTable = page.lines[end + 1] !== undefined && line.text.includes('|');
    const isItself = !isParagraphLine(line.text) || isBoldLine(line.text);
    if (!isRunning || isTable || isItself) break;
  }
  return end;
}

function quoteLines(text: string, width: number, column: number): readonly StyledLine[] {
  const marks = /^(?:> ?)+/.exec(text)?.[0] ?? '';
  const bars: Span = { text: '▏ '.repeat(marks.split('>').length - 1), role: 'marker' };
  const content = text.slice(marks.length);
  const level = headingLevel(content);
  const role: Role = level > 0 || isBoldLine(content) ? 'subheading' : 'text';
  const marked = /^\d/.test(content) ? 0 : bulletWidth(content);
  const words = marked > 0 ? content.slice(marked) : content.slice(level).trimStart();
  const bullet: readonly Span[] = marked > 0 ? [{ text: '• ', role: 'marker' }] : [];
  const before = [...indentation(column), bars];
  const lead = { first: [...before, ...bullet], rest: [...before, ...indentation(bullet.length * 2)] };
  return wrapSpans(inlineSpans(words, role), width, lead);
}

function ruleLine(width: number): StyledLine {
  return { spans: [{ text: '─'.repeat(width), role: 'muted' }] };
}
