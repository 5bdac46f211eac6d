import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineDifference, wordDifference } from '../../../src/core/rendering/text-difference.ts';
import { lineText, lineWidth, type StyledLine } from '../../../src/text/styled-text.ts';

/** Lines with `[-removed-]` and `{+added+}` set off. */
const marked = (lines: readonly StyledLine[]) =>
  lines.map(({ spans }) =>
    spans
      .map(({ text, role }) => (role === 'removed' ? `[-${text}-]` : role === 'added' ? `{+${text}+}` : text))
      .join(''),
  );

describe('wordDifference', () => {
  test.each([
    ['nothing', 'Be brief.', 'Be brief.', ['Be brief.']],
    ['a word', 'Be very brief.', 'Be quite brief.', ['Be [-very-]{+quite+} brief.']],
    ['a line', 'One.\n', 'One.\nTwo.\n', ['One.', '{+Two.+}']],
    ['line ends alone', 'One.\r\nTwo.', 'One.\nTwo.', ['One.', 'Two.']],
  ])('shows %s', (_, before, after, lines) => {
    expect(marked(wordDifference(before, after, 40))).toEqual(lines);
  });

  test('keeps blank lines between paragraphs but none at the end', () => {
    expect(marked(wordDifference('a\n\nb\n\n', 'a\n\nb\n\n', 40))).toEqual(['a', '', 'b']);
  });

  test('shows control characters as signs', () => {
    expect(marked(wordDifference('', 'a\u001b[2Jb', 40)).join('')).not.toContain('\u001b');
  });

  test('of long texts is made by lines', () => {
    const before = Array.from({ length: 1000 }, (_, line) => `line ${line} of the text`).join('\n');
    const after = before.replace('line 500', 'row 500');
    expect(marked(wordDifference(before, after, 40)).slice(499, 503)).toEqual([
      'line 499 of the text',
      '[-line 500 of the text-]',
      '{+row 500 of the text+}',
      'line 501 of the text',
    ]);
  });

  test('of texts with nothing in common is the second alone, however long they are', () => {
    expect(marked(wordDifference('Use coal in the forge', 'Sharpen every blade on stone', 40))).toEqual([
      '{+Sharpen every blade on stone+}',
    ]);
    const lines = marked(wordDifference('old '.repeat(2400), 'new '.repeat(2400), 40));
    expect(lines.every((line) => line.startsWith('{+new'))).toBe(true);
  });

  test('law: no line is wider than asked, and without what was removed the words of the second text are there', () => {
    const text = fc.array(fc.constantFrom('one', 'two', '日本', '🦊', '\n', ' ')).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, fc.integer({ min: 4, max: 30 }), (before, after, width) => {
        const lines = wordDifference(before, after, width);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
        const kept = lines.flatMap(({ spans }) => spans.filter(({ role }) => role !== 'removed').map((s) => s.text));
        expect(kept.join('').replace(/\s/g, '')).toBe(after.replace(/\s/g, ''));
      }),
    );
  });
});

describe('lineDifference', () => {
  test('signs what goes and what comes', () => {
    expect(lineDifference('a\nb\n', 'a\nc\n', 40).map(lineText)).toEqual(['  a', '- b', '+ c']);
  });

  test('cuts long equal stretches short', () => {
    const equal = ['1', '2', '3', '4', '5', '6', '7'].join('\n');
    expect(lineDifference(`${equal}\nx\n`, `${equal}\ny\n`, 40).map(lineText)).toEqual([
      '  1',
      '  2',
      '  … 3 equal lines',
      '  6',
      '  7',
      '- x',
      '+ y',
    ]);
  });

  test('shows every line of equal stretches that are short', () => {
    expect(lineDifference('1\n2\n3\n4\n5\n', '1\n2\n3\n4\n5\n', 40)).toHaveLength(5);
  });

  test('of a new file is nothing but what comes', () => {
    expect(lineDifference('', 'a\nb\n', 40).map(lineText)).toEqual(['+ a', '+ b']);
  });

  test('wraps long lines under their sign', () => {
    expect(lineDifference('', 'one two three\n', 8).map(lineText)).toEqual(['+ one', '+ two', '+ three']);
  });
});
