import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createShingler } from '../../../src/core/twins/shingles.ts';

const shinglesOf = createShingler();

describe('createShingler', () => {
  test.each([
    ['no words', '--- *** 🙂', 0],
    ['fewer than four words', 'Be kind', 1],
    ['four words', 'Be kind and brief', 1],
    ['six words', 'Be kind and brief every day', 3],
    ['words that come again', 'one two one two one two one two', 2],
    ['a script without spaces, by character', '请保持简短', 2],
    ['such a script in the middle of words', 'Reply 用中文 always', 2],
    ['letters outside the basic plane', '𝒶𝒷 𝒸 𝒹 𝑒', 1],
  ])('%s', (_name, text, count) => {
    expect(shinglesOf(text)).toHaveLength(count);
  });

  test.each([
    ['white space and line ends', 'read the code\r\n\r\n  first thing', 'read the code first thing'],
    ['case', 'Read The CODE first', 'read the code first'],
    ['Markdown and punctuation', '## **Read** the `code`, _first_!', 'read the code first'],
    ['how accents are written', 'Re\u0301sume\u0301 du code lu', 'R\u00e9sum\u00e9 du code lu'],
  ])('%s do not count', (_name, text, same) => {
    expect(shinglesOf(text)).toEqual(shinglesOf(same));
  });

  test('word order and word borders count', () => {
    expect(shinglesOf('a b c d')).not.toEqual(shinglesOf('d c b a'));
    expect(shinglesOf('ab c d e')).not.toEqual(shinglesOf('a bc d e'));
    expect(shinglesOf('a b')).not.toEqual(shinglesOf('a b b'));
  });

  test('law: shingles ascend, and a text has no more of them than words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'être', '字', '𝒶')), (words) => {
        const shingles = [...shinglesOf(words.join(' '))];
        expect(shingles).toEqual([...new Set(shingles)].sort((a, b) => a - b));
        expect(shingles.length).toBeLessThanOrEqual(words.length);
      }),
    );
  });

  test('law: any text has shingles, and the same ones whatever came before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (text, other) => {
        const first = shinglesOf(text);
        shinglesOf(other);
        expect(shinglesOf(text)).toEqual(first);
      }),
    );
  });
});
