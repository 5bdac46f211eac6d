import Fuse from 'fuse.js';
import { describe, expect, test, vi } from 'vitest';
import { createVocabulary } from '../../../../src/core/search/index/vocabulary.ts';
import {
  type Expansion,
  expandBeginning,
  expandLiterally,
  expandLoosely,
} from '../../../../src/core/search/scoring/expand-word.ts';

const vocabulary = createVocabulary([
  'architect',
  'architecture',
  'backend',
  'design',
  'security',
  'test',
  'best',
  '代码审查',
]);
const best = (found: Expansion) => [...found].sort((a, b) => b[1] - a[1]).map(([number]) => vocabulary.words[number]);

describe('expandLiterally', () => {
  test.each([
    ['a whole word first, then longer ones', 'architect', ['architect', 'architecture']],
    ['the inside of a word', 'end', ['backend']],
    ['no inside for two letters, which would be everywhere', 'nd', []],
    ['the inside of a run of Chinese', '审查', ['代码审查']],
  ])('finds %s', (_name, query, expected) => {
    expect(best(expandLiterally(query, vocabulary))).toEqual(expected);
  });
});

describe('expandBeginning', () => {
  test.each([
    ['longer words that begin so', 'des', ['design']],
    ['no word that only holds it', 'end', []],
    ['the inside of a run of Chinese', '审查', ['代码审查']],
  ])('finds %s', (_name, query, expected) => {
    expect(best(expandBeginning(query, vocabulary))).toEqual(expected);
  });
});

describe('expandLoosely', () => {
  test.each([
    ['swapped letters', 'secruity', 'security'],
    ['a letter left out', 'securty', 'security'],
    ['a wrong letter', 'backxnd', 'backend'],
    ['a letter too many', 'desiggn', 'design'],
    ['a mistake in the beginning of a word', 'archtec', 'architect'],
    ['consonants only', 'dsgn', 'design'],
  ])('forgives %s', (_name, query, expected) => {
    expect(best(expandLoosely(query, vocabulary))[0]).toBe(expected);
  });

  test.each([
    ['a wrong first letter', 'mackend', ['backend']],
    ['a first letter left out', 'ackend', ['backend']],
    ['nothing where it is the end of another word', 'xend', []],
    ['nothing two letters on', 'chitect', []],
  ])('finds %s', (_name, query, expected) => {
    expect(best(expandLoosely(query, vocabulary))).toEqual(expected);
  });

  test('does not take a short word for another', () => {
    expect(best(expandLoosely('re', vocabulary))).toEqual([]);
  });

  test('is done at once with a word no one would type', () => {
    expect(expandLoosely('x'.repeat(10_000), vocabulary).size).toBe(0);
  });
});

describe('fuse.js', () => {
  /** Ten thousand words of three or four syllables, and a few that somebody mistypes. */
  const words = Array.from({ length: 10_000 }, (_, at) =>
    [at % 97, (at * 31) % 89, (at * 7) % 83, ...(at % 3 === 0 ? [(at * 13) % 79] : [])]
      .map((syllable) => `${'bcdfghklmnprstvw'[syllable % 16]}${'aeiou'[syllable % 5]}`)
      .join(''),
  );
  const vocabulary = createVocabulary([...words, 'security', 'database', 'observability', 'kubernetes']);

  test.each([
    ['securty', 100],
    ['databse', 100],
    ['observabilty', 100],
    ['kubernets', 100],
    ['xqjk', 100],
    ['zzzz', 100],
    // Nothing but one letter that a third of all words have.
    ['aaaa', 600],
  ])('is handed few of ten thousand words for %s', (query, most) => {
    const handed = vi.spyOn(Fuse.prototype, 'setCollection');
    expandLoosely(query, vocabulary);
    const counts = handed.mock.calls.map(([given]) => given.length);
    handed.mockRestore();
    expect(counts).toHaveLength(1);
    expect(counts[0]).toBeLessThan(most);
  });
});
