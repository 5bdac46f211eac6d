/**
 * Texts as vectors: their terms by number, each once, with its weight. All stand in two arrays, one text after the other,
 * since thousands of small arrays take longer to make than to read.
 */
export interface TermTable {
  /** By the number of a text where its terms begin; one more place says where the last ends. */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
}

/** A table of vectors as they are. */
export function termTable(
  vectors: readonly { readonly terms: readonly number[]; readonly weights: readonly number[] }[],
): TermTable {
  let size = 0;
  for (const { terms } of vectors) size += terms.length;
  const starts = new Uint32Array(vectors.length + 1);
  const terms = new Uint32Array(size);
  const weights = new Float64Array(size);
  let end = 0;
  for (const [text, vector] of vectors.entries()) {
    for (let at = 0; at < vector.terms.length; at += 1) {
      terms[end] = vector.terms[at] ?? 0;
      weights[end] = vector.weights[at] ?? 0;
      end += 1;
    }
    starts[text + 1] = end;
  }
  return { starts, terms, weights };
}

/**
 * Texts as vectors that are compared by the angle between two: the vector space model (Salton, Wong and Yang 1975), with
 * a term's weight the logarithm of how often it occurs times how rare it is.
 *
 * @param texts The numbers of the terms of each, in any order, as often as they occur.
 * @param weightsOfTerms By the number of a term how rare it is.
 * @param doubt Added to the square of the length: where it is 0, the product of two vectors is their cosine; otherwise it
 * is less for short texts, in which a few shared words prove little.
 */
export function textTable(texts: readonly Uint32Array[], weightsOfTerms: readonly number[], doubt = 0): TermTable {
  let size = 0;
  // A text deep inside others is part of each of them, most often with the same few terms.
  for (const text of texts) size += Math.min(text.length, weightsOfTerms.length);
  const starts = new Uint32Array(texts.length + 1);
  const terms = new Uint32Array(size);
  const weights = new Float64Array(size);
  const counts = new Uint32Array(weightsOfTerms.length);
  let start = 0;
  for (let nth = 0; nth < texts.length; nth += 1) {
    const end = countTerms(texts[nth] ?? NO_TERMS, counts, terms, start);
    let squares = doubt;
    for (let at = start; at < end; at += 1) {
      const term = terms[at] ?? 0;
      const count = counts[term] ?? 1;
      const weight = (count === 1 ? 1 : 1 + Math.log(count)) * (weightsOfTerms[term] ?? 0);
      weights[at] = weight;
      squares += weight * weight;
      counts[term] = 0;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = start; at < end; at += 1) weights[at] = (weights[at] ?? 0) / length;
    starts[nth + 1] = end;
    start = end;
  }
  return { starts, terms, weights };
}

const NO_TERMS = new Uint32Array(0);

/** Count the terms of a text and write each once from a place on; the place after the last. */
function countTerms(text: Uint32Array, counts: Uint32Array, terms: Uint32Array, start: number): number {
  let end = start;
  for (let at = 0; at < text.length; at += 1) {
    const term = text[at] ?? 0;
    const count = counts[term] ?? 0;
    if (count === 0) {
      terms[end] = term;
      end += 1;
    }
    counts[term] = count + 1;
  }
  return end;
}

/**
 * A function for the mean cosine of all pairs of some texts of a table without doubt, two or more, by their numbers.
 * Texts without terms are alike.
 *
 * The square of the sum of vectors of length 1 is their number and twice the products of all pairs, which takes as long
 * as the texts are, not as there are pairs.
 *
 * @param size How many terms there are.
 */
export function createMeanCosine(
  { starts, terms, weights }: TermTable,
  size: number,
): (texts: readonly number[]) => number {
  const sum = new Float64Array(size);
  const add = (start: number, end: number) => {
    for (let at = start; at < end; at += 1) {
      const term = terms[at] ?? 0;
      sum[term] = (sum[term] ?? 0) + (weights[at] ?? 0);
    }
  };
  const takeSquare = (start: number, end: number): number => {
    let square = 0;
    for (let at = start; at < end; at += 1) {
      const term = terms[at] ?? 0;
      square += (sum[term] ?? 0) ** 2;
      sum[term] = 0;
    }
    return square;
  };
  return (texts) => {
    let empty = 0;
    for (const text of texts) {
      if (starts[text] === starts[text + 1]) empty += 1;
      add(starts[text] ?? 0, starts[text + 1] ?? 0);
    }
    let square = 0;
    for (const text of texts) square += takeSquare(starts[text] ?? 0, starts[text + 1] ?? 0);
    const products = (square - (texts.length - empty)) / 2 + pairsAmong(empty);
    // Rounding can lift the cosine of equal texts a little over 1, and lower that of others under 0.
    return Math.max(0, Math.min(1, products / pairsAmong(texts.length)));
  };
}

function pairsAmong(count: number): number {
  return (count * (count - 1)) / 2;
}
