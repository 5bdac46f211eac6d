import { memoTexts } from '../../kit/memo.ts';
import { estimateTokens } from '../tokens/estimate-tokens.ts';
import type { ComposedBody } from './compose.ts';

/** Picks of a few drafts. */
const REMEMBERED = 64;

/**
 * About how many tokens a model makes of a composed body, by {@link estimateTokens}. Counted part by part, each with what
 * parts it from the next: a key changes one of them.
 *
 * Law: as many as of the whole text, where that is not so long that it is sampled.
 */
export function composedTokens({ text, parts }: ComposedBody): number {
  // White space is never cut in two: it counts as one.
  const starts = parts.map(({ start }, at) => (at === 0 ? 0 : wordFrom(text, start)));
  return starts.reduce((sum, start, at) => sum + tokensOfPart(text.slice(start, starts[at + 1])), 0);
}

function wordFrom(text: string, start: number): number {
  WORD.lastIndex = start;
  return WORD.exec(text)?.index ?? text.length;
}

const WORD = /\S/g;

const tokensOfPart = memoTexts(REMEMBERED, estimateTokens);
