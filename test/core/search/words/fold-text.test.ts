import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, wordsOf } from '../../../../src/core/search/words/fold-text.ts';

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

  test('law: every place in the folded text is the same place in the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text).length === text.length));
  });
});

describe('wordsOf', () => {
  const texts = (text: string) => wordsOf(text).map((word) => word.text);

  test.each([
    ['words with hyphens', 'backend-architect', ['backend', 'architect']],
    ['camel case, both ways', 'PostgreSQL', ['postgresql', 'postgre', 'sql']],
    ['an acronym before a word', 'HTTPServer', ['httpserver', 'http', 'server']],
    ['languages with signs', 'C++ or C#', ['c++', 'or', 'c#']],
    ['no word at all', ' -- ', []],
  ])('finds %s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test('keeps only the beginning of data without spaces', () => {
    expect(texts('aB'.repeat(5_000))).toEqual(['ab'.repeat(32)]);
  });

  test('law: each word is what the folded text holds at its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of wordsOf(text)) expect(foldText(text).slice(word.start, word.end)).toBe(word.text);
      }),
    );
  });
});
