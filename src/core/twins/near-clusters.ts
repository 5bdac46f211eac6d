import { createDisjointSets, type DisjointSets } from './disjoint-sets.ts';
import { BANDS, bandKey, minHash } from './min-hash.ts';
import { resemblance } from './overlap.ts';

/**
 * From here on two texts are near twins. Of 1,813 published definitions hardly any two resemble each other by 0.5 to 0.6;
 * above are versions of one text, below are texts made from one template.
 */
export const NEAR = 0.6;

/**
 * Put texts together that resemble each other by a share or more, or are joined by a chain of such.
 *
 * Candidates come from MinHash signatures in bands, and each is counted exactly before it joins anything. In a band a
 * text is only held against the one before it: those that belong together meet in many bands, and thousands that are all
 * alike cost no more than as many that are not.
 *
 * @param texts Shingles of distinct texts, none empty. Their order decides what is held against what, so callers put
 * them into one that does not depend on where they came from.
 * @param least The share, {@link NEAR} at least: pairs below it are not all found.
 * @returns For each text the index of the first of its cluster. Yields between small steps.
 */
export function* nearClusters(texts: readonly Uint32Array[], least: number): Generator<undefined, readonly number[]> {
  const signatures: Uint32Array[] = [];
  for (const text of texts) {
    signatures.push(minHash(text));
    yield;
  }
  const clusters = createDisjointSets(texts.length);
  const isNear = nearnessTest(texts, clusters, least);
  for (let band = 0; band < BANDS; band++) {
    const latest = new Map<number, number>();
    for (const [at, signature] of signatures.entries()) {
      const key = bandKey(signature, band);
      const before = latest.get(key);
      if (before !== undefined && isNear(before, at)) clusters.join(before, at);
      latest.set(key, at);
      yield;
    }
  }
  return texts.map((_, at) => clusters.setOf(at));
}

/** Whether two texts are to be joined that are not yet. Pairs refused once are not counted again in the next band. */
function nearnessTest(
  texts: readonly Uint32Array[],
  clusters: DisjointSets,
  least: number,
): (a: number, b: number) => boolean {
  const refused = new Set<number>();
  return (a, b) => {
    const [one, other] = [texts[a], texts[b]];
    if (!one || !other || clusters.setOf(a) === clusters.setOf(b)) return false;
    const pair = a * texts.length + b;
    if (refused.has(pair)) return false;
    // Two sets resemble each other no more than their sizes do.
    const mayBe = Math.min(one.length, other.length) >= least * Math.max(one.length, other.length);
    const near = mayBe && resemblance(one, other) >= least;
    if (!near) refused.add(pair);
    return near;
  };
}
