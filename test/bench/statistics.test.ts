import { expect, test } from 'vitest';
import { markdownTable, quantile, rounded } from './statistics.ts';

const HUNDRED = Array.from({ length: 100 }, (_, at) => 100 - at);

test.each([
  [0, 1],
  [0.5, 51],
  [0.95, 96],
  [1, 100],
])('the quantile at %d of the numbers up to a hundred is %d, in whatever order they come', (share, expected) => {
  expect(quantile(HUNDRED, share)).toBe(expected);
});

test('nothing has no quantile', () => {
  expect(quantile([], 0.5)).toBeNaN();
});

test.each([
  [1234.5, 1235],
  [99.94, 99.9],
  [9.876, 9.88],
])('%d is told as %d', (value, expected) => {
  expect(rounded(value)).toBe(expected);
});

test('a table has the columns of its first row, numbers to the right, and blanks where a row has nothing', () => {
  const rows = [
    { what: 'first', ms: 1_234 },
    { what: 'second', other: 1 },
  ];

  expect(markdownTable({ title: 'Times', note: 'Made up.', rows })).toBe(
    '## Times\n\nMade up.\n\n| what | ms |\n|---|---:|\n| first | 1,234 |\n| second |  |\n',
  );
});
