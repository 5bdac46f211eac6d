/** Places of words: those of word `n` are `places` from `starts[n]` to `starts[n + 1]`. */
export interface PackedPlaces {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/** Places of words in the order they were noted. */
export interface PlaceLog {
  readonly words: Uint32Array;
  readonly places: Uint32Array;
  /** As many of them are in use. */
  readonly length: number;
}

/** No places. */
export const NO_PLACES: PackedPlaces = { starts: new Uint32Array(1), places: new Uint32Array(0) };

/**
 * Sort logged places to those packed before: a counting sort by word, which keeps the order they were noted in.
 *
 * @param words How many words there are, more than any in the log.
 */
export function packPlaces(before: PackedPlaces, log: PlaceLog, words: number): PackedPlaces {
  const starts = startsOf(before, log, words);
  const places = new Uint32Array(starts[words] ?? 0);
  const next = starts.slice();
  const packedWords = before.starts.length - 1;
  for (let word = 0; word < packedWords; word++) {
    const old = before.places.subarray(before.starts[word], before.starts[word + 1]);
    const to = next[word] ?? 0;
    places.set(old, to);
    next[word] = to + old.length;
  }
  for (let at = 0; at < log.length; at++) {
    const word = log.words[at] ?? 0;
    const to = next[word] ?? 0;
    places[to] = log.places[at] ?? 0;
    next[word] = to + 1;
  }
  return { starts, places };
}

function startsOf(before: PackedPlaces, log: PlaceLog, words: number): Uint32Array {
  const starts = new Uint32Array(words + 1);
  const add = (word: number, count: number) => {
    starts[word + 1] = (starts[word + 1] ?? 0) + count;
  };
  for (let word = 0; word + 1 < before.starts.length; word++) {
    add(word, (before.starts[word + 1] ?? 0) - (before.starts[word] ?? 0));
  }
  for (let at = 0; at < log.length; at++) add(log.words[at] ?? 0, 1);
  for (let word = 0; word < words; word++) add(word, starts[word] ?? 0);
  return starts;
}
