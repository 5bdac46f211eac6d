import { foldText, wordsOf } from '../words/fold-text.ts';
import { joinRanges, type MatchRange, wholeLetters } from '../words/highlight.ts';

/** Where a prompt has what was looked for. */
export interface PromptPlace {
  /** The line, without the blanks around it. */
  readonly text: string;
  readonly ranges: readonly MatchRange[];
}

/** Whether a word of a prompt is what a word of a query asks for: a short one is meant as it is, a longer one may go on. */
function fitsInPrompt(word: string, asked: string): boolean {
  return mayGoOn(asked) ? word.startsWith(asked) : word === asked;
}

/** Whether a word of a query may go on in a prompt. */
export const mayGoOn = (asked: string): boolean => asked.length > MAX_WHOLE;

const MAX_WHOLE = 3;

/** Of a long line as much is told. */
const LONGEST_LINE = 2_000;

/**
 * The first of the lines of a prompt that hold the most of some words; `null` where none has any.
 *
 * @param words Folded.
 */
export function promptPlace(body: string, words: readonly string[]): PromptPlace | null {
  let best: PromptPlace | null = null;
  let most = 0;
  for (const line of body.split('\n')) {
    const text = line.trim().slice(0, LONGEST_LINE);
    const folded = foldText(text);
    if (!words.some((word) => folded.includes(word))) continue;
    const all = wordsOf(text);
    const found = words.map((asked) =>
      all.filter((word) => fitsInPrompt(word.text, asked)).map(({ start, end }): MatchRange => [start, end]),
    );
    const count = found.filter(({ length }) => length > 0).length;
    if (count <= most) continue;
    most = count;
    best = { text, ranges: joinRanges(wholeLetters(text, found.flat())) };
    if (count === words.length) break;
  }
  return best;
}
