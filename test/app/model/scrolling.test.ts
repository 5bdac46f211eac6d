import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clamped, movedIndex, scrolledTo } from '../../../src/app/model/scrolling.ts';

test('clamped holds a number between two others; the lower one wins where they cross', () => {
  expect([clamped(5, 0, 3), clamped(-1, 0, 3), clamped(2, 0, 3), clamped(2, 0, -1)]).toEqual([3, 0, 2, 0]);
});

describe('moving among ten places, four of them on the screen', () => {
  test.each([
    ['line', 1, 4, 5],
    ['line', -1, 0, 0],
    ['line', 1, 9, 9],
    ['page', 1, 0, 3],
    ['page', -1, 9, 6],
    ['page', 1, 8, 9],
    ['end', 1, 2, 9],
    ['end', -1, 2, 0],
  ] as const)('by one %s, direction %i, from %i leads to %i', (unit, direction, from, to) => {
    expect(movedIndex(from, { unit, direction }, 10, 4)).toBe(to);
  });
});

test('law: what is scrolled to is on the screen, and nothing but text is, if there is enough', () => {
  const places = fc.record({
    count: fc.integer({ min: 1, max: 200 }),
    cursor: fc.nat(199),
    top: fc.nat(199),
    height: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(places, ({ count, cursor, top, height }) => {
      const at = Math.min(cursor, count - 1);
      const first = scrolledTo(at, top, height, count);
      expect(first).toBeLessThanOrEqual(at);
      expect(at).toBeLessThan(first + height);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first).toBeLessThanOrEqual(Math.max(0, count - height));
    }),
  );
});

test('law: scrolling moves as little as it can', () => {
  expect(scrolledTo(5, 3, 10, 50)).toBe(3);
  expect(scrolledTo(2, 3, 10, 50)).toBe(2);
  expect(scrolledTo(20, 3, 10, 50)).toBe(11);
});
