import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDisjointSets } from '../../../src/core/twins/disjoint-sets.ts';

test('law: what is joined, however indirectly, is one set, named by its least member', () => {
  const joins = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 25 });
  fc.assert(
    fc.property(joins, (pairs) => {
      const sets = createDisjointSets(20);
      const labels = Array.from({ length: 20 }, (_, at) => at);
      for (const [a, b] of pairs) {
        sets.join(a, b);
        const [one = 0, other = 0] = [labels[a], labels[b]];
        for (const [at, label] of labels.entries()) {
          if (label === one || label === other) labels[at] = Math.min(one, other);
        }
      }
      expect(labels.map((_, at) => sets.setOf(at))).toEqual(labels);
    }),
  );
});
