import type { Span } from './styled-text.ts';
import { visibleText } from './visible-text.ts';

/**
 * A text with the places a query matched set off.
 *
 * @param ranges Rising, in UTF-16 code units of the text.
 * @param from Where the text begins to be shown.
 */
export function highlighted(text: string, ranges: readonly (readonly [number, number])[], from = 0): readonly Span[] {
  const spans: Span[] = [];
  let at = from;
  for (const [start, end] of ranges) {
    if (end <= at) continue;
    if (start > at) spans.push({ text: visibleText(text.slice(at, start)), role: 'text' });
    spans.push({ text: visibleText(text.slice(Math.max(at, start), end)), role: 'match' });
    at = end;
  }
  if (at < text.length) spans.push({ text: visibleText(text.slice(at)), role: 'text' });
  return spans;
}
