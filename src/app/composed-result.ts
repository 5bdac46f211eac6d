import { type ComposedBody, composeBody } from '../core/compose.ts';
import type { Pick } from '../core/draft.ts';
import { estimateTokens } from '../core/estimate-tokens.ts';
import type { RenderedLine } from '../core/markdown-lines.ts';
import { memoLast } from '../core/memo.ts';
import { renderedText } from './rendered-text.ts';

/** The picks put together: what the result pane shows and the header counts. */
export interface ComposedResult extends ComposedBody {
  readonly tokens: number;
}

/** The body the picks make, composed once for as long as they stay the same. */
export const composedResult = memoLast((picks: readonly Pick[]): ComposedResult => {
  const body = composeBody(picks);
  return { ...body, tokens: estimateTokens(body.text) };
});

/** A line of the result, and the index of the pick it comes from. */
export interface ResultLine {
  readonly line: RenderedLine;
  readonly pick: number;
}

/** The result as lines of a width, each with its pick; a blank line parts the picks. */
export const resultLines = memoLast((picks: readonly Pick[], width: number): readonly ResultLine[] => {
  const { text, parts } = composedResult(picks);
  return parts.flatMap(({ pick, start, end }, index) => {
    const at = picks.indexOf(pick);
    const continues = index > 0 && text.slice(parts[index - 1]?.end, start) === '\n';
    const lines = renderedText(text.slice(start, end), width, 'rendered').map((line) => ({ line, pick: at }));
    return index === 0 || continues ? lines : [{ line: { spans: [], source: 0 }, pick: -1 }, ...lines];
  });
});
