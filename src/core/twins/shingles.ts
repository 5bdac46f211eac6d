import { once } from '../../kit/once.ts';

/** Words in a shingle of whole prompts. Fewer would make every two prompts alike, more would make a changed word cost too much. */
const SHINGLE_WORDS = 4;

/**
 * A function that turns a text into its shingles: the set of all runs of some words, each run as a hash of 32 bits.
 *
 * Words are runs of letters and digits in lower case and Unicode NFC, so white space, line breaks, case, punctuation and
 * Markdown's signs do not count. Scripts written without spaces give a word for each character. A text of fewer words
 * is one shingle. Hashes are FNV-1a for words, and a polynomial of these, finished as in MurmurHash3, for runs.
 *
 * Source: Broder, "On the resemblance and containment of documents", 1997.
 *
 * @param size How many words a run has.
 * @returns A function from any text to its distinct shingles in ascending order; none for a text without words. Linear
 * in the length of the text but for the sorting of its shingles. The function keeps a table and a buffer between calls,
 * and nothing of the texts.
 */
export function createShingler(size = SHINGLE_WORDS): (text: string) => Uint32Array {
  const kinds = new Uint8Array(CODE_POINTS);
  let buffer = new Uint32Array(4_096);

  return (text) => {
    const plain = text.normalize('NFC').toLowerCase();
    if (buffer.length < plain.length) buffer = new Uint32Array(plain.length);
    const words = hashWords(plain, kinds, buffer);
    const runs = hashRuns(buffer, words, size);
    return distinct(buffer.subarray(0, runs).sort());
  };
}

const CODE_POINTS = 0x110000;

// What a character is to a word; 0 is not known yet.
const SEPARATOR = 1;
const LETTER = 2;
/** A word by itself. */
const SINGLE = 3;

const wordCharacter = once(() => /[\p{L}\p{M}\p{N}]/u);
const unspaced = once(
  () =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
);

function kindOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (!wordCharacter().test(character)) return SEPARATOR;
  return unspaced().test(character) ? SINGLE : LETTER;
}

/** Offset basis and prime of FNV-1a (Fowler, Noll, Vo) for 32 bits. */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Writes the hash of each word into a buffer as long as the text; returns how many there are. */
function hashWords(text: string, kinds: Uint8Array, hashes: Uint32Array): number {
  let count = 0;
  let hash = FNV_BASIS;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    const kind = kinds[code] || kindOf(code);
    kinds[code] = kind;
    if (inWord && kind !== LETTER) hashes[count++] = hash;
    if (!inWord || kind !== LETTER) hash = FNV_BASIS;
    inWord = kind === LETTER;
    if (kind !== SEPARATOR) hash = Math.imul(hash ^ code, FNV_PRIME);
    if (kind === SINGLE) hashes[count++] = hash;
  }
  if (inWord) hashes[count++] = hash;
  return count;
}

/** Odd, so that every word of a run counts in every bit above its lowest. */
const BASE = 0x9e3779b1;

/** Replaces the hashes of words by those of the runs that start at them; returns how many runs there are. */
function hashRuns(hashes: Uint32Array, words: number, most: number): number {
  if (words === 0) return 0;
  const size = Math.min(most, words);
  const runs = words - size + 1;
  for (let start = 0; start < runs; start++) {
    let hash = size;
    for (let at = start; at < start + size; at++) hash = (Math.imul(hash, BASE) + (hashes[at] ?? 0)) | 0;
    hashes[start] = finished(hash);
  }
  return runs;
}

/** The last step of MurmurHash3 (Appleby): every bit in comes to bear on every bit out. */
function finished(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** A copy of ascending numbers with each only once. */
function distinct(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) count++;
  }
  const result = new Uint32Array(count);
  let next = 0;
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    if (at === 0 || value !== sorted[at - 1]) result[next++] = value;
  }
  return result;
}
