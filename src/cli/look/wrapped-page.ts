import { lineText, type Span } from '../../text/styled-text.ts';
import { prefixThatFits, textWidth } from '../../text/text-cells.ts';
import { breakSpans, type Lead, wrapSpans } from '../../text/wrap-spans.ts';

/**
 * A page for a terminal: what is too long for a line goes on below it, broken between words and as far in as it began; code
 * is broken where the line ends.
 *
 * @param text Made safe to show.
 * @param width Cells; `null` for no limit, and then nothing is broken.
 */
export function wrappedPage(text: string, width: number | null): string {
  if (width === null) return text;
  let fence: string | null = null;
  return text
    .split('\n')
    .flatMap((line) => {
      const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
      const isCode = fence !== null || mark !== undefined;
      if (mark !== undefined && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
      return textWidth(line) <= width ? [line] : wrappedLine(line, width, isCode);
    })
    .join('\n');
}

/** What stands before the words of an item, a quotation or a code block. */
const BEFORE = /^\s*(?:(?:[-*+>]|\d{1,3}[.)])\s+)*/;

function wrappedLine(line: string, width: number, isCode: boolean): readonly string[] {
  const [before = ''] = BEFORE.exec(line) ?? [];
  const kept = before.slice(0, prefixThatFits(before, Math.floor(width / 2)).end);
  const lead: Lead = { first: spansOf(kept), rest: spansOf(' '.repeat(textWidth(kept))) };
  const rest = spansOf(line.slice(kept.length));
  return (isCode ? breakSpans(rest, width, lead) : wrapSpans(rest, width, lead)).map(lineText);
}

const spansOf = (text: string): readonly Span[] => [{ text, role: 'text' }];
