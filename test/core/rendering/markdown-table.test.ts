import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitRow, tableAlignments, tableLines } from '../../../src/core/rendering/markdown-table.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';

const shown = (rows: ReturnType<typeof tableLines>) => rows?.flat().map(lineText);

describe('tableAlignments', () => {
  test.each([
    ['| --- | :-: | --: |', ['left', 'center', 'right']],
    ['---|---', ['left', 'left']],
    ['|-|', ['left']],
    ['| a | b |', null],
    ['', null],
    [': |', null],
    ['|', null],
  ])('of %j', (line, alignments) => {
    expect(tableAlignments(line)).toEqual(alignments);
  });
});

describe('splitRow', () => {
  test.each([
    ['| a | b |', ['a', 'b']],
    ['a | b', ['a', 'b']],
    ['| a | | c |', ['a', '', 'c']],
    ['| a \\| b | c |', ['a | b', 'c']],
    ['|', ['']],
  ])('of %j', (row, cells) => {
    expect(splitRow(row)).toEqual(cells);
  });
});

describe('tableLines', () => {
  test('aligns the columns over a thin rule', () => {
    const rows = ['| Level | Runs |', '| `high` | 3 |', '| low | 12 |'];
    expect(shown(tableLines(rows, ['left', 'right'], 40))).toEqual([
      'Level  Runs',
      '───────────',
      'high      3',
      'low      12',
    ]);
  });

  test('wraps the widest column when the table is too wide', () => {
    const rows = ['| Key | Meaning |', '| depth | how far nested things are read |'];
    expect(shown(tableLines(rows, ['left', 'left'], 20))).toEqual([
      'Key    Meaning',
      '────────────────────',
      'depth  how far',
      '       nested things',
      '       are read',
    ]);
  });

  test('keeps what a row has beyond its columns', () => {
    expect(shown(tableLines(['| a |', '| b | c | d |'], ['left'], 20))?.at(-1)).toBe('b | c | d');
  });

  test('gives up when columns would be too narrow to read', () => {
    expect(tableLines(['|a|b|c|'], ['left', 'left', 'left'], 20)).toBeNull();
  });

  test('law: no line is wider than asked, and there is one group of lines for every row and the rule', () => {
    const row = fc
      .array(fc.constantFrom('a', '日本', 'word word', '**b**', '', '🔥'), { minLength: 1, maxLength: 5 })
      .map((cells) => `| ${cells.join(' | ')} |`);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.integer({ min: 18, max: 60 }), (rows, width) => {
        const lines = tableLines(rows, ['left', 'center'], width) ?? [];
        expect(lines).toHaveLength(rows.length + 1);
        for (const line of lines.flat()) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
