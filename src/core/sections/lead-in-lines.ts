import type { Line } from './line-scanner.ts';
import { announces, isBoldLine, isParagraphLine, labelEnd } from './line-shapes.ts';
import { signOf } from './sign-lines.ts';

/** A line is wrapped when it is full; people who wrap at all do not do so before this many characters. */
const SHORTEST_WRAPPED = 40;
/** The line behind a full stop is one of its own. */
const SENTENCE_END = /[.!?。！？…]["'”’)*_]{0,3}$/;
const FENCE = /^(?:```|~~~)/;

/**
 * Index of the last line of a lead-in that begins on a line: the one that ends in its colon, which stands on a line below
 * when the lead-in is wrapped.
 *
 * Linear in the paragraph.
 *
 * @param from The first line of a paragraph.
 * @returns `from` when that line announces something itself, or none that it goes on in does.
 */
export function leadInEnd(lines: readonly Line[], from: number): number {
  for (let at = from; at === from || goesOn(lines[at - 1], lines[at]); at += 1) {
    if (announces(lines[at]?.text ?? '')) return at;
  }
  return from;
}

/** Whether a line of a wrapped paragraph goes on in the next. */
function goesOn(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || line.text.length < SHORTEST_WRAPPED || SENTENCE_END.test(line.text)) return false;
  if (next.text === '' || FENCE.test(next.text)) return false;
  const begins = labelEnd(next.text) > 0 || isBoldLine(next.text) || signOf(next.text) !== null;
  return !begins && isParagraphLine(next.text);
}
