import { describe, expect, test } from 'vitest';
import {
  type Expansion,
  expandBeginning,
  expandLiterally,
  expandLoosely,
} from '../../../src/core/search/expand-word.ts';
import { createVocabulary } from '../../../src/core/search/vocabulary.ts';

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

  test('does not take a short word for another', () => {
    expect(best(expandLoosely('re', vocabulary))).toEqual([]);
  });

  test('is done at once with a word no one would type', () => {
    expect(expandLoosely('x'.repeat(10_000), vocabulary).size).toBe(0);
  });
});
