/** As many places further on a definition is looked for before it counts as new. */
const REACH = 64;
/** In place of an index: there is none. */
export const NEW = -1;

/**
 * Which of some definitions were there before, and where: libraries change by a few definitions in thousands, and what
 * was known of the others need not be asked for again.
 *
 * @param before Definitions in an order.
 * @param next Most of them the same objects, in the same order.
 * @returns By place in `next` the place in `before`, rising; {@link NEW} for those that are new or out of order. Linear.
 */
export function sameDefinitions(before: readonly object[], next: readonly object[]): Int32Array {
  const same = new Int32Array(next.length).fill(NEW);
  let from = 0;
  for (let at = 0; at < next.length && from < before.length; at++) {
    const place = placeAmong(before, from, next[at]);
    if (place === NEW) continue;
    same[at] = place;
    from = place + 1;
  }
  return same;
}

function placeAmong(before: readonly object[], from: number, one: object | undefined): number {
  for (let at = from; at < Math.min(before.length, from + REACH); at++) if (before[at] === one) return at;
  return NEW;
}
