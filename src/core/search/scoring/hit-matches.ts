import { memoTexts } from '../../../kit/memo.ts';
import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { searchedPart } from '../index/definition-index.ts';
import type { TextField } from '../index/word-index.ts';
import { unfoldedRange, type Word, wordsOf } from '../words/fold-text.ts';
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

/** What places are looked for by. */
interface Looked {
  readonly readings: readonly Reading[];
  /** Whether letters of the name won. */
  readonly byLetters: boolean;
  /** What was looked for in the prompt too, where that was needed; else `null`. */
  readonly promptWords: readonly string[] | null;
}

/**
 * Where any reading of a query stands in a definition. Each place is looked for when first asked for: a list shows many names
 * and one description.
 */
export function hitMatches(definition: AgentDefinition, looked: Looked): SearchMatches {
  return new HitMatches(definition, looked);
}

/** A class, since a key makes dozens, and getters of an object of its own take longer to make than to ask. */
class HitMatches implements SearchMatches {
  private inName: readonly MatchRange[] | null = null;
  private inDescription: readonly MatchRange[] | null = null;
  private inPrompt: PromptPlace | null | undefined = undefined;

  constructor(
    private readonly definition: AgentDefinition,
    private readonly looked: Looked,
  ) {}

  get name(): readonly MatchRange[] {
    const { readings, byLetters } = this.looked;
    const text = this.definition.name;
    this.inName ??= joinRanges(
      wholeLetters(
        text,
        (byLetters && letterRanges(readings, text)) || termRanges(readings, wordsOfName(text), 'name'),
      ),
    );
    return this.inName;
  }

  get description(): readonly MatchRange[] {
    const text = searchedPart(this.definition.description);
    this.inDescription ??= joinRanges(
      wholeLetters(text, termRanges(this.looked.readings, wordsOfDescription(text), 'description')),
    );
    return this.inDescription;
  }

  get prompt(): PromptPlace | null {
    const { promptWords } = this.looked;
    if (this.inPrompt === undefined)
      this.inPrompt = promptWords === null ? null : promptPlace(this.definition.body, promptWords);
    return this.inPrompt;
  }
}

/** Each key looks at the names and descriptions on the screen again, most of which were there before. */
const wordsOfName = memoTexts(256, wordsOf);
const wordsOfDescription = memoTexts(64, wordsOf);

function termRanges(readings: readonly Reading[], words: readonly Word[], field: TextField): readonly MatchRange[] {
  return readings.flatMap(({ terms }) => terms.flatMap(({ rangesIn }) => rangesIn(words, field)));
}

function letterRanges(readings: readonly Reading[], name: string): readonly MatchRange[] | null {
  for (const { plain, rough } of readings) {
    const match = rough ? abbreviate(plain.replaceAll(' ', ''), name) : null;
    if (match) return match.positions.map((at): MatchRange => unfoldedRange(name, at, at + 1));
  }
  return null;
}
