import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countText } from '../../src/core/count-text.ts';

test('counts are written as in English', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (count) => countText(count) === count.toLocaleString('en-US')));
  expect(countText(1_234_567)).toBe('1,234,567');
});
