import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, unfoldedRange, wordsOf } from '../../../../src/core/search/words/fold-text.ts';

describe('foldText', () => {
  test.each([
    ['capitals', 'API Design', 'api design'],
    ['accents', 'Ärger Éclair', 'arger eclair'],
    ['Cyrillic with a breve', 'Йод', 'иод'],
    ['Chinese', '代码 Review', '代码 review'],
    ['a letter whose lower case alone would be longer', 'İx', 'ix'],
    ['a Korean syllable', '한', '한'],
  ])('folds %s', (_name, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test.each([
    ['a letter and its mark', 're\u0301sume\u0301', 'résumé'],
    ['jamo', '\u1112\u1161\u11ab\u1100\u116e\u11a8', '한국'],
    ['half-width kana', 'ｶﾞｲﾄﾞ', 'ガイド'],
    ['a sharp s', 'straße', 'STRASSE'],
    ['a letter with a stroke', 'Łódź', 'lodz'],
    ['a ligature', 'ﬁle', 'file'],
  ])('folds %s and what is the same alike', (_name, one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  test('law: a text folds as it does in its other normal forms, and folded it stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('unfoldedRange', () => {
  test.each([
    ['plain text', 'file', 1, 3, 'il'],
    ['a letter that became two, in its middle', 'straße', 4, 5, 'ß'],
    ['behind such a letter', 'straßen', 7, 8, 'n'],
    ['a letter with its mark', 're\u0301su', 1, 2, 'e\u0301'],
  ])('finds the place of %s', (_name, text, start, end, expected) => {
    expect(text.slice(...unfoldedRange(text, start, end))).toBe(expected);
  });
});

describe('wordsOf', () => {
  const texts = (text: string) => wordsOf(text).map((word) => word.text);

  test.each([
    ['words with hyphens', 'backend-architect', ['backend', 'architect']],
    ['camel case, both ways', 'PostgreSQL', ['postgresql', 'postgre', 'sql']],
    ['an acronym before a word', 'HTTPServer', ['httpserver', 'http', 'server']],
    ['languages with signs', 'C++ or C#', ['c++', 'or', 'c#']],
    ['what is named with its point, both ways', 'ASP.NET, .NET', ['asp', 'net', '.net', 'net', '.net']],
    ['an acronym in the plural', 'CLIs', ['clis']],
    ['no word at all', ' -- ', []],
  ])('finds %s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test('keeps only the beginning of data without spaces', () => {
    expect(texts('aB'.repeat(5_000))).toEqual(['ab'.repeat(32)]);
  });

  test('law: each word is what is at its place, folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of wordsOf(text)) expect(foldText(text.slice(word.start, word.end))).toBe(word.text);
      }),
    );
  });
});
