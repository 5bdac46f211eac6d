import { describe, expect, test } from 'vitest';
import { lineDifference } from '../../../src/core/rendering/text-difference.ts';
import { lineText } from '../../../src/text/styled-text.ts';

describe('lineDifference', () => {
  test('signs what goes and what comes', () => {
    expect(lineDifference('a\nb\n', 'a\nc\n', 40).map(lineText)).toEqual(['  a', '- b', '+ c']);
  });

  test('cuts long equal stretches short', () => {
    const equal = ['1', '2', '3', '4', '5', '6', '7'].join('\n');
    expect(lineDifference(`${equal}\nx\n`, `${equal}\ny\n`, 40).map(lineText)).toEqual([
      '  1',
      '  2',
      '  … 3 lines the same',
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
