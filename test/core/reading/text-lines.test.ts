import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineNumberAt, linesBetween } from '../../../src/core/reading/text-lines.ts';

const texts = fc.array(fc.constantFrom('\n', '\r', '\r\n', 'a', 'bc', ' ')).map((parts) => parts.join(''));

test('law: lines and their ends joined are the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const lines = [...linesBetween(text, 0, text.length)];
      expect(lines.map(({ start, next }) => text.slice(start, next)).join('')).toBe(text);
      expect(lines.map((line) => line.text).join('')).toBe(text.replace(/[\r\n]/g, ''));
    }),
  );
});

test('law: the number of a line is its position', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const [index, { start }] of [...linesBetween(text, 0, text.length)].entries()) {
        expect(lineNumberAt(text, start)).toBe(index + 1);
      }
    }),
  );
});

test('lines that start at or after the end are left out', () => {
  expect([...linesBetween('a\nb\nc', 0, 2)].map(({ text }) => text)).toEqual(['a']);
});
