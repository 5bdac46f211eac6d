import type { Vocabulary } from './vocabulary.ts';

/** A text as a vector: its terms by their numbers, each once, with its weight. */
export interface TermVector {
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
}

/**
 * A function that turns texts into vectors, to compare them by the angle between two: the vector space model (Salton,
 * Wong and Yang 1975), with a term's weight the logarithm of how often it occurs times how rare it is.
 *
 * @returns A function of the numbers of a text's terms, in any order, as often as they occur, and of a doubt, which is
 * added to the square of the length: where it is 0, the product of two vectors is their cosine; otherwise it is less for
 * short texts, in which a few shared words prove little.
 */
export function createVectorizer({ weightOf }: Vocabulary): (ids: Uint32Array, doubt?: number) => TermVector {
  let counts = new Int32Array(4_096);
  return (ids, doubt = 0) => {
    const distinct: number[] = [];
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      if (id >= counts.length) counts = enlarged(counts, id);
      if (counts[id] === 0) distinct.push(id);
      counts[id] = (counts[id] ?? 0) + 1;
    }
    const terms = new Uint32Array(distinct).sort();
    const weights = new Float64Array(terms.length);
    let squares = doubt;
    for (let at = 0; at < terms.length; at += 1) {
      const id = terms[at] ?? 0;
      const weight = (1 + Math.log(counts[id] ?? 1)) * weightOf(id);
      weights[at] = weight;
      squares += weight * weight;
      counts[id] = 0;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) / length;
    return { terms, weights };
  };
}

function enlarged(counts: Int32Array, id: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(id * 2);
  larger.set(counts);
  return larger;
}

/**
 * The product of two vectors whose terms ascend, as those of {@link createVectorizer} do: the cosine of the angle between
 * them when both have length 1.
 */
export function dotProduct(one: TermVector, other: TermVector): number {
  let [sum, left, right] = [0, 0, 0];
  while (left < one.terms.length && right < other.terms.length) {
    const step = (one.terms[left] ?? 0) - (other.terms[right] ?? 0);
    if (step === 0) sum += (one.weights[left] ?? 0) * (other.weights[right] ?? 0);
    if (step <= 0) left += 1;
    if (step >= 0) right += 1;
  }
  return sum;
}
