import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differingWords, withWordsIn, wordsOnLines } from '../../../src/core/rendering/differing-words.ts';
import { lineText, type StyledLine } from '../../../src/text/styled-text.ts';

const linesOf = (text: string): readonly StyledLine[] =>
  text.split('\n').map((line) => ({ spans: line === '' ? [] : [{ text: line, role: 'text' }] }));

/** Both texts with the words set off in which they differ: `[gone]`, `{new}`. */
const marked = (before: readonly StyledLine[], after: readonly StyledLine[]) => {
  const { removed, added } = differingWords(wordsOnLines(before), wordsOnLines(after));
  const shown = (lines: readonly StyledLine[]) =>
    lines
      .map(({ spans }) =>
        spans
          .map(({ text, role }) => (role === 'removed-word' ? `[${text}]` : role === 'added-word' ? `{${text}}` : text))
          .join(''),
      )
      .join('\n');
  return [shown(withWordsIn(before, removed, 'removed-word')), shown(withWordsIn(after, added, 'added-word'))];
};

describe('the words in which two texts differ', () => {
  test.each([
    ['none', 'Be brief.', 'be brief', 'Be brief.', 'be brief'],
    ['one', 'Be very brief.', 'Be quite brief.', 'Be [very] brief.', 'Be {quite} brief.'],
    ['several in a row with what is between them', 'a b c d', 'a x, y d', 'a [b c] d', 'a {x, y} d'],
    ['wherever lines break', 'a b\nc', 'a\nb d', 'a b\n[c]', 'a\nb {d}'],
    ['characters of scripts without spaces', '使用煤炭', '使用木炭', '使用[煤]炭', '使用{木}炭'],
    ['words with accents', 'é straße', 'e\u0301 straßen', 'é [straße]', 'e\u0301 {straßen}'],
  ])('are %s', (_, before, after, shownBefore, shownAfter) => {
    expect(marked(linesOf(before), linesOf(after))).toEqual([shownBefore, shownAfter]);
  });

  test('are none in bullets and numbers of lists', () => {
    const item = (number: string): StyledLine => ({
      spans: [
        { text: number, role: 'marker' },
        { text: 'Heat', role: 'text' },
      ],
    });
    expect(marked([item('1. ')], [item('2. ')])).toEqual(['1. Heat', '2. Heat']);
  });

  test('keep to their span', () => {
    const line = (code: string): StyledLine => ({
      spans: [
        { text: 'Use ', role: 'text' },
        { text: code, role: 'code' },
        { text: ' here', role: 'text' },
      ],
    });
    expect(marked([line('a-b')], [line('a-c')])).toEqual(['Use a-[b] here', 'Use a-{c} here']);
  });

  test('of long texts that share nothing are all', () => {
    const { removed, added } = differingWords(Array(3000).fill('old'), Array(2000).fill('new'));
    expect([removed.size, added.size]).toEqual([3000, 2000]);
  });

  test('law: setting words off changes no text, and what is left of both is the same', () => {
    const text = fc
      .array(fc.constantFrom('one', 'two', '日本', '🦊', '\n', ' ', 'x-y'))
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [one, other] = [linesOf(before), linesOf(after)];
        const { removed, added } = differingWords(wordsOnLines(one), wordsOnLines(other));
        expect(withWordsIn(other, added, 'added-word').map(lineText)).toEqual(other.map(lineText));
        const rest = (words: readonly string[], gone: ReadonlySet<number>) => words.filter((_, at) => !gone.has(at));
        expect(rest(wordsOnLines(other), added)).toEqual(rest(wordsOnLines(one), removed));
      }),
    );
  });
});
