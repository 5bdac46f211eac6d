/**
 * Where code stands in a line of Markdown, from backtick to backtick (CommonMark 0.31, section 6.1, within one line).
 *
 * @returns Offsets of each span, its backticks included. Linear in the length of the line.
 */
export function codeSpans(line: string): readonly (readonly [from: number, to: number])[] {
  const spans: (readonly [from: number, to: number])[] = [];
  let open: { readonly marks: number; readonly at: number } | null = null;
  for (const { 0: run, index } of line.matchAll(/`+/g)) {
    if (open === null) open = { marks: run.length, at: index };
    else if (open.marks === run.length) {
      spans.push([open.at, index + run.length]);
      open = null;
    }
  }
  return spans;
}
