import { once } from '../../kit/once.ts';

/** A line that says something of its own: long enough not to stand everywhere by chance. */
export interface SayingLine {
  /** As it stands in the file, without blanks around it. */
  readonly text: string;
  /** Its letters and digits in lower case, without its bullet or number: what two copies of it share. */
  readonly key: string;
}

/** Letters and digits of a saying line, at least. A character of a script without spaces says as much as two. */
const LEAST_LENGTH = 20;

/**
 * The lines of a text that say something, each key once, in the order of the text. Case, punctuation, bullets, heading
 * marks, emphasis and white space do not tell two lines apart. Linear in the length of the text.
 */
export function sayingLines(text: string): readonly SayingLine[] {
  const found = new Map<string, SayingLine>();
  for (const line of text.normalize('NFC').split(LINE_END)) {
    const key = keyOf(line);
    if (key !== null && !found.has(key)) found.set(key, { text: line.trim(), key });
  }
  return [...found.values()];
}

const LINE_END = /\r\n|[\r\n]/;
/** The number that opens an item; other bullets have neither letters nor digits, but for the cross of a check box. */
const NUMBER = /^[\s>]*(?:\d{1,9}[.)]|[-*+] \[[xX]\])[ \t]/;
const noLetters = once(() => /[^\p{L}\p{M}\p{N}]+/gu);

function keyOf(line: string): string | null {
  if (line.length < LEAST_LENGTH / 2) return null;
  const key = line.replace(NUMBER, '').toLowerCase().replace(noLetters(), '');
  if (key.length >= LEAST_LENGTH) return key;
  if (key.length < LEAST_LENGTH / 2) return null;
  return key.length + unspacedIn(key) >= LEAST_LENGTH ? key : null;
}

/** Whether a key is mostly of scripts without spaces, where a run of characters says less than one of words. */
export function isUnspaced(key: string): boolean {
  return unspacedIn(key) > key.length / 2;
}

const unspacedIn = (key: string): number => key.match(unspaced())?.length ?? 0;

const unspaced = once(() => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu);
