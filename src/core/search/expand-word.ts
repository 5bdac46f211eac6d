import Fuse from 'fuse.js';

/** All distinct words that can be found, made ready for {@link expandWord}. */
export interface Vocabulary {
  /** Sorted by code unit. */
  readonly words: readonly string[];
  /** One bit per letter that a word has, to pass over words that cannot match. */
  readonly letters: Int32Array;
}

/** Sort words and note their letters. */
export function createVocabulary(distinct: Iterable<string>): Vocabulary {
  const words = [...distinct].sort();
  return { words, letters: Int32Array.from(words, letterMask) };
}

/**
 * The words that a word of a query may stand for, each with the quality of the match: 1 for the word itself, then
 * longer words that begin with it, then those that contain it.
 */
export function expandLiterally(query: string, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const { words, letters } = vocabulary;
  const found = new Map<string, number>();
  const mask = letterMask(query);
  const inside = query.length >= MIN_INSIDE || !ASCII_WORD.test(query);
  for (let at = 0; at < words.length; at++) {
    if ((mask & ~(letters[at] ?? 0)) !== 0) continue;
    const word = words[at] ?? '';
    const place = inside ? word.indexOf(query) : word.startsWith(query) ? 0 : -1;
    if (place < 0) continue;
    const share = query.length / word.length;
    found.set(word, place === 0 ? (share === 1 ? 1 : 0.75 + 0.2 * share) : 0.45 + 0.2 * share);
  }
  return found;
}

/**
 * The words that a word of a query may stand for when it is mistyped or shortened: neighbouring letters swapped,
 * another single mistake (found by fuse.js, whose Bitap counts a swap as two), letters left out (`dsgn`).
 *
 * Words of one or two letters are too short to be wrong in.
 */
export function expandLoosely(query: string, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const keep = (word: string, quality: number) => found.set(word, Math.max(quality, found.get(word) ?? 0));
  if (query.length < MIN_LOOSE || query.length > MAX_LOOSE) return found;
  const similar = vocabulary.words.filter(
    (word, at) => word.length >= query.length - 1 && bits(letterMask(query) & ~(vocabulary.letters[at] ?? 0)) <= 1,
  );
  const swaps = swapped(query);
  for (const word of similar) {
    if (swaps.some((swap) => word.startsWith(swap))) keep(word, 0.7 * closeness(query, word));
    else if (word[0] === query[0] && holdsInOrder(word, query)) keep(word, 0.5 * closeness(query, word));
  }
  if (query.length >= MIN_TYPO) {
    for (const { item, score = 1 } of typoSearch(similar, query).search(query)) {
      keep(item, (0.75 - score) * closeness(query, item));
    }
  }
  return found;
}

const MIN_INSIDE = 3;
const MIN_LOOSE = 3;
const MIN_TYPO = 4;
/** Bitap works on 32 bits; longer words are data, not typing. */
const MAX_LOOSE = 32;
const ASCII_WORD = /^[\0-\x7f]*$/;

/** One mistake, at the beginning of a word: Bitap's score is the share of letters that are wrong. */
function typoSearch(words: readonly string[], query: string): Fuse<string> {
  return new Fuse(words, {
    threshold: 1.01 / query.length + 0.02,
    distance: 100,
    includeScore: true,
    ignoreFieldNorm: true,
    shouldSort: false,
  });
}

/** A word much longer than what was typed is less likely meant. */
function closeness(query: string, word: string): number {
  return 0.6 + 0.4 * Math.min(1, query.length / word.length);
}

function swapped(query: string): readonly string[] {
  return Array.from({ length: query.length - 1 }, (_, at) =>
    [query.slice(0, at), query[at + 1], query[at], query.slice(at + 2)].join(''),
  ).filter((swap) => swap !== query);
}

function holdsInOrder(word: string, letters: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = word.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** One bit for each Latin letter, and one of six for anything else. */
function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    mask |= code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << (26 + (code % 6));
  }
  return mask;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
