import { describe, expect, test } from 'vitest';
import {
  bulletWidth,
  columnAt,
  enterItem,
  indentation,
  type ListLevel,
} from '../../../src/core/rendering/list-levels.ts';
import { spansText } from '../../../src/text/styled-text.ts';

const enter = (levels: ListLevel[], indent: number, mark: string, content = 'x', width = 60) => {
  const { lead, text } = enterItem(levels, { indent, mark, content }, width);
  return `${spansText(lead.first)}${text}`;
};

describe('bulletWidth', () => {
  test.each([
    ['- a', 2],
    ['*  a', 3],
    ['12. a', 4],
    ['3) a', 3],
    ['• a', 2],
    ['-', 1],
    ['-a', 0],
    ['- - -', 0],
    ['2024 was', 0],
  ])('of %j is %i', (text, width) => {
    expect(bulletWidth(text)).toBe(width);
  });
});

describe('enterItem', () => {
  test('hangs inner items under the text of outer ones', () => {
    const levels: ListLevel[] = [];
    const shown = [enter(levels, 0, '10.'), enter(levels, 3, '-'), enter(levels, 6, '*'), enter(levels, 3, '-')];
    expect(shown).toEqual([' 10. x', '     • x', '       • x', '     • x']);
  });

  test('takes one column more for a slip', () => {
    const levels: ListLevel[] = [];
    expect([enter(levels, 0, '-'), enter(levels, 1, '-')]).toEqual([' • x', ' • x']);
  });

  test('shows the box of a task instead of a bullet', () => {
    expect(enter([], 0, '-', '[x] done')).toBe(' [x] done');
  });

  test('leaves half of a narrow pane to the text', () => {
    const levels: ListLevel[] = [
      { indent: 0, textColumn: 20 },
      { indent: 2, textColumn: 40 },
    ];
    expect(enter(levels, 4, '-', 'x', 12)).toBe('    • x');
  });

  test('keeps the number where there is no room for a margin', () => {
    const { lead, text } = enterItem([], { indent: 0, mark: '10.', content: 'x' }, 5);
    expect({ lead, text }).toEqual({ lead: { first: [], rest: [] }, text: '10. x' });
  });
});

describe('columnAt', () => {
  test('is under the item that the text belongs to', () => {
    const levels: ListLevel[] = [
      { indent: 0, textColumn: 3 },
      { indent: 2, textColumn: 5 },
    ];
    expect([columnAt(levels, 4), columnAt(levels, 2), columnAt(levels, 0)]).toEqual([5, 3, 0]);
  });

  test('keeps a deep indentation outside lists and drops a shallow one', () => {
    expect([columnAt([], 3), columnAt([], 4)]).toEqual([0, 4]);
  });
});

test('indentation of nothing is no span', () => {
  expect([indentation(0), spansText(indentation(3))]).toEqual([[], '   ']);
});
