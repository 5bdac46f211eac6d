import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { searchedPart } from '../index/definition-index.ts';
import type { TextField } from '../index/word-index.ts';
import { unfoldedRange, wordsOf } from '../words/fold-text.ts';
import { joinRanges, type MatchRange, wholeLetters } from '../words/highlight.ts';
import { abbreviate } from './abbreviation-score.ts';
import { type PromptPlace, promptPlace } from './prompt-place.ts';
import type { Reading } from './score-definitions.ts';

/** Where a query was found in a definition, for highlighting. */
export interface SearchMatches {
  readonly name: readonly MatchRange[];
  readonly description: readonly MatchRange[];
  /** The line of the prompt that has it, where name and description alone do not; else `null`. */
  readonly prompt: PromptPlace | null;
}

/** Of a definition that was not found. */
export const NO_MATCHES: SearchMatches = { name: [], description: [], prompt: null };

/**
 * Where any reading of a query stands in a definition. Each place is looked for when first asked for: a list shows many names
 * and one description.
 *
 * @param promptWords What was looked for in the prompt too, where that was needed; else `null`.
 */
export function hitMatches(
  definition: AgentDefinition,
  readings: readonly Reading[],
  byLetters: boolean,
  promptWords: readonly string[] | null,
): SearchMatches {
  const { name, description } = definition;
  const termRanges = (text: string, field: TextField) => {
    const words = wordsOf(text);
    return readings.flatMap(({ terms }) => terms.flatMap(({ rangesIn }) => rangesIn(words, field)));
  };
  let inName: readonly MatchRange[] | null = null;
  let inDescription: readonly MatchRange[] | null = null;
  let inPrompt: PromptPlace | null | undefined = promptWords === null ? null : undefined;
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
    get prompt() {
      if (inPrompt === undefined) inPrompt = promptPlace(definition.body, promptWords ?? []);
      return inPrompt;
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
