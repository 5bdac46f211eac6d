import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textField } from '../../../src/app/model/text-field.ts';
import { fieldRows, rowMoved, rowOfCursor } from '../../../src/app/model/wrapped-field.ts';
import { textWidth } from '../../../src/text/text-cells.ts';
import { visibleText } from '../../../src/text/visible-text.ts';

const rowsOf = (text: string, width: number) => fieldRows(text, width).map(({ start, end }) => text.slice(start, end));

describe('a field on several rows', () => {
  test('breaks behind spaces, and in a word that is longer than a row', () => {
    expect(rowsOf('one two three', 7)).toEqual(['one two ', 'three']);
    expect(rowsOf('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
    expect(rowsOf('', 4)).toEqual(['']);
  });

  test('breaks before a wide character that the rest of its word leaves no room for', () => {
    expect(rowsOf(' abc漢', 4)).toEqual([' ', 'abc', '漢']);
  });

  test('has all of its text on rows that fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 20 }), (text, width) => {
        const rows = rowsOf(text, width);
        expect(rows.join('')).toBe(text);
        for (const row of rows) expect(textWidth(visibleText(row.replace(/ $/, '')))).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('is gone through row by row, at the same column, to its ends', () => {
    const field = { text: 'one two three four', cursor: 3 };
    const down = rowMoved(field, 7, 1);
    expect(down?.cursor).toBe(11);
    expect(down && rowMoved(down, 7, -1)?.cursor).toBe(3);
    expect(rowMoved(field, 7, -1)).toBeNull();
    expect(rowMoved(textField(field.text), 7, 1)).toBeNull();
  });

  test('has the caret behind the last letter on the last row', () => {
    const field = textField('one two three');
    const rows = fieldRows(field.text, 7);
    expect(rowOfCursor(rows, field)).toBe(rows.length - 1);
  });
});
