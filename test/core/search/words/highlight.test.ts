import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../../src/core/search/words/fold-text.ts';
import { joinRanges, type Phrase, phraseRanges, wordRanges } from '../../../../src/core/search/words/highlight.ts';

describe('wordRanges', () => {
  const marked = (text: string, query: string, found: Readonly<Record<string, number>>) =>
    wordRanges(wordsOf(text), { query, qualityOf: (word) => found[word] ?? 0 });

  test('marks the typed part of the best words only', () => {
    expect(marked('Rapid API work, APIs', 'api', { api: 1, apis: 0.9, rapid: 0.5 })).toEqual([
      [6, 9],
      [16, 19],
    ]);
  });

  test('marks the whole of a word that was mistyped', () => {
    expect(marked('a Design', 'dsgn', { design: 0.4 })).toEqual([[2, 8]]);
  });

  test('marks nothing where nothing was found', () => {
    expect(marked('a Design', 'api', {})).toEqual([]);
  });
});

describe('phraseRanges', () => {
  const marked = (text: string, words: readonly string[], parts: Partial<Phrase> = {}) =>
    phraseRanges(wordsOf(text), { words, open: false, anchored: false, ...parts }).map(([start, end]) =>
      text.slice(start, end),
    );

  test.each<[string, string, readonly string[], Partial<Phrase>, readonly string[]]>([
    [
      'words one after the other',
      'A code review of Code-Review',
      ['code', 'review'],
      {},
      ['code review', 'Code-Review'],
    ],
    ['no word that goes on', 'code reviewer', ['code', 'review'], {}, []],
    ['one that goes on while it is typed', 'code reviewer', ['code', 'rev'], { open: true }, ['code rev']],
    ['a part of a word in camel case', 'Knows PostgreSQL', ['sql'], {}, ['SQL']],
    [
      'a word in camel case as one in a phrase',
      'PostgreSQL tables',
      ['postgresql', 'tables'],
      {},
      ['PostgreSQL tables'],
    ],
    ['only the beginning where it is anchored', 'back to back', ['back'], { anchored: true }, ['back']],
    ['nothing further on where it is anchored', 'a back', ['back'], { anchored: true }, []],
  ])('finds %s', (_name, text, words, parts, expected) => {
    expect(marked(text, words, parts)).toEqual(expected);
  });
});

describe('joinRanges', () => {
  test('orders ranges and joins those that touch', () => {
    expect(
      joinRanges([
        [6, 8],
        [0, 2],
        [2, 4],
        [1, 2],
      ]),
    ).toEqual([
      [0, 4],
      [6, 8],
    ]);
  });
});
