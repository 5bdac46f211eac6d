import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactText } from '../../../src/core/twins/exact-text.ts';

describe('exactText', () => {
  test.each([
    ['Windows line ends', 'a\r\nb\r\n', 'a\nb'],
    ['line ends of old Macs', 'a\rb\r', 'a\nb'],
    ['white space at line ends', 'a \t\nb\u00a0\n', 'a\nb'],
    ['blank lines at the ends', '\n\n a\n\nb\n\n\n', 'a\n\nb'],
    ['indentation, which stays', 'a\n    b', 'a\n    b'],
    ['nothing but blanks', ' \r\n\t\n', ''],
    ['nothing', '', ''],
  ])('%s', (_name, body, expected) => {
    expect(exactText(body)).toBe(expected);
  });

  test('law: what it gives, it gives again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\r', '\n', '\u2003') }), (body) => {
        expect(exactText(exactText(body))).toBe(exactText(body));
      }),
    );
  });

  test('takes a huge line of blanks in its stride', () => {
    const started = performance.now();
    expect(exactText(`a\n${' '.repeat(2_000_000)}b`)).toHaveLength(2_000_003);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
