import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from '../../../../src/core/search/words/fold-text.ts';
import { phraseRanges } from '../../../../src/core/search/words/highlight.ts';
import { phraseLook } from '../../../../src/core/search/words/phrase-in-text.ts';

const piece = fc.constantFrom(
  ...[
    'data',
    'Data',
    'side',
    'sides',
    'dataSide',
    'c',
    'c++',
    'c#',
    'ä',
    'dätä',
    'x1',
    '\u4ee3\u7801',
    'data\u0301',
    'x'.repeat(70),
  ],
  ...[' ', ' ', '-', ', ', '\n', '+', '#', ' \u2013 ', '\u00a0', '_', '.'],
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const words = fc.array(fc.constantFrom('data', 'side', 'c', 'c++', 'x1', 'd', 'ä', 'dataside', 'x'.repeat(64)), {
  minLength: 2,
  maxLength: 3,
});

test('law: what it is sure of is what the words of the text say', () => {
  fc.assert(
    fc.property(text, words, fc.boolean(), (given, asked, open) => {
      const verdict = phraseLook(asked, open)(given);
      const ranges = phraseRanges(wordsOf(given), { words: asked, open, anchored: false });
      if (verdict !== null) expect(verdict).toBe(ranges.length > 0);
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['The data side of it', true],
  ['the Data-Side.', true],
  ['data, inside', false],
  ['no data at the side', false],
  ['metadata side', null],
  ['data sides', null],
  ['data \u2013 side', null],
])('says what it can of: %s', (given, expected) => {
  expect(phraseLook(['data', 'side'], false)(given)).toBe(expected);
});
