import { describe, expect, test } from 'vitest';
import { joinRanges, matchRanges } from '../../../src/core/search/highlight.ts';

describe('matchRanges', () => {
  test('marks the typed part of the best words only', () => {
    const found = new Map([
      ['api', 1],
      ['apis', 0.9],
      ['rapid', 0.5],
    ]);
    expect(matchRanges('Rapid API work, APIs', [{ query: 'api', found }])).toEqual([
      [6, 9],
      [16, 19],
    ]);
  });

  test('marks the whole of a word that was mistyped', () => {
    expect(matchRanges('a Design', [{ query: 'dsgn', found: new Map([['design', 0.4]]) }])).toEqual([[2, 8]]);
  });
});

describe('joinRanges', () => {
  test('orders ranges and joins those that touch', () => {
    expect(
      joinRanges([
        [6, 8],
        [0, 2],
        [2, 4],
        [1, 2],
      ]),
    ).toEqual([
      [0, 4],
      [6, 8],
    ]);
  });
});
