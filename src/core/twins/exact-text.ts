/**
 * A body as exact twins share it: lines end in `\n`, no line ends in white space, and nothing blank stands at either end.
 * That is what editors, Git and copying change by themselves.
 *
 * @param body Any text. Linear in its length.
 * @returns The text, empty for a blank body.
 */
export function exactText(body: string): string {
  const trimmed = body.trim();
  if (!UNTIDY.test(trimmed)) return trimmed;
  return trimmed
    .split(LINE_END)
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A carriage return, or white space before a line end. */
const UNTIDY = /\r|[^\S\n]\n/;
const LINE_END = /\r\n|[\r\n]/;
