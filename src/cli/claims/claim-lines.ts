import type { Difference } from '../../core/passages/difference.ts';
import { inlineSpans } from '../../core/rendering/markdown-inline.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { beginning, NOT_STATED, onOneLine, withLead } from '../compare/page-lines.ts';

/** Where there is no terminal, lines are as long as most terminals are wide. */
export const PAGE_WIDTH = 80;
/** Cells that a claim may take: blocks of code run to hundreds of lines. */
const MOST_CELLS = 480;

/** A claim without its markup, wrapped, with something before its first line. */
export function claimLines(lead: string, text: string, width: number): readonly string[] {
  const shown = beginning(visibleText(onOneLine(text)), MOST_CELLS);
  return withLead(lead, width, (room) => wrapSpans(inlineSpans(shown), room));
}

/** What two claims in conflict do not have in common, in their own words: `number: 5, now 50`. */
export function differenceWords({ kind, one, other }: Difference, between: string): string {
  return `${kind}: ${one || NOT_STATED}${between}${other || NOT_STATED}`;
}
