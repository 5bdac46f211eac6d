/** One line of a text. */
export interface TextLine {
  /** The line without its end. */
  readonly text: string;
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the line end. */
  readonly next: number;
}

/**
 * The line that starts at an offset. Lines end in `\n`, `\r\n` or a lone `\r`, as in YAML 1.2 (section 5.4).
 *
 * @param text The whole text.
 * @param start Offset of the first character of a line.
 * @returns The line, or `null` at the end of the text.
 */
function lineAt(text: string, start: number): TextLine | null {
  if (start >= text.length) return null;
  LINE_END.lastIndex = start;
  const found = LINE_END.exec(text);
  const end = found ? found.index : text.length;
  return { text: text.slice(start, end), start, next: found ? LINE_END.lastIndex : text.length };
}

// A search by the engine: a loop over the characters takes several times as long.
const LINE_END = /\r\n|[\n\r]/g;

/**
 * The lines that start between two offsets, in order.
 *
 * @param text The whole text.
 * @param from Offset of the first line.
 * @param to Lines that start here or later are left out.
 */
export function* linesBetween(text: string, from: number, to: number): Generator<TextLine> {
  for (let line = lineAt(text, from); line !== null && line.start < to; line = lineAt(text, line.next)) yield line;
}

/** The 1-based number of the line an offset lies on. */
export function lineNumberAt(text: string, offset: number): number {
  let number = 1;
  LINE_END.lastIndex = 0;
  while (LINE_END.exec(text) !== null && LINE_END.lastIndex <= offset) number++;
  return number;
}
