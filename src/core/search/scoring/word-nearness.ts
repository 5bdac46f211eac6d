import type { DefinitionIndex } from '../index/definition-index.ts';
import type { Expansion } from './expand-word.ts';
import type { SlotValues } from './slot-values.ts';
import { KEPT_OF_LONG, KEPT_OF_STREWN, LONG_TEXT } from './weights.ts';

/** As many words next to each other are one thing that is said. */
const NEAR = 8;

/** Which terms of a query each word was found for, one bit each, by the number of the word; used again for each query. */
let bits = new Uint32Array(0);

/** What a text has of the weight of a query's words. */
interface Nearness {
  /** Of all stretches of {@link NEAR} words the most that one holds. */
  readonly near: number;
  /** What the name holds. */
  readonly inName: number;
}

/**
 * How much of a query stands in one place of a text.
 *
 * @param terms The words that each term of the query was found by, and what it weighs; at most 32 count.
 * @param use Given the function that tells it of an indexed slot. To be called before this returns.
 */
function withNearness(
  { words: { sequences, vocabulary } }: DefinitionIndex,
  terms: readonly (readonly [words: Expansion, weight: number])[],
  use: (nearness: (slot: number) => Nearness) => void,
): void {
  if (bits.length < vocabulary.words.length) bits = new Uint32Array(vocabulary.words.length * 2);
  for (const [at, [words]] of terms.entries())
    for (const number of words.keys()) bits[number] = (bits[number] ?? 0) | (1 << at);
  const weights = terms.map(([, weight]) => weight);
  use((slot) => {
    const { start, description, end } = sequences.placesOf(slot);
    const numbers = sequences.numbers();
    return {
      inName: mostNear(numbers, start, description, description - start, weights),
      near: mostNear(numbers, start, end, NEAR, weights),
    };
  });
  for (const [words] of terms) for (const number of words.keys()) bits[number] = 0;
}

/** Of each term the place it was seen at last. */
const lastSeen = new Int32Array(32);

function mostNear(numbers: Int32Array, start: number, end: number, reach: number, weights: readonly number[]): number {
  lastSeen.fill(-reach);
  let most = 0;
  for (let place = start; place < end; place++) {
    let rest = bits[numbers[place] ?? 0] ?? 0;
    if (rest === 0) continue;
    for (; rest !== 0; rest &= rest - 1) lastSeen[31 - Math.clz32(rest & -rest)] = place;
    let sum = 0;
    for (let at = 0; at < weights.length; at++) if ((lastSeen[at] ?? 0) > place - reach) sum += weights[at] ?? 0;
    if (sum > most) most = sum;
  }
  return most;
}

/** What is kept of the worth of words in a text as long as that of a slot: in a long one they stand by chance. */
export function keptOfLong({ words: { sequences } }: DefinitionIndex, slot: number): number {
  const { description, end } = sequences.placesOf(slot);
  return KEPT_OF_LONG + (1 - KEPT_OF_LONG) / (1 + (end - description) / LONG_TEXT);
}

/**
 * Take from the worth of words that are strewn over a text, in a name never. Only the texts of the best are looked at, which
 * takes time; in others words count as strewn.
 *
 * @param taken Changed.
 * @param terms The words that each term of the query was found by, and what it weighs; at most 32 count.
 */
export function weighNearness(
  index: DefinitionIndex,
  { slots, values }: SlotValues,
  terms: readonly (readonly [words: Expansion, weight: number])[],
): void {
  const least = leastOfBest(values, MOST_READ);
  const weight = terms.reduce((sum, [, one]) => sum + one, 0);
  withNearness(index, terms, (nearness) => {
    for (let place = 0; place < slots.length; place++) {
      const value = values[place] ?? 0;
      if (value < least) {
        values[place] = value * KEPT_OF_STREWN;
        continue;
      }
      const slot = slots[place] ?? 0;
      const { near, inName } = nearness(slot);
      const inLong = keptOfLong(index, slot);
      const kept = inLong * (KEPT_OF_STREWN + ((1 - KEPT_OF_STREWN) * near) / weight);
      values[place] = (value / inLong) * (kept + ((1 - kept) * inName) / weight);
    }
  });
}

/** As many texts are looked at, and those as good as the last of them. */
const MOST_READ = 64;
const BINS = 256;
const bins = new Uint32Array(BINS);

/** A value that about so many of some positive ones reach, whatever their order. */
function leastOfBest(values: Float32Array, count: number): number {
  if (values.length <= count) return 0;
  const top = values.reduce((most, value) => Math.max(most, value), 0);
  bins.fill(0);
  const binOf = (value: number) => Math.floor((value / top) * (BINS - 1));
  for (const value of values) bins[binOf(value)] = (bins[binOf(value)] ?? 0) + 1;
  let bin = BINS;
  for (let above = 0; above < count && bin > 0; ) above += bins[--bin] ?? 0;
  return (bin / (BINS - 1)) * top;
}
