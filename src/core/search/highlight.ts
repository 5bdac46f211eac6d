import { wordsOf } from './fold-text.ts';

/** A stretch of a text, in UTF-16 units: `[start, end)`. */
export type MatchRange = readonly [start: number, end: number];

/** What one word of a query was taken for: each word found with the quality of the match. */
export interface ExpandedWord {
  readonly query: string;
  readonly found: ReadonlyMap<string, number>;
}

/**
 * Where the words of a query stand in a text. For each word of the query only its best matches count, so that `api`
 * marks `API` and not also `rapid`.
 */
export function matchRanges(text: string, expanded: readonly ExpandedWord[]): readonly MatchRange[] {
  const words = wordsOf(text);
  return joinRanges(
    expanded.flatMap(({ query, found }) => {
      const best = words.reduce((quality, word) => Math.max(quality, found.get(word.text) ?? 0), 0);
      return words
        .filter((word) => best > 0 && (found.get(word.text) ?? 0) >= best - CLOSE_SECOND)
        .map(({ text: word, start, end }): MatchRange => {
          const place = word.indexOf(query);
          return place < 0 ? [start, end] : [start + place, start + place + query.length];
        });
    }),
  );
}

/** Ranges in rising order, with those that touch or overlap made one. */
export function joinRanges(ranges: readonly MatchRange[]): readonly MatchRange[] {
  const joined: MatchRange[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}

const CLOSE_SECOND = 0.25;
