import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertInSteps, sortInSteps } from '../../src/kit/sort-in-steps.ts';

interface Item {
  readonly rank: number;
  readonly at: number;
}

const byRank = (a: Item, b: Item) => a.rank - b.rank;

/** The result, and the most comparisons that one step made. */
function sorted(items: readonly Item[]) {
  let compared = 0;
  let most = 0;
  const work = sortInSteps(items, (a, b) => {
    compared += 1;
    return byRank(a, b);
  });
  for (;;) {
    compared = 0;
    const step = work.next();
    most = Math.max(most, compared);
    if (step.done) return { result: step.value, most };
  }
}

test('sorts as toSorted does, equal ones in their order', () => {
  const ranks = fc.array(fc.nat(50), { minLength: 0, maxLength: 5_000, size: 'max' });
  fc.assert(
    fc.property(ranks, fc.boolean(), (numbers, inOrder) => {
      const items = numbers.map((rank, at) => ({ rank, at }));
      const given = inOrder ? items.toSorted(byRank) : items;
      expect(sorted(given).result).toEqual(given.toSorted(byRank));
    }),
    { numRuns: 40 },
  );
});

test('does little in each step, however much there is', () => {
  const items = Array.from({ length: 50_000 }, (_, at) => ({ rank: (at * 7_919) % 50_021, at }));
  const { result, most } = sorted(items);
  expect(result).toEqual(items.toSorted(byRank));
  expect(most).toBeLessThan(10_000);
});

test('puts others in their places as sorting all would, equal ones behind those that are there', () => {
  const ranks = fc.array(fc.nat(50), { maxLength: 1_500, size: 'max' });
  fc.assert(
    fc.property(ranks, ranks, (numbers, others) => {
      const there = numbers.map((rank, at) => ({ rank, at })).sort(byRank);
      const coming = others.map((rank, at) => ({ rank, at: numbers.length + at }));
      const work = insertInSteps(there, coming, byRank);
      let step = work.next();
      while (!step.done) step = work.next();
      expect(step.value).toEqual([...there, ...coming].toSorted(byRank));
    }),
    { numRuns: 100 },
  );
});
