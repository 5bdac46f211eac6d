/**
 * The place of the first item for which something no longer holds, found in logarithmic time.
 *
 * @param items Those for which it holds come first.
 * @returns The number of items if it holds for all.
 */
export function partitionPoint<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
