import { containment } from './overlap.ts';

/** From here on a text counts as being inside another. */
export const INSIDE = 0.9;
/** Shorter texts say too little of their own to be found inside others. */
const LEAST_INSIDE = 40;
/** Shingles of a text that are looked for. */
const SAMPLE = 24;
/** Share of the sample that has to be found; at a containment of 0.9 fewer are found once in a thousand times. */
const FOUND = 0.65;
/** A shingle that is in the samples of more texts than this is a stock phrase. */
const STOCK = 64;

/** A text and the larger one it is inside of, by index. */
export interface ContainedText {
  readonly inner: number;
  readonly outer: number;
  /** Share of the inner text that the outer one holds, 0 to 1. */
  readonly share: number;
}

/**
 * Find texts that are wholly or almost wholly inside a larger one.
 *
 * Of each text the 24 least shingles are a fair sample, whatever its length (the bottom-k sketch of Broder 1997); all
 * texts are run against all samples at once through an inverted index. The larger text that holds most of a sample, the
 * smallest of several, is then counted exactly. So each text is reported at most once, and the work grows with the
 * shingles that texts share with samples, not with the pairs.
 *
 * @param texts Shingles of texts that are not near twins of each other, the largest first, none empty.
 * @param least The share from which on a text counts as inside, {@link INSIDE} at least.
 * @returns In the order of the inner texts. Yields between small steps.
 */
export function* containedTexts(
  texts: readonly Uint32Array[],
  least: number,
): Generator<undefined, readonly ContainedText[]> {
  const contained: ContainedText[] = [];
  for (const [inner, outer] of (yield* likelyHolders(texts)).entries()) {
    const [small, large] = [texts[inner], texts[outer]];
    if (!small || !large) continue;
    const share = containment(small, large);
    if (share >= least) contained.push({ inner, outer, share });
    yield;
  }
  return contained;
}

/** For each text the index of the larger one that holds most of its sample; -1 where none holds enough. */
function* likelyHolders(texts: readonly Uint32Array[]): Generator<undefined, Int32Array> {
  const index = new Map<number, number[]>();
  for (const [at, text] of texts.entries()) {
    if (text.length >= LEAST_INSIDE) addSample(index, text, at);
    yield;
  }
  const needed = sampleSizes(index, texts.length).map((size) => Math.ceil(size * FOUND));
  const samples: SampleIndex = { textsOf: index, filter: filterOf(index.keys()) };
  const found = new Uint8Array(texts.length);
  const holders = new Int32Array(texts.length).fill(-1);
  // From the smallest up, so that of several that hold as much the smallest is taken.
  for (const [at, text] of [...texts.entries()].reverse()) {
    for (const inner of countFound(samples, text, at, found)) {
      const count = found[inner] ?? 0;
      found[inner] = 0;
      if (count < (needed[inner] ?? 0) || (texts[inner]?.length ?? 0) >= text.length) continue;
      holders[inner] = at;
      needed[inner] = count + 1;
    }
    yield;
  }
  return holders;
}

/** Shingles of a sample that have to be left without stock phrases. */
const LEAST_SAMPLE = 8;

function addSample(index: Map<number, number[]>, text: Uint32Array, at: number): void {
  for (const shingle of text.subarray(0, SAMPLE)) {
    const sharing = index.get(shingle);
    if (!sharing) index.set(shingle, [at]);
    else if (sharing.length <= STOCK) sharing.push(at);
  }
}

/** How much of each text's sample is left without stock phrases, which are taken out of the index. */
function sampleSizes(index: Map<number, number[]>, count: number): Uint8Array {
  const sizes = new Uint8Array(count);
  for (const [shingle, sharing] of index) {
    if (sharing.length > STOCK) index.delete(shingle);
    else for (const at of sharing) sizes[at] = (sizes[at] ?? 0) + 1;
  }
  // Where nothing certain can be said, more is asked than can be found.
  return sizes.map((size) => (size < LEAST_SAMPLE ? 255 : size));
}

interface SampleIndex {
  /** The texts that have a shingle in their sample. */
  readonly textsOf: ReadonlyMap<number, readonly number[]>;
  /** By the low bits of a shingle, whether any text may. Most look-ups end here, without asking the map. */
  readonly filter: Uint8Array;
}

const FILTER_SIZE = 1 << 22;

function filterOf(shingles: Iterable<number>): Uint8Array {
  const filter = new Uint8Array(FILTER_SIZE);
  for (const shingle of shingles) filter[shingle & (FILTER_SIZE - 1)] = 1;
  return filter;
}

/** Counts how much of each other text's sample a text holds; returns those of which it holds something. */
function countFound(
  { textsOf, filter }: SampleIndex,
  text: Uint32Array,
  own: number,
  found: Uint8Array,
): readonly number[] {
  const inners: number[] = [];
  for (const shingle of text) {
    if (filter[shingle & (FILTER_SIZE - 1)] === 0) continue;
    for (const at of textsOf.get(shingle) ?? []) {
      if (at === own) continue;
      if (found[at] === 0) inners.push(at);
      found[at] = (found[at] ?? 0) + 1;
    }
  }
  return inners;
}
