import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineIndex } from '../../../src/core/lint/line-index.ts';

test('counts lines by any line end and columns from one', () => {
  const { placeAt } = lineIndex('ab\ncd\r\ne\rf');
  expect([9, 0, 3, 7, 4].map(placeAt)).toEqual([
    { line: 4, column: 1 },
    { line: 1, column: 1 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 2, column: 2 },
  ]);
});

test('gives a byte order mark no column', () => {
  expect([0, 1, 2].map(lineIndex('\ufeffab').placeAt)).toEqual([1, 1, 2].map((column) => ({ line: 1, column })));
});

test('law: in whatever order places are asked for, line and column lead back to the offset', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', 'bc')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.array(fc.nat(40)), (whole, offsets) => {
      const { placeAt } = lineIndex(whole);
      for (const offset of offsets.filter((one) => one <= whole.length)) {
        const { line, column } = placeAt(offset);
        const before = whole.slice(0, offset - column + 1);
        expect(before.match(/\r\n|\n|\r(?!\n)/g)?.length ?? 0).toBe(line - 1);
        expect(before === '' || /[\r\n]$/.test(before)).toBe(true);
      }
    }),
  );
});
