import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addAll, greatest, least } from '../../src/kit/long-lists.ts';

test('law: they say what calls with as many arguments say', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (one, other) => {
      const list = [...one];
      addAll(list, other);
      expect(list).toEqual([...one, ...other]);
      expect(greatest(one)).toBe(Math.max(0, ...one));
      expect(least(one)).toBe(Math.min(...one));
    }),
  );
});

test('they take a million', () => {
  const numbers = Array.from({ length: 1_000_000 }, (_, at) => at);
  const list = [1];
  addAll(list, numbers);
  expect(list).toHaveLength(1_000_001);
  expect(greatest(numbers)).toBe(999_999);
  expect(least(numbers)).toBe(0);
});
