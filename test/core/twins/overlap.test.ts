import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containment, resemblance } from '../../../src/core/twins/overlap.ts';

const ascending = (numbers: Iterable<number>) => Uint32Array.from(numbers).sort();

describe('overlap', () => {
  test('law: it counts as sets do', () => {
    const numbers = fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const shared = a.filter((one) => b.includes(one)).length;
        expect(containment(ascending(a), ascending(b))).toBe(shared / a.length);
        expect(resemblance(ascending(a), ascending(b))).toBe(shared / new Set([...a, ...b]).size);
        expect(resemblance(ascending(b), ascending(a))).toBe(resemblance(ascending(a), ascending(b)));
      }),
    );
  });

  test('the greatest number counts too', () => {
    expect(containment(ascending([0xffff_ffff]), ascending([1, 2, 0xffff_ffff]))).toBe(1);
  });
});
