import type { DefinitionIndex } from '../index/definition-index.ts';
import type { Expansion } from './expand-word.ts';

/** As many words next to each other are one thing that is said. */
const NEAR = 8;

/** Which terms of a query each word was found for, one bit each, by the number of the word; used again for each query. */
let bits = new Uint32Array(0);

/**
 * How much of a query stands in one place of a text: of all stretches of {@link NEAR} words the most that one holds.
 *
 * @param terms The words that each term of the query was found by, and what it weighs; at most 32 count.
 * @param use Given the function that tells it of an indexed slot. To be called before this returns.
 */
export function withNearness(
  { words: { sequences, vocabulary } }: DefinitionIndex,
  terms: readonly (readonly [words: Expansion, weight: number])[],
  use: (nearness: (slot: number) => number) => void,
): void {
  if (bits.length < vocabulary.words.length) bits = new Uint32Array(vocabulary.words.length * 2);
  for (const [at, [words]] of terms.entries())
    for (const number of words.keys()) bits[number] = (bits[number] ?? 0) | (1 << at);
  const weights = terms.map(([, weight]) => weight);
  use((slot) => {
    const { start, end } = sequences.placesOf(slot);
    return mostNear(sequences.numbers(), start, end, weights);
  });
  for (const [words] of terms) for (const number of words.keys()) bits[number] = 0;
}

/** Of each term the place it was seen at last. */
const lastSeen = new Int32Array(32);

function mostNear(numbers: Int32Array, start: number, end: number, weights: readonly number[]): number {
  lastSeen.fill(-NEAR);
  let most = 0;
  for (let place = start; place < end; place++) {
    let rest = bits[numbers[place] ?? 0] ?? 0;
    if (rest === 0) continue;
    for (; rest !== 0; rest &= rest - 1) lastSeen[31 - Math.clz32(rest & -rest)] = place;
    let sum = 0;
    for (let at = 0; at < weights.length; at++) if ((lastSeen[at] ?? 0) > place - NEAR) sum += weights[at] ?? 0;
    if (sum > most) most = sum;
  }
  return most;
}
