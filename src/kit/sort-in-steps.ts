import { partitionPoint } from './partition-point.ts';

/** So many are sorted in one step: less than a millisecond. */
const RUN = 512;
/** So many are copied in one step. */
const PART = 4_096;

/**
 * The same as `toSorted`, in steps: runs are sorted, then merged two by two. What is in order already is only looked
 * through.
 *
 * @param items Not changed.
 * @param compare As for `Array.sort`.
 */
export function* sortInSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, readonly Item[]> {
  if (yield* isInOrder(items, compare)) return items;
  let runs: (readonly Item[])[] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* mergeInSteps(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/**
 * The same for items most of which are in order: the few others are put in their places among them.
 *
 * @param inOrder In order already; of items that compare equal they come first.
 * @param others In any order.
 */
export function* insertInSteps<Item>(
  inOrder: readonly Item[],
  others: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, readonly Item[]> {
  if (others.length > RUN) return yield* sortInSteps([...inOrder, ...others], compare);
  const all: Item[] = [];
  let copied = 0;
  for (const item of [...others].sort(compare)) {
    const place = partitionPoint(inOrder, (one) => compare(one, item) <= 0);
    for (; copied < place; copied += 1) {
      all.push(inOrder[copied] as Item);
      if (copied % PART === 0) yield;
    }
    all.push(item);
  }
  for (; copied < inOrder.length; copied += 1) {
    all.push(inOrder[copied] as Item);
    if (copied % PART === 0) yield;
  }
  return all;
}

function* isInOrder<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Generator<void, boolean> {
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    if (at > 0 && before !== undefined && compare(before, item) > 0) return false;
    if (at % RUN === 0) yield;
  }
  return true;
}

/** Of equal ones those of the first run come first. */
function* mergeInSteps<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, readonly Item[]> {
  if (second.length === 0) return first;
  const merged: Item[] = [];
  let at = 0;
  for (const item of second) {
    let next = first[at];
    while (next !== undefined && compare(next, item) <= 0) {
      merged.push(next);
      next = first[++at];
      if (merged.length % RUN === 0) yield;
    }
    merged.push(item);
    if (merged.length % RUN === 0) yield;
  }
  for (; at < first.length; at += RUN) {
    merged.push(...first.slice(at, at + RUN));
    yield;
  }
  return merged;
}
