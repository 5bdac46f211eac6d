import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cells, isNarrowText, prefixThatFits, textWidth } from '../../src/text/text-cells.ts';
import { visibleText } from '../../src/text/visible-text.ts';

const shownText = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-ascii' }))
  .map(visibleText);

describe('textWidth', () => {
  test.each([
    ['Review the diff', 15],
    ['', 0],
    ['日本語', 6],
    ['cafe\u0301', 4],
    ['✅ done', 7],
    ['⚠ stop', 6],
    ['🇫🇷', 2],
    ['\u1100가\u1161', 5],
  ])('%j takes %i cells', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test('agrees with string-width on every character of the basic plane but the numbers in black squares', () => {
    const differing = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (character) => visibleText(character) === character && textWidth(character) !== stringWidth(character),
    );
    expect(differing).toEqual([...'㉈㉉㉊㉋㉌㉍㉎㉏']);
  });

  test('gives two cells to what terminals draw in two, although string-width says one', () => {
    expect(textWidth('㉈')).toBe(2);
    expect(textWidth('🇦🇦')).toBe(2);
    expect(textWidth('🇩🇪🇦🇦')).toBe(4);
  });

  test('law: agrees with string-width on any other text', () => {
    fc.assert(
      fc.property(shownText, (text) => {
        fc.pre(!/[\u3248-\u324F]|\p{Regional_Indicator}{2}/u.test(text));
        expect(textWidth(text)).toBe(stringWidth(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('isNarrowText', () => {
  test('no character it accepts has another width than one cell, or joins a neighbour', () => {
    const accepted = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isNarrowText);
    const wrong = accepted.filter((character) => stringWidth(`a${character}a`) !== 3);
    expect(accepted.length).toBeGreaterThan(2000);
    expect(wrong).toEqual([]);
  });
});

describe('cells', () => {
  test('law: cover the text without gaps, and their widths add up', () => {
    fc.assert(
      fc.property(shownText, (text) => {
        // Circled numbers on black squares: terminals draw them wide, string-width counts them as narrow.
        fc.pre(!/[\u3248-\u324F]|\p{Regional_Indicator}{2}/u.test(text));
        const all = [...cells(text)];
        expect(all.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        expect(all.reduce((sum, { width }) => sum + width, 0)).toBe(stringWidth(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('cells of a long run', () => {
  test('never cut a flag in two', () => {
    const [, ...flags] = cells(`a${'🇫🇷'.repeat(200)}`);
    expect(flags).toHaveLength(200);
    expect(flags.filter(({ start, end, width }) => end - start !== 4 || width !== 2)).toEqual([]);
  });
});

describe('prefixThatFits', () => {
  test.each([
    ['abcdef', 3, 3, 3],
    ['ab', 3, 2, 2],
    ['日本語', 3, 1, 2],
    ['日本語', 4, 2, 4],
    ['abe\u0301f', 3, 4, 3],
    ['abc', 0, 0, 0],
    ['abc', -1, 0, 0],
  ])('of %j in %i cells ends at %i', (text, width, end, taken) => {
    expect(prefixThatFits(text, width)).toEqual({ end, width: taken });
  });
});
