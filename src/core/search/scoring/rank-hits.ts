import { compareText } from '../../../kit/compare-text.ts';
import type { AgentDefinition } from '../../definition/agent-definition.ts';
import { isBundled } from '../../library/library.ts';

interface RankedHit {
  readonly index: number;
  readonly score: number;
}

/** Places of hits in their order: computed as far as they are looked at. */
export interface RankedHits {
  readonly length: number;
  /** The index and the score of the definition at a place; `undefined` outside. */
  readonly at: (place: number) => RankedHit | undefined;
}

/** As many are put in order at once, more than any screen shows. */
const FIRST_PART = 256;
/** Room in a number for the rank of a definition, and for its score. */
const RANKS = 2 ** 21;
const SCORES = 2 ** 24;

/** An order that hits of equal score stand in, made once for a library. */
export interface Order {
  /** By index: the place of the definition in the order. */
  readonly ranks: Uint32Array;
  /** By place: the index of the definition. */
  readonly indexes: Uint32Array;
}

/** What definitions are put in order by, rising. Equal ones stay as they stand; those that come with the program are last. */
export type OrderKey = (definition: AgentDefinition) => string | number;

/**
 * Definitions in an order; without a key as they stand.
 *
 * The values of a key are few, or numbers: neither takes comparing one definition with another, which for 100,000 would
 * hold the screen up for half a second.
 */
export function orderBy(definitions: readonly AgentDefinition[], keyOf: OrderKey | null): Order {
  const indexes = new Uint32Array(definitions.length);
  let place = 0;
  for (const group of groupsInOrder(definitions, keyOf)) for (const index of group) indexes[place++] = index;
  const ranks = new Uint32Array(indexes.length);
  for (let rank = 0; rank < indexes.length; rank++) ranks[indexes[rank] ?? 0] = rank;
  return { ranks, indexes };
}

/** Indexes of definitions with the same key, by rising key. */
function groupsInOrder(
  definitions: readonly AgentDefinition[],
  keyOf: OrderKey | null,
): readonly (readonly number[] | Uint32Array)[] {
  if (keyOf === null) return [Uint32Array.from({ length: definitions.length }, (_, at) => at)];
  const own = new Map<string | number, number[]>();
  const bundled = new Map<string | number, number[]>();
  for (const [at, definition] of definitions.entries()) {
    const groups = isBundled(definition) ? bundled : own;
    const key = keyOf(definition);
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return [own, bundled].flatMap((groups) => {
    const keys = [...groups.keys()];
    const numbers = Float64Array.from(keys.filter((key) => typeof key === 'number')).sort();
    const texts = keys.filter((key) => typeof key === 'string').sort(compareText);
    return [...numbers, ...texts].map((key) => groups.get(key) ?? []);
  });
}

/**
 * Put hits in order: best first and equal ones in a given order, or all of them in that order.
 *
 * Only the first few hundred are sorted at once, by a heap of that size; the rest when somebody looks so far. A key
 * press that finds most of 100,000 definitions costs about a millisecond so, and a full sort ten times that.
 *
 * @param indexes Of the definitions found.
 * @param scores By place in `indexes`; none above 1.
 */
export function rankHits(indexes: Uint32Array, scores: Float32Array, order: Order, bestFirst: boolean): RankedHits {
  const { encode, decode } = bestFirst ? BEST_FIRST : IN_ORDER;
  const keys = new Float64Array(indexes.length);
  for (let place = 0; place < keys.length; place++) {
    const worse = Math.round((1 - Math.min(1, scores[place] ?? 0)) * (SCORES - 1));
    keys[place] = encode(worse, order.ranks[indexes[place] ?? 0] ?? 0);
  }
  const first = keys.length <= FIRST_PART * 4 ? keys.sort() : smallest(keys, FIRST_PART);
  let all: Float64Array | null = first.length === keys.length ? first : null;
  return {
    length: keys.length,
    at: (place) => {
      if (place >= first.length) all ??= keys.sort();
      const key = (place < first.length ? first : all)?.[place];
      if (key === undefined) return undefined;
      const { worse, rank } = decode(key);
      return { index: order.indexes[rank] ?? 0, score: 1 - worse / (SCORES - 1) };
    },
  };
}

/** Hits one after the other: all of the first, whatever their order, then the others. */
export function joinRanked(parts: readonly RankedHits[]): RankedHits {
  return {
    length: parts.reduce((sum, { length }) => sum + length, 0),
    at: (place) => {
      let from = 0;
      for (const part of parts) {
        if (place < from + part.length) return part.at(place - from);
        from += part.length;
      }
      return undefined;
    },
  };
}

/** How a hit is written as one number, the smaller the better, so that numbers are all there is to sort. */
interface Keys {
  readonly encode: (worse: number, rank: number) => number;
  readonly decode: (key: number) => { readonly worse: number; readonly rank: number };
}

const BEST_FIRST: Keys = {
  encode: (worse, rank) => worse * RANKS + rank,
  decode: (key) => ({ worse: Math.floor(key / RANKS), rank: key % RANKS }),
};

const IN_ORDER: Keys = {
  encode: (worse, rank) => rank * SCORES + worse,
  decode: (key) => ({ worse: key % SCORES, rank: Math.floor(key / SCORES) }),
};

/** The smallest of some numbers, rising: a heap of them with the largest on top, which each smaller one replaces. */
function smallest(numbers: Float64Array, count: number): Float64Array {
  // Falling order is a heap.
  const heap = numbers.slice(0, count).sort().reverse();
  for (let at = count; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    if (number < (heap[0] ?? 0)) sink(heap, number);
  }
  return heap.sort();
}

/** Put a number in place of the one on top of a heap. */
function sink(heap: Float64Array, number: number): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    const larger = (heap[right] ?? Number.NEGATIVE_INFINITY) > (heap[left] ?? Number.NEGATIVE_INFINITY) ? right : left;
    const below = heap[larger] ?? Number.NEGATIVE_INFINITY;
    if (below <= number) break;
    heap[at] = below;
    at = larger;
  }
  heap[at] = number;
}
