/**
 * Where the run of characters begins that ends at an offset.
 *
 * Looked for from behind: a regular expression such as `/[.-]+$/` is tried anew at each character of a run that stands
 * elsewhere, so that a long one takes the square of its length.
 *
 * @param end The offset, in UTF-16 units, not inside a surrogate pair.
 * @param holds Whether a character, a whole code point, is part of the run.
 * @returns The offset itself where no such character stands before it.
 */
export function runBefore(text: string, end: number, holds: (character: string) => boolean): number {
  let start = end;
  while (start > 0) {
    const length = start > 1 && (text.codePointAt(start - 2) ?? 0) > 0xffff ? 2 : 1;
    if (!holds(text.slice(start - length, start))) break;
    start -= length;
  }
  return start;
}

/** A text without the characters at its end that go. */
export function withoutEnd(text: string, goes: (character: string) => boolean): string {
  return text.slice(0, runBefore(text, text.length, goes));
}
