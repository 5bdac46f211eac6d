import { describe, expect, test } from 'vitest';
import { type StyledLine, styledLine, toneLine } from '../../src/text/styled-text.ts';
import { CURSOR_MARKS, createPaint } from '../../src/ui/paint.ts';
import { hasCursor, withCursor } from '../../src/ui/views/parts/panes.tsx';

const paint = createPaint(false);
const READ: readonly StyledLine[] = [styledLine('only read'), toneLine(styledLine('waits'), 'resting-cursor')];

describe("the terminal's cursor", () => {
  test('stands at what the keys act on, though it has no ground of its own', () => {
    const [here] = withCursor([{ text: '❯', role: 'accent' }]);
    const line = { spans: [{ text: 'before ', role: 'text' as const }, ...(here ? [here] : [])] };
    expect(paint(line).split(CURSOR_MARKS.row)[0]).toBe('before ');
  });

  test('has a place in lines with a row that the keys act on, or a field', () => {
    expect(hasCursor(READ)).toBe(false);
    for (const tone of ['cursor', 'caret', 'here'] as const)
      expect(hasCursor([...READ, toneLine(styledLine('row'), tone)])).toBe(true);
  });

  test('stands at the beginning of a title alone', () => {
    const title = withCursor([
      { text: 'Result', role: 'text' },
      { text: ' of 3', role: 'muted' },
    ]);
    expect(title.map(({ tone }) => tone)).toEqual(['here', undefined]);
  });
});
