import { foldText } from './fold-text.ts';

/** How well an abbreviation fits a name, and the letters it takes. */
export interface AbbreviationMatch {
  /** 0 to 1: the mean over the letters, where one that starts a word counts most. */
  readonly quality: number;
  /** Places of the letters in the name, rising. */
  readonly positions: readonly number[];
}

/** Names are short; longer ones are matched by their beginning, which bounds the work on a key press. */
const MAX_NAME = 96;
const MAX_LETTERS = 32;

const WORD_START = 1;
const NEXT_LETTER = 0.9;
const LATER_LETTER = 0.3;

const LETTER = /[\p{L}\p{N}]/u;

/** A name made ready for {@link matchAbbreviation}. */
export interface AbbreviableName {
  readonly folded: string;
  /** Whether a word starts at each place. */
  readonly starts: readonly boolean[];
}

/** Prepare a name: fold it and find its word starts, camel case included. */
export function abbreviable(name: string): AbbreviableName {
  const cut = name.slice(0, MAX_NAME);
  const starts = Array.from({ length: cut.length }, (_, at) => startsWord(cut, at));
  return { folded: foldText(cut), starts };
}

/**
 * Match letters against a name as people abbreviate: in order, the first at the start of a word (`bkarch` for
 * `backend-architect`). Of all ways to place them the best is taken, by dynamic programming as in fzf's second
 * algorithm, in time proportional to letters × name.
 *
 * @param letters Folded letters without spaces.
 * @returns `null` if the letters do not occur in this order.
 */
export function matchAbbreviation(letters: string, { folded, starts }: AbbreviableName): AbbreviationMatch | null {
  if (letters.length === 0 || letters.length > MAX_LETTERS || !occursInOrder(letters, folded)) return null;
  const from: (readonly number[])[] = [];
  let row: Row = { scores: [], origins: [] };
  for (const [index, letter] of [...letters].entries()) {
    row = nextRow(letter, index === 0, row.scores, folded, starts);
    from.push(row.origins);
  }
  return traceBack(from, row.scores);
}

/** One letter at every place of the name: the best sum up to it, and where the letter before it then stands. */
interface Row {
  readonly scores: readonly number[];
  readonly origins: readonly number[];
}

const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

function nextRow(
  letter: string,
  isFirst: boolean,
  before: readonly number[],
  folded: string,
  starts: readonly boolean[],
): Row {
  const scores = new Array<number>(folded.length).fill(IMPOSSIBLE);
  const origins = new Array<number>(folded.length).fill(-1);
  let best = isFirst ? 0 : IMPOSSIBLE;
  let bestAt = -1;
  for (let at = 0; at < folded.length; at++) {
    const isStart = starts[at] === true;
    if (letter === folded[at] && (isStart || !isFirst)) {
      const next = (before[at - 1] ?? IMPOSSIBLE) + NEXT_LETTER;
      const jump = best + (isStart ? WORD_START : LATER_LETTER);
      scores[at] = Math.max(next, jump);
      origins[at] = next >= jump ? at - 1 : bestAt;
    }
    const earlier = before[at] ?? IMPOSSIBLE;
    if (earlier > best) {
      best = earlier;
      bestAt = at;
    }
  }
  return { scores, origins };
}

function traceBack(from: readonly (readonly number[])[], last: readonly number[]): AbbreviationMatch | null {
  const sum = Math.max(...last);
  if (!Number.isFinite(sum)) return null;
  const positions: number[] = [];
  let at = last.indexOf(sum);
  for (let index = from.length - 1; index >= 0; index--) {
    positions.unshift(at);
    at = from[index]?.[at] ?? -1;
  }
  return { quality: sum / from.length, positions };
}

function occursInOrder(letters: string, text: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function startsWord(name: string, at: number): boolean {
  const character = name[at] ?? '';
  if (!LETTER.test(character)) return false;
  const before = name[at - 1] ?? ' ';
  return !LETTER.test(before) || (before === before.toLowerCase() && character !== character.toLowerCase());
}
