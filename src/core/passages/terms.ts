import { stem } from 'porter2';
import { onForget } from '../../kit/memo.ts';
import { once } from '../../kit/once.ts';
import { STOP_WORDS } from './stop-words.ts';

/**
 * The terms of a text, in order: what two texts must share to be about the same thing.
 *
 * English words are stemmed (Porter2, the Snowball project's revision of Porter 1980). Words of other alphabets
 * count by their first five letters, for want of a stemmer for each, which does most of what stemming does in inflected
 * languages (Can et al., "Information retrieval on Turkish texts", 2008). Chinese, Japanese, Korean and Thai give each pair of neighbouring
 * characters (bigrams, as is usual in retrieval of such text), a character that stands alone itself. Function words are
 * left out.
 *
 * @param text Any text at all, Markdown included. Linear in its length; of a run of letters without end only the
 * beginning counts.
 */
export function termsOf(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(termOf);
}

/**
 * The words of a text before stemming: lower case, without accents, apostrophes left out (`don’t` is `dont`); bigrams
 * for Chinese, Japanese, Korean and Thai.
 */
export function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return asciiWords(lower);
  const words: string[] = [];
  // A dash or an emoji in one line does not slow down the others.
  for (const line of lower.split('\n')) {
    for (const word of ASCII.test(line) ? asciiWords(line) : wordsOfAnyScript(line)) words.push(word);
  }
  return words;
}

function wordsOfAnyScript(text: string): readonly string[] {
  const folded = text.normalize('NFKD').replace(marks(), '$1').replace(APOSTROPHE, '').normalize('NFC');
  const words: string[] = [];
  for (const run of folded.match(runs()) ?? []) {
    if (!unspaced().test(run)) words.push(run.slice(0, LONGEST_WORD));
    else for (const pair of bigrams(run)) words.push(pair);
  }
  return words;
}

function asciiWords(text: string): readonly string[] {
  const words: string[] = text.replace(APOSTROPHE, '').match(ASCII_RUN) ?? [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.length > LONGEST_WORD) words[at] = word.slice(0, LONGEST_WORD);
  }
  return words;
}

/** The term that a word counts as. */
export function termOf(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const term = ENGLISH.test(word) ? (IRREGULAR.get(word) ?? stem(word)) : beginning(word);
  // Words repeat within and across definitions; those that a hostile text makes up need not be kept.
  if (cache.size < CACHED_WORDS) cache.set(word, term);
  return term;
}

const cache = new Map<string, string>();
const CACHED_WORDS = 50_000;
onForget(() => cache.clear());

/** Words whose stem would be that of a word with another meaning, or not that of their family. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['responsibility', 'responsibility'],
  ['responsibilities', 'responsibility'],
  ['debugger', 'debug'],
  ['integrity', 'integrity'],
  ['architecture', 'architect'],
  ['architectures', 'architect'],
  ['architectural', 'architect'],
  ['analysis', 'analyz'],
  ['analyses', 'analyz'],
  ['analyst', 'analyz'],
  ['optimal', 'optim'],
  ['db', 'databas'],
  ['databases', 'databas'],
  ['apis', 'api'],
  ['docs', 'document'],
  ['doc', 'document'],
  ['observability', 'monitor'],
  ['auth', 'authent'],
]);

const LONGEST_WORD = 40;
const LETTERS_THAT_COUNT = 5;

const ASCII = /^[\0-\x7f]*$/;
const APOSTROPHE = /['’ʼ]/g;
/** Accents on Latin letters. In other scripts a mark can make another letter. */
const marks = once(() => /(\p{Script=Latin})\p{Mn}+/gu);
const ASCII_RUN = /[a-z][a-z0-9]*|(?<![0-9])[0-9]+[a-z][a-z0-9]*/g;
/** With the mark that makes a vowel of kana long, which is of no script. */
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u30FC`;
const runs = once(
  () =>
    new RegExp(String.raw`[${CJK}]+|[a-z][a-z0-9]*|(?<![0-9])[0-9]+[a-z][a-z0-9]*|(?:(?![${CJK}])[\p{L}\p{M}])+`, 'gu'),
);
const unspaced = once(() => new RegExp(`[${CJK}]`, 'u'));
const ENGLISH = /^[a-z0-9]+$/;

function bigrams(run: string): readonly string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

function beginning(word: string): string {
  return word.length > LETTERS_THAT_COUNT ? word.slice(0, LETTERS_THAT_COUNT) : word;
}
