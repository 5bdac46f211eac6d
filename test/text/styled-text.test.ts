import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import {
  cutLine,
  joinColumns,
  lineText,
  lineWidth,
  padLine,
  type Role,
  type Span,
  sliceSpans,
  spanSlicer,
  spansText,
  styledLine,
  toneLine,
} from '../../src/text/styled-text.ts';
import { visibleText } from '../../src/text/visible-text.ts';

const role = fc.constantFrom<Role>('text', 'strong', 'code', 'match');
const shownText = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-ascii' }))
  .map(visibleText);
const span: fc.Arbitrary<Span> = fc.record({ text: shownText, role });
const anyLine = fc.array(span, { maxLength: 6 }).map((spans) => ({ spans }));
const anyWidth = fc.integer({ min: 0, max: 60 });

describe('cutLine', () => {
  test.each([
    ['a line that fits', 'backend', 7, 'backend'],
    ['a longer line', 'backend-architect', 8, 'backend…'],
    ['a line cut after a word', 'code review', 6, 'code…'],
    ['wide characters', '日本語', 4, '日…'],
    ['a wide character that would stick out', '日本語', 5, '日本…'],
    ['a line in one cell', 'abc', 1, '…'],
    ['a line in no cell', 'abc', 0, ''],
  ])('%s', (_name, text, width, expected) => {
    expect(lineText(cutLine(styledLine(text), width))).toBe(expected);
  });

  test('says with the role of the text where it was cut', () => {
    const line = {
      spans: [
        { text: 'one ', role: 'text' },
        { text: 'two three', role: 'match' },
      ],
    } as const;
    expect(cutLine(line, 8).spans).toEqual([
      { text: 'one ', role: 'text' },
      { text: 'two', role: 'match' },
      { text: '…', role: 'match' },
    ]);
  });

  test('gives back the same line when it fits', () => {
    const line = styledLine('short');
    expect(cutLine(line, 5)).toBe(line);
  });

  test('law: never wider than asked', () => {
    fc.assert(
      fc.property(anyLine, anyWidth, (line, width) => {
        expect(stringWidth(lineText(cutLine(line, width)))).toBeLessThanOrEqual(width);
      }),
      { numRuns: 500 },
    );
  });
});

describe('padLine', () => {
  test('law: exactly as wide as asked', () => {
    fc.assert(
      fc.property(anyLine, anyWidth, (line, width) => {
        expect(lineWidth(padLine(line, width))).toBe(width);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps what else a line knows', () => {
    expect(padLine({ ...styledLine('a'), source: 7 }, 2)).toMatchObject({ source: 7 });
  });
});

describe('toneLine', () => {
  test('paints the whole row and keeps the roles', () => {
    expect(toneLine(padLine(styledLine('a', 'strong'), 2), 'cursor').spans).toEqual([
      { text: 'a', role: 'strong', tone: 'cursor' },
      { text: ' ', role: 'text', tone: 'cursor' },
    ]);
  });
});

describe('joinColumns', () => {
  const separator: Span = { text: ' │ ', role: 'muted' };

  test('puts panes side by side and fills the shorter one', () => {
    const left = { lines: [styledLine('one'), styledLine('two')], width: 4 };
    const right = { lines: [styledLine('a long remark')], width: 7 };
    expect(joinColumns([left, right], separator).map(lineText)).toEqual(['one  │ a long…', 'two  │        ']);
  });

  test('law: every row is as wide as its columns and separators', () => {
    const column = fc.record({ lines: fc.array(anyLine, { maxLength: 4 }), width: anyWidth });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (columns) => {
        const width = columns.reduce((sum, each) => sum + each.width + 3, -3);
        for (const line of joinColumns(columns, separator)) expect(lineWidth(line)).toBe(width);
      }),
    );
  });
});

describe('sliceSpans', () => {
  const spans: readonly Span[] = [
    { text: 'abc', role: 'text' },
    { text: 'def', role: 'strong' },
  ];

  test('keeps the role of each part', () => {
    expect(sliceSpans(spans, 2, 5)).toEqual([
      { text: 'c', role: 'text' },
      { text: 'de', role: 'strong' },
    ]);
  });

  test('law: slices in a row join to the text', () => {
    const cuts = fc.array(fc.nat(30), { maxLength: 5 }).map((offsets) => [0, ...offsets.sort((a, b) => a - b), 10_000]);
    fc.assert(
      fc.property(anyLine, cuts, (line, offsets) => {
        const slice = spanSlicer(line.spans);
        const parts = offsets.slice(1).map((end, index) => spansText(slice(offsets[index] ?? 0, end)));
        expect(parts.join('')).toBe(lineText(line));
      }),
    );
  });
});
