import { expect, test } from 'vitest';
import { createSearch } from '../../../../src/core/search/search.ts';
import { everydayWords, tradeWordsFor, withPairs } from '../../../../src/core/search/words/everyday-words.ts';
import { foldText } from '../../../../src/core/search/words/fold-text.ts';
import { isSmallWord } from '../../../../src/core/search/words/small-words.ts';
import { aDefinition } from '../../../support/a-definition.ts';

const found = (texts: Readonly<Record<string, string>>, query: string): readonly string[] =>
  createSearch(
    Object.entries(texts).map(([name, description]) =>
      aDefinition({ id: `project:${name}`, path: `/${name}.md`, name, description }),
    ),
  )
    .search(query)
    .slice()
    .map(({ definition }) => definition.name);

test.each([
  ['our shop is too sluggish', 'Improves the performance of what customers see.'],
  ['people cannot sign in any more', 'Builds authentication.'],
  ['hackers could get at the data of ours', 'Looks for vulnerabilities.'],
])('%s finds the words of the trade', (query, description) => {
  expect(found({ right: description, wrong: 'Paints walls blue.' }, query)).toEqual(['right']);
});

test('the word itself is better than what it may mean', () => {
  const texts = { meant: 'Tunes performance of queries.', said: 'Finds slow queries there are.' };
  expect(found(texts, 'which queries are slow')).toEqual(['said', 'meant']);
});

test('two words are taken as they stand: a word and what it may mean', () => {
  expect(withPairs(['please', 'sign', 'in', 'here'])).toEqual(['please', 'sign', 'in', 'sign in', 'here']);
  expect([...tradeWordsFor('signing in')]).toContain('authentication');
  expect([...tradeWordsFor('sign')]).toEqual([]);
});

test('small words may stand between two that are taken together', () => {
  expect(withPairs(['tests', 'that', 'are', 'red'])).toContain('tests red');
  expect(withPairs(['red', 'tests'])).toEqual(['red', 'tests']);
});

test('a word or two mean nothing but what they say', () => {
  expect(found({ one: 'Tunes performance.', two: 'Slow food.' }, 'slow')).toEqual(['two']);
});

test('each entry is looked up as it stands', () => {
  for (const [everyday, trade] of everydayWords()) {
    expect(foldText(everyday)).toBe(everyday);
    // A small word is left out of a description, but where it makes two.
    for (const word of everyday.split(' '))
      expect([word, !word.includes('-') && isSmallWord(word)]).toEqual([word, false]);
    expect(trade).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
  }
});
