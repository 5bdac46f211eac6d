/**
 * How much of one set is in another (Broder 1997, "containment").
 *
 * @param inner Distinct numbers in ascending order, at least one.
 * @param outer The same.
 * @returns The share of `inner` that `outer` holds, 0 to 1.
 */
export function containment(inner: Uint32Array, outer: Uint32Array): number {
  return sharedCount(inner, outer) / inner.length;
}

/**
 * How alike two sets are: what they share, of all that either holds (Jaccard; Broder 1997, "resemblance").
 *
 * @param a Distinct numbers in ascending order; not both sets empty.
 * @param b The same.
 * @returns 0 to 1; symmetric.
 */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  const shared = sharedCount(a, b);
  return shared / (a.length + b.length - shared);
}

/**
 * How many numbers two ascending lists share.
 *
 * The longer list is galloped through (Bentley and Yao, "An almost optimal algorithm for unbounded searching", 1976), so
 * that a small one against a huge one costs hardly more than the small one by itself.
 */
function sharedCount(a: Uint32Array, b: Uint32Array): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let count = 0;
  let from = 0;
  for (const value of short) {
    from = firstAtLeast(long, value, from);
    if (from === long.length) break;
    if (long[from] === value) count++;
  }
  return count;
}

/** The index of the first number that is not below a value, from an index on. */
function firstAtLeast(sorted: Uint32Array, value: number, from: number): number {
  let low = from;
  let width = 1;
  while (low + width <= sorted.length && (sorted[low + width - 1] ?? 0) < value) {
    low += width;
    width *= 2;
  }
  let high = Math.min(low + width - 1, sorted.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
