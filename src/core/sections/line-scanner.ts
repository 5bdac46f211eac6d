/** One line of a body, with what telling block structure needs. */
export interface Line {
  /** Offset of the line's first character. */
  readonly start: number;
  /** Offset just past the line ending, where the next line starts. */
  readonly next: number;
  /** Offset of the line's text, behind its indentation. */
  readonly textStart: number;
  /** Columns of leading spaces and tabs; a tab reaches the next multiple of four. */
  readonly indent: number;
  /** The line without indentation, trailing white space and line ending; empty for a blank line. */
  readonly text: string;
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Cut a text into lines that partition it.
 *
 * Lines end as in CommonMark 0.31, section 2.1: at `\n`, `\r\n` or a lone `\r`. A byte order mark at the start is
 * part of the first line but of neither its indentation nor its text.
 *
 * @param text Any string; lone surrogates and NULs are ordinary characters.
 * @returns The lines in order, each beginning where the one before ends; none for an empty text.
 */
export function scanLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
    lines.push(lineAt(text, start, end, next));
    start = next;
  }
  return lines;
}

function lineEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
    end += 1;
  }
  return end;
}

function lineAt(text: string, start: number, end: number, next: number): Line {
  let at = start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
  let indent = 0;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) indent += 1;
    else if (code === TAB) indent += 4 - (indent % 4);
    else break;
  }
  return { start, next, textStart: at, indent, text: text.slice(at, end).trimEnd() };
}
