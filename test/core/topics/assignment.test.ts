import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestPairs, type Edge } from '../../../src/core/topics/assignment.ts';

const edges = fc.uniqueArray(fc.record({ left: fc.nat(5), right: fc.nat(5), worth: fc.integer({ min: 1, max: 20 }) }), {
  selector: ({ left, right }) => `${left} ${right}`,
  maxLength: 14,
});

const worthOf = (pairs: readonly Edge[]) => pairs.reduce((sum, { worth }) => sum + worth, 0);

/** The worth of the best choice, by trying all. */
function bestWorth(left: readonly Edge[]): number {
  const [first, ...others] = left;
  if (!first) return 0;
  const free = others.filter((one) => one.left !== first.left && one.right !== first.right);
  return Math.max(bestWorth(others), first.worth + bestWorth(free));
}

test('two good pairs beat the best one and a poor one', () => {
  const pairs = bestPairs([
    { left: 0, right: 0, worth: 10 },
    { left: 0, right: 1, worth: 9 },
    { left: 1, right: 0, worth: 9 },
    { left: 1, right: 1, worth: 1 },
  ]);
  expect(worthOf(pairs)).toBe(18);
});

test('law: no choice of pairs is worth more', () => {
  fc.assert(
    fc.property(edges, (all) => {
      expect(worthOf(bestPairs(all))).toBe(bestWorth(all));
    }),
  );
});

test('law: only given pairs are chosen, and nobody twice', () => {
  fc.assert(
    fc.property(edges, (all) => {
      const pairs = bestPairs(all);
      for (const pair of pairs) expect(all).toContainEqual(pair);
      expect(new Set(pairs.map(({ left }) => left)).size).toBe(pairs.length);
      expect(new Set(pairs.map(({ right }) => right)).size).toBe(pairs.length);
    }),
  );
});

test('more than can be solved is still paired, the best first', () => {
  const all: Edge[] = [];
  for (let left = 0; left < 600; left += 1) {
    all.push({ left, right: left, worth: 5 }, { left, right: (left + 1) % 600, worth: 1 });
  }
  expect(worthOf(bestPairs(all))).toBe(3_000);
});
