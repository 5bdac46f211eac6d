import { onForget } from '../../../kit/memo.ts';
import { once } from '../../../kit/once.ts';

/** A word of a text, folded, with its place in the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Text as search compares it: lower case, without accents.
 *
 * Law: the result has the length of the text, unit by unit, so that a place in one is a place in the other. Letters
 * whose lower case is longer or shorter stay as they are.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.replace(FOLDABLE, foldCharacter);
}

/**
 * The words of a text, in order, folded: runs of letters and digits, with `c++` and `c#` kept whole. A run in camel
 * case is read both ways, as itself and as its parts: `PostgreSQL` gives `postgresql`, `postgre` and `sql`. Of runs
 * longer than 64 units, which are data and not words, only the beginning counts.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const folded = foldText(text);
  const add = (start: number, end: number) => {
    const cut = Math.min(end, start + MAX_WORD);
    words.push({ text: folded.slice(start, cut), start, end: cut });
  };
  for (const { 0: run, index } of text.matchAll(runs())) {
    add(index, index + run.length);
    const hasHumps = run.length <= MAX_WORD && !folded.endsWith(run.slice(1), index + run.length);
    const humps = hasHumps ? [...run.matchAll(humpStarts())].map((hump) => index + hump.index) : [];
    for (const [at, start] of [index, ...humps].entries()) {
      if (humps.length > 0) add(start, humps[at] ?? index + run.length);
    }
  }
  return words;
}

/**
 * The words of a text in their plainest reading, folded: those of {@link wordsOf} without the parts of camel case.
 * Phrases and the beginnings of names are compared by these.
 */
export function plainWordsOf(text: string): readonly Word[] {
  return withoutParts(wordsOf(text));
}

/** Of the words of a text those that are no parts of another. */
export function withoutParts(words: readonly Word[]): readonly Word[] {
  let end = 0;
  return words.filter((word) => {
    const isPart = word.start < end;
    if (!isPart) end = word.end;
    return !isPart;
  });
}

/** Longest word there is; of longer runs the beginning counts. */
const MAX_WORD = 64;
const ASCII = /^[\0-\x7f]*$/;
const runs = once(() => /[\p{L}\p{M}\p{N}]+[+#]*/gu);
const humpStarts = once(() => /(?<=[\p{Ll}\p{N}])\p{Lu}|(?<=\p{Lu})\p{Lu}(?=\p{Ll})/gu);
const ACCENTS = /^[\u0300-\u036f]+$/;

/** What folding may change: capitals, and whatever is not ASCII. */
const FOLDABLE = /[A-Z]+|[^\0-\x7f]/gu;
/** Texts are full of the same few dozen characters outside of ASCII. */
const folds = new Map<string, string>();
const MAX_FOLDS = 4_096;
onForget(() => folds.clear());

function foldCharacter(character: string): string {
  if (character <= '\x7f') return character.toLowerCase();
  const known = folds.get(character);
  if (known !== undefined) return known;
  const folded = computeFold(character);
  if (folds.size < MAX_FOLDS) folds.set(character, folded);
  return folded;
}

function computeFold(character: string): string {
  const [first = character, ...marks] = character.normalize('NFD');
  const isAccented = first.length === character.length && marks.length > 0 && ACCENTS.test(marks.join(''));
  const base = isAccented ? first : character;
  const lower = base.toLowerCase();
  return lower.length === base.length ? lower : base;
}
