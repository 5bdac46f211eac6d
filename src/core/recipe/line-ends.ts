/** A text with `\n` as line ends, and without a byte order mark. */
export function plainEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** A text that has `\n` as line ends with those that most lines of another have. */
export function withEndsOf(model: string, text: string): string {
  const windows = model.match(/\r\n/g)?.length ?? 0;
  const all = model.match(/\n/g)?.length ?? 0;
  return windows * 2 > all ? text.replaceAll('\n', '\r\n') : text;
}
