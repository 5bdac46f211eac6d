import type { DefinitionIndex } from '../index/definition-index.ts';
import type { Expansion } from './expand-word.ts';

/** As many words next to each other are one thing that is said. */
const NEAR = 8;

/** Which terms of a query each word was found for, one bit each, by the number of the word; used again for each query. */
let bits = new Uint32Array(0);

/** What a text has of the weight of a query's words. */
export interface Nearness {
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
export function withNearness(
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
