import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, countText, sizeText } from '../../src/text/count-text.ts';

test('counts are written as in English', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (count) => countText(count) === count.toLocaleString('en-US')));
  expect(countText(1_234_567)).toBe('1,234,567');
});

test.each([
  [0, '0 picks'],
  [1, '1 pick'],
  [1_200, '1,200 picks'],
])('%i is said as %s', (count, words) => {
  expect(counted(count, 'pick')).toBe(words);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [4_080, '4.1 KB'],
  [9_960, '10.0 KB'],
  [120_400, '120 KB'],
  [1_234_567, '1,235 KB'],
])('a file of %i bytes has %s', (bytes, words) => {
  expect(sizeText(bytes)).toBe(words);
});
