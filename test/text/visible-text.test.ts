import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleText } from '../../src/text/visible-text.ts';

/** Every character the terminal must never receive from a stranger, stated independently of the implementation. */
const UNSAFE = [
  /\p{Cc}/u,
  /[\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\u00AD\uFEFF]/u,
  /[\uFE00-\uFE0F\u{E0000}-\u{E0FFF}]/u,
  /[\uFDD0-\uFDEF\uFFFE\uFFFF]/u,
  /\p{Cs}/u,
  /[\u{1F3FB}-\u{1F3FF}\u20E3]/u,
  /\p{M}{7}/u,
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom('a', '1', '❤', '🔥', '👍', '\uFE0F', '\u200D', '\u20E3', '\u{1F3FD}', '\u0301', '\u001b', '\t'),
    )
    .map((parts) => parts.join('')),
);

describe('visibleText', () => {
  test.each([
    ['plain text as it is', 'Review the diff — briefly.', 'Review the diff — briefly.'],
    ['other scripts as they are', 'Проверка 检查 レビュー مراجعة', 'Проверка 检查 レビュー مراجعة'],
    ['accents written apart', 'cafe\u0301', 'cafe\u0301'],
    ['an escape sequence', '\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['a clipboard sequence', '\u001b]52;c;cm0=\u0007', '␛]52;c;cm0=␇'],
    ['the one-byte form of it', '\u009d52;c;cm0=\u009c', '�52;c;cm0=�'],
    ['NUL, backspace and return', 'a\0b\bc\rd', 'a␀b␈c␍d'],
    ['a line feed', 'a\nb', 'a␊b'],
    ['delete', 'a\u007fb', 'a␡b'],
    ['a tab', 'a\tb', 'a    b'],
    ['line and paragraph separators', 'a\u2028b\u2029c\u0085d', 'a␤b␤c␤d'],
    ['a reversed file name', 'txt.\u202Eexe', 'txt.�exe'],
    ['zero-width characters', 'a\u200Bb\u200Dc\uFEFFd\u00ADe', 'a�b�c�d�e'],
    ['hidden tag characters', 'hi\u{E0061}\u{E0062}', 'hi��'],
    ['selectors that carry hidden text', 'a\uFE00\u{E0100}', 'a��'],
    ['half a surrogate pair', 'a\uD83Db', 'a�b'],
    ['a noncharacter', 'a\uFFFEb', 'a�b'],
    ['an icon of a patched font', '\uE0B0', '\uE0B0'],
    ['an emoji with a variation selector', '⚠\uFE0F stop', '⚠ stop'],
    ['Thai as terminals measure it', 'ทำ', 'ท\u0E4D\u0E32'],
    ['a keycap', '1\uFE0F\u20E3 First', '1 First'],
    ['a skin tone', '👍\u{1F3FD}', '👍'],
    ['a joined emoji', '👩\u200D💻', '👩💻'],
    ['a joined emoji in several styles', '❤\uFE0F\u200D🔥 👩\u{1F3FD}\u200D💻', '❤🔥 👩💻'],
    ['a joiner at the end of an emoji', '🔥\u200D', '🔥�'],
    ['a selector after a letter', 'a\uFE0F', 'a�'],
    ['more selectors than an emoji takes', '⚠\uFE0F\uFE0F', '⚠�'],
    ['a tower of marks', `z${'\u0300'.repeat(40)}a`, `z${'\u0300'.repeat(6)}�a`],
  ])('shows %s', (_name, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test('law: the result holds nothing hidden', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = visibleText(text);
        expect(UNSAFE.filter((unsafe) => unsafe.test(shown))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('law: showing what is shown changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = visibleText(text);
        expect(visibleText(shown)).toBe(shown);
      }),
      { numRuns: 500 },
    );
  });

  test('every control character has a mark of its own', () => {
    const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter((c) => c !== '\t');
    expect(new Set(controls.map(visibleText)).size).toBe(controls.length);
  });
});
