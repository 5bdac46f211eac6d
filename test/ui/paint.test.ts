import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legendSpans } from '../../src/app/model/signs.ts';
import { USUAL_LOOK } from '../../src/text/appearance.ts';
import type { Span } from '../../src/text/styled-text.ts';
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

const painted = (colors: Parameters<typeof createPaint>[0], look: Partial<typeof USUAL_LOOK>, span: Span): string =>
  createPaint(colors, { ...USUAL_LOOK, ...look })({ spans: [span] });

describe('a look of one\u2019s own', () => {
  const ACCENT: Span = { text: 'x', role: 'accent' };

  test.each([
    ['blue', '34'],
    ['bright-blue', '94'],
    ['default', '39'],
    ['#0b5fc2', '38;2;11;95;194'],
  ])('has %s where it is set', (color, code) => {
    expect(painted(true, { colors: { accent: color } }, ACCENT)).toBe(`\u001b[${code}mx\u001b[0m`);
  });

  test.each([
    ['#5fafd7', 74],
    ['#808080', 244],
    ['#000000', 16],
    ['#fefefe', 231],
  ])('shows %s as the nearest of 256 where there are no more', (color, number) => {
    expect(painted({ any: true, all: false }, { colors: { accent: color } }, ACCENT)).toBe(
      `\u001b[38;5;${number}mx\u001b[0m`,
    );
  });

  test('has no colour at all where the user wants none', () => {
    const look = { theme: 'dark', colors: { accent: 'blue', row: 'blue' } } as const;
    expect(painted(false, look, ACCENT)).toBe('\u001b[1mx\u001b[0m');
    expect(painted(false, look, { text: 'x', role: 'muted', tone: 'cursor' })).toContain('\u001b[1mx\u001b[0m');
  });

  test('the ground of the current row goes across the pane', () => {
    const line = { spans: [{ text: 'x', role: 'text', tone: 'cursor' }] } as const;
    const block = paintBlock(createPaint(true, { ...USUAL_LOOK, theme: 'dark' }), [line], 4, 1);
    expect(block.match(/48;5;236[^m]*m[^\u001b]*/g)?.map((part) => part.replace(/.*m/, ''))).toEqual(['x   ']);
  });
});

describe('signs in ASCII', () => {
  test.each([
    ['❯ ', 'accent', '> '],
    ['▎ ', 'accent', ': '],
    ['╭─ ', 'muted', '+- '],
    ['─1─', 'accent', '-1-'],
    ['✗', 'error', 'X'],
    ['–', 'muted', '-'],
  ] as const)('%j in %s is %j', (text, role, shown) => {
    expect(painted(false, { signs: 'ascii' }, { text, role })).toContain(shown);
  });

  test('each sign of the legend has one of its own', () => {
    const all = legendSpans(new Set(['marked', 'taken', 'part', 'merged', 'free', 'lacks', 'undecided']));
    const line = createPaint(false, { ...USUAL_LOOK, signs: 'ascii' })({ spans: all });
    expect(line.replace(/\u001b\[[\d;]*m/g, '')).toBe(
      ' x marked  * taken  % part taken  u merged  o not taken  - lacks it  # to decide',
    );
  });

  test.each(['a ✓ of an agent', '● first', '│ art │'])('what an agent says, such as %j, is left as it is', (text) => {
    expect(painted(false, { signs: 'ascii' }, { text, role: 'text' })).toBe(text);
    expect(painted(false, { signs: 'ascii' }, { text, role: 'code' })).toBe(text);
  });
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

describe('styles that spans share', () => {
  const spans = fc.array(
    fc.record({
      text: fc.constantFrom('a', 'bc', ' ', '   ', ' d ', ''),
      role: fc.constantFrom('text', 'muted', 'accent', 'link', 'added-word', 'match', 'marker'),
    }),
    { maxLength: 8 },
  );
  const looks = fc.record({
    theme: fc.constantFrom('auto', 'dark', 'high-contrast'),
    tone: fc.constantFrom(undefined, 'cursor', 'resting-cursor'),
    colors: fc.boolean(),
  });

  test('law: painted together they look as painted one by one', () => {
    fc.assert(
      fc.property(spans, looks, (given, { theme, tone, colors }) => {
        const paint = createPaint(colors, { ...USUAL_LOOK, theme });
        const toned: readonly Span[] = given.map((span) => (tone ? { ...span, tone } : span));
        const together = seenCells(paint({ spans: toned }));
        expect(together).toEqual(seenCells(toned.map((span) => paint({ spans: [span] })).join('')));
      }),
    );
  });

  test('are said once, with the blanks between them', () => {
    const words = ['one', '  ', 'two'].map((text): Span => ({ text, role: 'muted' }));
    expect(createPaint(true)({ spans: words })).toBe('\u001b[2mone  two\u001b[0m');
    const apart: readonly Span[] = [{ text: 'one', role: 'muted' }, { text: '  ', role: 'text' }, ...words.slice(2)];
    expect(createPaint(true)({ spans: apart })).toBe('\u001b[2mone  two\u001b[0m');
  });
});

/** Each cell with the styles that can be seen on it; those of a blank only if they show there. */
function seenCells(painted: string): readonly string[] {
  let style: readonly string[] = [];
  return [...painted.matchAll(/\u001b\[([\d;]*)m|[^\u001b]/g)].flatMap(([part, code]) => {
    if (code !== undefined) {
      // The mark of the current row is no style.
      if (code !== '5') style = code === '0' ? [] : [...style, code];
      return [];
    }
    const isSeen = part !== ' ' || style.some((one) => /^(?:.*;)?(?:4|7|9|48;5;\d+)(?:;.*)?$/.test(one));
    return [`${part}${isSeen ? style.join('+') : ''}`];
  });
}
