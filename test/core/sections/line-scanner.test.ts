import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanLines } from '../../../src/core/sections/line-scanner.ts';

describe('scanLines', () => {
  test.each([
    ['an empty text', '', []],
    ['a line without an ending', 'a', ['a']],
    ['each of the three endings', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['a carriage return before a pair', 'a\r\r\nb', ['a', '', 'b']],
    ['no line behind the last ending', 'a\n', ['a']],
    ['line separators of Unicode as text', 'a\u2028b', ['a\u2028b']],
    ['trailing white space', 'a \t\u00a0\nb', ['a', 'b']],
  ])('reads %s', (_name, text, expected) => {
    expect(scanLines(text).map((line) => line.text)).toEqual(expected);
  });

  test.each([
    ['spaces', '  a', 2],
    ['a tab', '\ta', 4],
    ['a space and a tab', ' \ta', 4],
    ['a tab and a space', '\t a', 5],
  ])('counts the columns of %s', (_name, text, indent) => {
    expect(scanLines(text)[0]).toMatchObject({ indent, text: 'a', textStart: text.length - 1 });
  });

  test('a byte order mark is neither indentation nor text', () => {
    expect(scanLines('\uFEFF# A\n')[0]).toMatchObject({ start: 0, textStart: 1, indent: 0, text: '# A' });
  });

  test('law: lines partition the text', () => {
    const text = fc
      .array(fc.constantFrom('\n', '\r', '\r\n', ' ', '\t', 'x', '\0', '\uD800', '\uFEFF'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (whole) => {
        const lines = scanLines(whole);
        expect(lines.map(({ start, next }) => whole.slice(start, next)).join('')).toBe(whole);
        expect(lines.every(({ start, next }) => next > start)).toBe(true);
      }),
    );
  });
});
