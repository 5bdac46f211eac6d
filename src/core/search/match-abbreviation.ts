import { foldText } from './fold-text.ts';
import { LATER_LETTER, NEXT_LETTER, SKIPPING_START, STRAY_LETTER, WORD_START } from './weights.ts';

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

/**
 * Match letters against a name as people abbreviate: in order, the first at the start of a word (`bkarch` for
 * `backend-architect`). Of all ways to place them the best is taken, by dynamic programming as in fzf's second
 * algorithm, in time proportional to letters × name.
 *
 * @param letters Folded letters without spaces.
 * @param name As written: camel case starts words too.
 * @returns `null` if the letters do not occur in this order.
 */
export function matchAbbreviation(letters: string, name: string): AbbreviationMatch | null {
  const cut = name.length > MAX_NAME ? name.slice(0, MAX_NAME) : name;
  const folded = foldText(cut);
  if (letters.length === 0 || letters.length > MAX_LETTERS || !occursInOrder(letters, folded)) return null;
  for (let at = 0; at < cut.length; at++) starts[at] = startsWord(cut, at) ? 1 : 0;
  firstStart = starts.subarray(0, cut.length).indexOf(1);
  for (let index = 0; index < letters.length; index++) placeLetter(letters[index] ?? '', index, folded);
  return bestPlaces(letters.length, cut.length);
}

// Room to work in, used again for each name: a key press may look at thousands.

const IMPOSSIBLE = Number.NEGATIVE_INFINITY;
/** Whether a word starts at each place. */
const starts = new Uint8Array(MAX_NAME);
let firstStart = 0;
/** The best sum of the letters so far, with the last of them at each place. */
const sums = new Float64Array(MAX_NAME);
/** The same up to the letter before. */
const before = new Float64Array(MAX_NAME);
/** For each letter at each place, where the letter before it then stands. */
const origins = new Int8Array(MAX_NAME * MAX_LETTERS);

/**
 * One letter more: from the sums up to the letter before to the sums up to this one.
 *
 * What a letter is worth depends on where the one before it stands: right before it, in the same word, in the word
 * before, or further back. Of each stretch the best place so far is kept.
 */
function placeLetter(letter: string, index: number, folded: string): void {
  let inWord = -1;
  let inWordBefore = -1;
  let further = -1;
  let next = -1;
  before.set(sums);
  for (let at = 0; at < folded.length; at++) {
    const isStart = starts[at] === 1;
    if (isStart) {
      further = better(further, inWordBefore);
      inWordBefore = inWord;
      inWord = -1;
    }
    sums[at] = IMPOSSIBLE;
    if (letter === folded[at]) {
      if (index === 0) firstLetter(at, isStart);
      else {
        follow(at, index, next, NEXT_LETTER);
        follow(at, index, inWord, LATER_LETTER);
        follow(at, index, inWordBefore, isStart ? WORD_START : STRAY_LETTER);
        follow(at, index, further, isStart ? SKIPPING_START : STRAY_LETTER);
      }
    }
    inWord = better(inWord, at);
    next = at;
  }
}

/** The first letter has to start a word, best the first one. */
function firstLetter(at: number, isStart: boolean): void {
  if (isStart) sums[at] = at === firstStart ? WORD_START : SKIPPING_START;
}

/** A letter after another at an earlier place, if no better one was found. */
function follow(at: number, index: number, from: number, worth: number): void {
  const sum = from < 0 ? IMPOSSIBLE : (before[from] ?? IMPOSSIBLE) + worth;
  if (sum <= (sums[at] ?? IMPOSSIBLE)) return;
  sums[at] = sum;
  origins[index * MAX_NAME + at] = from;
}

/** Of two places the one with the better sum of the letters before; -1 is no place. */
function better(one: number, other: number): number {
  if (one < 0 || other < 0) return Math.max(one, other);
  return (before[other] ?? IMPOSSIBLE) > (before[one] ?? IMPOSSIBLE) ? other : one;
}

function bestPlaces(count: number, length: number): AbbreviationMatch | null {
  let at = 0;
  for (let other = 1; other < length; other++) if ((sums[other] ?? IMPOSSIBLE) > (sums[at] ?? IMPOSSIBLE)) at = other;
  const sum = sums[at] ?? IMPOSSIBLE;
  if (!Number.isFinite(sum)) return null;
  const positions: number[] = [];
  for (let index = count - 1; index >= 0; index--) {
    positions.unshift(at);
    at = origins[index * MAX_NAME + at] ?? 0;
  }
  return { quality: sum / count, positions };
}

/** Whether a text holds some letters in their order, with anything between them. */
export function occursInOrder(letters: string, text: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Whether a word starts at a place: a letter or digit after something else, or a capital after a small letter. */
function startsWord(name: string, at: number): boolean {
  const character = name[at] ?? '';
  if (!isLetter(character)) return false;
  const before = name[at - 1] ?? ' ';
  return !isLetter(before) || (before === before.toLowerCase() && character !== character.toLowerCase());
}

const LETTER = /[\p{L}\p{N}]/u;

function isLetter(character: string): boolean {
  if (character > '\x7f') return LETTER.test(character);
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    (character >= '0' && character <= '9')
  );
}
