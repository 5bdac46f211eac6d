import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/text/text-cells.ts';
import { visibleText } from '../../src/text/visible-text.ts';
import { createPaint, paintBlock } from '../../src/ui/paint.ts';

const WORDS = {
  spans: [
    { text: 'plain ', role: 'text' },
    { text: 'bad', role: 'error' },
  ],
} as const;

describe('painting a line', () => {
  test('colours each span by what it is for, and ends the colour with it', () => {
    expect(createPaint(true)(WORDS)).toBe('plain \u001b[31mbad\u001b[0m');
  });

  test('without colours still sets things off', () => {
    expect(createPaint(false)(WORDS)).toBe('plain \u001b[1mbad\u001b[0m');
  });

  test.each(['\u001b[2J', '\u001b]52;c;eA==\u0007', '\u009b1m', 'a\rb', '\u202e', '\0'])(
    'shows %j as signs, whoever let it through',
    (text) => {
      const painted = createPaint(true)({ spans: [{ text, role: 'text' }] });
      expect(painted).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(painted).not.toBe('');
    },
  );
});

test('law: a block has as many rows and cells as asked, whatever is in it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '日', '👩‍💻', 'e\u0301', '-') });
  const lines = fc.array(
    text.map((one) => ({ spans: [{ text: visibleText(one), role: 'text' } as const] })),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(lines, fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 8 }), (given, width, height) => {
      const rows = paintBlock(createPaint(true), given, width, height).split('\n');
      expect(rows.map((row) => textWidth(row))).toEqual(Array(height).fill(width));
    }),
  );
});
