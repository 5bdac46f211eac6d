import { once } from '../../../kit/once.ts';
import { foldText } from '../words/fold-text.ts';
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
 * algorithm, over the places where each letter stands.
 *
 * @param letters Folded letters without spaces.
 * @param name As written: camel case starts words too. Positions are those in the folded name.
 * @returns `null` if the letters do not occur in this order.
 */
export function matchAbbreviation(letters: string, name: string): AbbreviationMatch | null {
  const quality = abbreviationQuality(letters, name, foldText(name));
  return quality < 0 ? null : { quality, positions: bestPositions(letters.length) };
}

/**
 * The quality of the match alone, or -1 if there is none: a key press may ask it of thousands of names.
 *
 * @param foldedName The name folded.
 * @returns As in {@link AbbreviationMatch}.
 */
export function abbreviationQuality(letters: string, name: string, foldedName: string): number {
  // Where folding changed the length, the folded name has the places, though not the capitals.
  const written = name.length === foldedName.length ? name : foldedName;
  const cut = written.length > MAX_NAME ? written.slice(0, MAX_NAME) : written;
  const folded = foldedName.length > MAX_NAME ? foldedName.slice(0, MAX_NAME) : foldedName;
  if (letters.length === 0 || letters.length > MAX_LETTERS) return -1;
  numberWords(cut, folded.lastIndexOf(letters.at(-1) ?? '') + 1);
  let count = placeFirst(letters, folded);
  for (let letter = 1; letter < letters.length && count > 0; letter++)
    count = placeNext(letters, letter, folded, count);
  if (count === 0) return -1;
  const row = (letters.length - 1) * MAX_NAME;
  best = row;
  for (let at = row + 1; at < row + count; at++) if ((sums[at] ?? 0) > (sums[best] ?? 0)) best = at;
  return (sums[best] ?? 0) / letters.length;
}

// Room to work in, used again for each name. Of each letter there is a row of entries, one for each place where it can
// stand behind the letters before it.

/** Of each place in the name, the number of the word it is in, and whether it starts it. */
const words = new Uint8Array(MAX_NAME);
const starts = new Uint8Array(MAX_NAME);
/** By entry: the place, the best sum up to this letter if it stands there, and the entry of the letter before it then. */
const places = new Uint8Array(MAX_NAME * MAX_LETTERS);
const sums = new Float64Array(MAX_NAME * MAX_LETTERS);
const origins = new Int16Array(MAX_NAME * MAX_LETTERS);
/** The entry of the last letter that is best. */
let best = 0;

/** @param end As far as any letter can stand. */
function numberWords(name: string, end: number): void {
  let word = 0;
  let before = NO_LETTER;
  for (let at = 0; at < end; at++) {
    const code = name.charCodeAt(at);
    const kind = (code < 128 ? ASCII_KINDS[code] : kindOf(name[at] ?? '')) ?? NO_LETTER;
    // A letter or digit after something else, or a capital after a small letter.
    const isStart = kind !== NO_LETTER && (before === NO_LETTER || (kind === CAPITAL && before === SMALL));
    if (isStart) word += 1;
    words[at] = word;
    starts[at] = isStart ? 1 : 0;
    before = kind;
  }
}

// What a character is to the words of a name; digits, and letters without case, are small.
const NO_LETTER = 0;
const SMALL = 1;
const CAPITAL = 2;

function kindOf(character: string): number {
  if (!letterOrDigit().test(character)) return NO_LETTER;
  return character === character.toLowerCase() ? SMALL : CAPITAL;
}

const letterOrDigit = once(() => /[\p{L}\p{N}]/u);

const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/.test(character)) return SMALL;
  return /[A-Z]/.test(character) ? CAPITAL : NO_LETTER;
});

/** The first letter has to start a word, best the first one. */
function placeFirst(letters: string, folded: string): number {
  const letter = letters[0] ?? '';
  let count = 0;
  for (let at = folded.indexOf(letter); at >= 0; at = folded.indexOf(letter, at + 1)) {
    if (starts[at] === 0) continue;
    places[count] = at;
    sums[count] = words[at] === 1 ? WORD_START : SKIPPING_START;
    count += 1;
  }
  return count;
}

/**
 * One letter more. What it is worth depends on where the one before it stands: right before it, in the same word, in the
 * word before, or further back. Of each stretch the best entry so far is kept, the first of equal ones.
 *
 * @param count Entries of the letter before.
 * @returns Entries of this one.
 */
function placeNext(letters: string, index: number, folded: string, count: number): number {
  const letter = letters[index] ?? '';
  const row = index * MAX_NAME;
  const behind = row - MAX_NAME;
  const first = (places[behind] ?? 0) + 1;
  reach.from = behind;
  reach.word = 0;
  reach.next = reach.inWord = reach.inWordBefore = reach.further = NOWHERE;
  let placed = row;
  for (let at = folded.indexOf(letter, first); at >= 0; at = folded.indexOf(letter, at + 1)) {
    reachPlace(at, behind + count);
    const isStart = starts[at] === 1;
    places[placed] = at;
    sums[placed] = IMPOSSIBLE;
    follow(placed, reach.next, NEXT_LETTER);
    follow(placed, reach.inWord, LATER_LETTER);
    follow(placed, reach.inWordBefore, isStart ? WORD_START : STRAY_LETTER);
    follow(placed, reach.further, isStart ? SKIPPING_START : STRAY_LETTER);
    placed += 1;
  }
  return placed - row;
}

const NOWHERE = -1;

/** The entries of the letter before that stand before a place, as far as it was reached: the best of each stretch. */
const reach = {
  /** The first entry that was not looked at. */
  from: 0,
  /** The word the place is in. */
  word: 0,
  next: NOWHERE,
  inWord: NOWHERE,
  inWordBefore: NOWHERE,
  further: NOWHERE,
};

/** Go on to a place: entries before it come in, those of words that were left move further back. */
function reachPlace(at: number, end: number): void {
  reach.next = NOWHERE;
  for (; reach.from < end && (places[reach.from] ?? 0) < at; reach.from += 1) {
    const place = places[reach.from] ?? 0;
    reachWord(words[place] ?? 0);
    reach.inWord = better(reach.inWord, reach.from);
    if (place === at - 1) reach.next = reach.from;
  }
  reachWord(words[at] ?? 0);
}

function reachWord(word: number): void {
  for (; reach.word < word; reach.word += 1) {
    reach.further = better(reach.further, reach.inWordBefore);
    reach.inWordBefore = reach.inWord;
    reach.inWord = NOWHERE;
  }
}

const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/** An entry after one of the letter before, if no better one was found. */
function follow(entry: number, from: number, worth: number): void {
  if (from === NOWHERE) return;
  const sum = (sums[from] ?? 0) + worth;
  if (sum <= (sums[entry] ?? IMPOSSIBLE)) return;
  sums[entry] = sum;
  origins[entry] = from;
}

/** Of two entries the one with the better sum. */
function better(one: number, other: number): number {
  if (one === NOWHERE || other === NOWHERE) return Math.max(one, other);
  return (sums[other] ?? 0) > (sums[one] ?? 0) ? other : one;
}

function bestPositions(count: number): readonly number[] {
  const positions: number[] = [];
  let entry = best;
  for (let letter = 0; letter < count; letter++) {
    positions.push(places[entry] ?? 0);
    entry = origins[entry] ?? 0;
  }
  return positions.reverse();
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
