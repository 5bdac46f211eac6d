import { expect, test } from 'vitest';
import { plainData } from '../../src/kit/plain-data.ts';

test('objects lose their prototype at every level', () => {
  const copy = plainData({ a: [{ b: 1 }] })?.value as { a: readonly object[] };

  expect(copy).toEqual({ a: [{ b: 1 }] });
  expect(Object.getPrototypeOf(copy)).toBeNull();
  expect(Object.getPrototypeOf(copy.a[0])).toBeNull();
});

test('dates and large integers become the text they were', () => {
  const date = { toISOString: () => '2024-05-06' };
  expect(plainData({ date, large: 12345678901234567890n })?.value).toEqual({
    date: '2024-05-06',
    large: '12345678901234567890',
  });
});

test('a value that contains itself is refused', () => {
  const loop: unknown[] = [];
  loop.push(loop);
  expect(plainData(loop)).toBeNull();
});

test('more values than any frontmatter holds are refused', () => {
  expect(plainData(Array.from({ length: 100_000 }, () => 0))).toBeNull();
  expect(plainData(Array.from({ length: 90_000 }, () => 0))).not.toBeNull();
});
