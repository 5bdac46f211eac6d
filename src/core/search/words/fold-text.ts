import { onForget } from '../../../kit/memo.ts';
import { once } from '../../../kit/once.ts';

/** A word of a text, folded, with its place in the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Text as search compares it: lower case, without accents, and letters that are written in several ways in one: `ß` is
 * `ss`, full width is plain, a letter and its mark typed apart are the letter. May be longer or shorter than the text.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.replace(OTHERS, foldOthers).toLowerCase();
}

/**
 * Where a stretch of a folded text stands in the text it was made from.
 *
 * @param text A word, or a name.
 * @returns Units of the text; whole characters with their marks, never half of one.
 */
export function unfoldedRange(text: string, start: number, end: number): readonly [start: number, end: number] {
  if (ASCII.test(text)) return [start, end];
  let from: number | null = null;
  let at = 0;
  let folded = 0;
  for (const [character] of text.matchAll(characters())) {
    if (folded <= start) from = at;
    folded += foldText(character).length;
    at += character.length;
    if (folded >= end) break;
  }
  return [from ?? 0, at];
}

/**
 * The words of a text, in order, folded: runs of letters and digits, with `c++` and `c#` kept whole. A run in camel
 * case is read both ways, as itself and as its parts: `PostgreSQL` gives `postgresql`, `postgre` and `sql`. So is one
 * behind a point: `.NET` gives `net` and `.net`. Of runs longer than 64 units, which are data and not words, only the
 * beginning counts.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const lower = ASCII.test(text) ? text.toLowerCase() : null;
  const add = (start: number, end: number) => {
    const cut = Math.min(end, start + MAX_WORD);
    const folded = lower?.slice(start, cut) ?? foldText(text.slice(start, cut));
    // Marks without a letter are none.
    if (folded !== '') words.push({ text: folded, start, end: cut });
  };
  for (const { 0: run, index } of text.matchAll(lower === null ? runs() : ASCII_RUNS)) {
    const end = index + run.length;
    add(index, end);
    if (text.charCodeAt(index - 1) === POINT && LETTERS.test(run)) add(index - 1, end);
    const isEven = run.length > MAX_WORD || lower?.endsWith(run.slice(1), end) === true;
    const humps = !isEven && HUMP.test(run) ? Array.from(run.matchAll(humpStarts()), (hump) => index + hump.index) : [];
    if (humps.length > 0) for (const [at, start] of [index, ...humps].entries()) add(start, humps[at] ?? end);
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
const POINT = 46;
const ASCII = /^[\0-\x7f]*$/;
/** The same that {@link runs} finds in such a text, without the classes of Unicode, which take a while to be worked out. */
const ASCII_RUNS = /[a-z0-9]+[+#]*/gi;
const runs = once(() => /[\p{L}\p{M}\p{N}]+[+#]*/gu);
/** What can follow a point and be named with it. */
const LETTERS = /^[a-z]{2,}$/i;
/** A capital further on than at the start; in `APIs` the small letter starts no word. */
const HUMP = /^(?!\p{Lu}+s$).+\p{Lu}/su;
const humpStarts = once(() => /(?<=[\p{Ll}\p{N}])\p{Lu}|(?<=\p{Lu})\p{Lu}(?=\p{Ll})/gu);
const ACCENTS = /[\u0300-\u036f]+/g;
/** Characters with all that belongs to them. */
const characters = once(() => /[\u1100-\u115f][\u1160-\u11ff]*\p{M}*|.[\uff9e\uff9f\p{M}]*/gsu);
/** Letters that no mark makes, as they are typed without them. */
const TYPED_AS: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * Runs that are looked up; the rest, most of a text, is made small at once. Classes of Unicode take ten times as long, and
 * are asked of these runs alone.
 */
const OTHERS = /[^\0-\x7f]+/g;
const FOLDABLE = /[^\0-\x7f][\uff9e\uff9f]?\p{M}*/gu;
/** Texts are full of the same few dozen signs. */
const folds = new Map<string, string>();
const MAX_FOLDS = 4_096;
/** Longer runs are words of other scripts, which are many. */
const MAX_KEPT = 3;
onForget(() => folds.clear());

function foldOthers(run: string): string {
  return run.length > MAX_KEPT ? computeRun(run) : remembering(run, computeRun);
}

function computeRun(run: string): string {
  return run.normalize('NFC').replace(FOLDABLE, (character) => remembering(character, computeFold));
}

function remembering(text: string, compute: (text: string) => string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  const folded = compute(text);
  if (folds.size < MAX_FOLDS) folds.set(text, folded);
  return folded;
}

function computeFold(character: string): string {
  const parts = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(ACCENTS, '');
  return (TYPED_AS[parts] ?? parts).normalize('NFC');
}
