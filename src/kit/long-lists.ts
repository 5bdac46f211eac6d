/**
 * For lists of any length. A list that is spread into the arguments of a call, as in `list.push(...more)` and
 * `Math.max(...numbers)`, overflows the stack from some 120,000 on.
 */

/** Put all of some items behind those of a list. */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** The greatest of some numbers, or 0 where none is greater than that. */
export function greatest(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The least of some numbers; infinity where there are none. */
export function least(numbers: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < found) found = number;
  return found;
}
