import { searchedPart } from '../index/definition-index.ts';
import type { TextField } from '../index/word-index.ts';
import { unfoldedRange, wordsOf } from '../words/fold-text.ts';
import { joinRanges, type MatchRange, wholeLetters } from '../words/highlight.ts';
import { abbreviate, type Reading } from './score-definitions.ts';

/** Where a query was found in a definition, for highlighting. */
export interface SearchMatches {
  readonly name: readonly MatchRange[];
  readonly description: readonly MatchRange[];
}

/**
 * Where any reading of a query stands in a name and a description. Each is looked for when first asked for: a list
 * shows many names and one description.
 */
export function hitMatches(
  readings: readonly Reading[],
  byLetters: boolean,
  name: string,
  description: string,
): SearchMatches {
  const termRanges = (text: string, field: TextField) => {
    const words = wordsOf(text);
    return readings.flatMap(({ terms }) => terms.flatMap(({ rangesIn }) => rangesIn(words, field)));
  };
  let inName: readonly MatchRange[] | null = null;
  let inDescription: readonly MatchRange[] | null = null;
  return {
    get name() {
      inName ??= joinRanges(
        wholeLetters(name, (byLetters && letterRanges(readings, name)) || termRanges(name, 'name')),
      );
      return inName;
    },
    get description() {
      const text = searchedPart(description);
      inDescription ??= joinRanges(wholeLetters(text, termRanges(text, 'description')));
      return inDescription;
    },
  };
}

function letterRanges(readings: readonly Reading[], name: string): readonly MatchRange[] | null {
  for (const { plain, rough } of readings) {
    const match = rough ? abbreviate(plain.replaceAll(' ', ''), name) : null;
    if (match) return match.positions.map((at): MatchRange => unfoldedRange(name, at, at + 1));
  }
  return null;
}
