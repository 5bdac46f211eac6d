import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import {
  markdownLines,
  type RenderedLine,
  renderedIndex,
  sourceLines,
} from '../../../src/core/rendering/markdown-lines.ts';
import { lineText } from '../../../src/text/styled-text.ts';

const shown = (body: string, width = 40) => markdownLines(body, width).map(lineText);
const roles = (body: string) => markdownLines(body, 40).map((line) => line.spans.map((span) => span.role).join(' '));
const sources = (lines: readonly RenderedLine[]) => lines.map((line) => line.source);

const bodies = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '# T',
          '- ',
          '1. ',
          '> ',
          '```',
          '~~~js',
          '|a|b|',
          '|-|-|',
          '---',
          '**B:**',
          '<tag>',
          '</tag>',
          '<!-- c -->',
        ],
        ...[
          'word ',
          'a-long-hyphenated-word ',
          '日本語',
          '✅',
          '    ',
          '\t',
          '\n',
          '\n',
          '\n\n',
          '\r\n',
          '`c`',
          '[l](u)',
        ],
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

describe('markdownLines', () => {
  test.each([
    ['a title without its marks', '## Scope ##', ['Scope']],
    [
      'a paragraph wrapped',
      'Read the whole change before you judge it.',
      ['Read the whole change before you judge', 'it.'],
    ],
    ['a line break as one', 'first\nsecond', ['first', 'second']],
    [
      'bullets with their text hanging',
      '- Read the whole change before you say no',
      [' • Read the whole change before you say', '   no'],
    ],
    ['inner items under outer ones', '1. One\n   - inner\n2. Two', [' 1. One', '    • inner', ' 2. Two']],
    ['text that belongs to an item', '- one\n\n  more\n\nnot more', [' • one', '', '   more', '', 'not more']],
    ['tasks', '- [ ] open\n- [x] done', [' [ ] open', ' [x] done']],
    ['quotes', '> said\n>> again\n> - item', ['▏ said', '▏ ▏ again', '▏ • item']],
    ['code as it is', '```js\nif (a) {\n  b();\n}\n```', ['```js', 'if (a) {', '  b();', '}', '```']],
    ['blank lines in code', '```\na\n\n\nb\n```', ['```', 'a', '', '', 'b', '```']],
    ['code under its item', '- run\n  ```\n  a\n    b\n  ```', [' • run', '   ```', '   a', '     b', '   ```']],
    ['titles in code as code', '```\n# no\n```', ['```', '# no', '```']],
    ['runs of blank lines as one', '\n\na\n\n\n\nb\n\n', ['a', '', 'b']],
    ['a rule', 'a\n\n***', ['a', '', '─'.repeat(40)]],
    [
      'tags and comments as they are',
      '<role>\nx\n</role>\n<!-- y\nz -->',
      ['<role>', 'x', '</role>', '<!-- y', 'z -->'],
    ],
    ['a table', 'a | b\n--|--\n1 | 2', ['a  b', '────', '1  2']],
    ['a table too wide for its columns', '|a|b|c|d|e|\n|-|-|-|-|-|', ['|a|b|c|d|e|', '|-|-|-|-|-|']],
    ['pipes that are no table', 'a | b\nc', ['a | b', 'c']],
    ['an indented drawing', 'x\n\n    +--+\n    |  |', ['x', '', '    +--+', '    |  |']],
    ['Windows line ends', '# A\r\n\r\nb\r\n', ['A', '', 'b']],
    ['what would harm the terminal', 'a\u001b[2Jb\u202Ec', ['a␛[2Jb�c']],
    ['nothing', '', []],
  ])('shows %s', (_name, body, lines) => {
    expect(shown(body)).toEqual(lines);
  });

  test('joins a paragraph that an editor broke at a fixed column', () => {
    const body = [
      'The first line of this paragraph is broken at a fixed column by an',
      'editor, so is the second one, and the third is what is then left of',
      'it.',
    ];
    expect(shown(body.join('\n'), 200)).toEqual([body.join(' ')]);
  });

  test('joins nothing to an item that stands outside of it', () => {
    const item = '- This item is broken off by its author right at the sixtieth column';
    expect(shown(`${item}\nAnything below stands for itself.`, 200)).toHaveLength(2);
    expect(shown(`${item}\n  anything below goes on.`, 200)).toHaveLength(1);
  });

  test('tells titles, code, tags and lists apart by role', () => {
    const body = ['# A', '### B', '**C:**', '- d', '```', 'e', '```', '<f>', '> g'].join('\n');
    expect(roles(body)).toEqual([
      'heading',
      'subheading',
      'subheading',
      'text marker text',
      'muted',
      'code',
      'muted',
      'muted',
      'marker text',
    ]);
  });

  test('does not take an item that is all bold for a title', () => {
    expect(roles('- **All bold**')).toEqual(['text marker strong']);
  });

  test('says which line of the body each line comes from', () => {
    const body = '# A\n\none two three\n- b\n\n\n```\nc\n```\n| d | e |\n|---|---|\n| f | g |';
    expect(sources(markdownLines(body, 20))).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]);
    expect(sources(markdownLines('one two three', 5))).toEqual([0, 0, 0]);
  });

  test('law: no line is wider than asked, and sources never go back', () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 200 }), (body, width) => {
        const lines = markdownLines(body, width);
        expect(lines.filter((line) => stringWidth(lineText(line)) > width)).toEqual([]);
        expect(sources(lines)).toEqual(sources(lines).sort((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  test('law: as many lines as are asked for are the first ones of all', () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 12 }), (body, width, most) => {
        const all = markdownLines(body, width);
        const first = markdownLines(body, width, most);
        expect(first).toEqual(all.slice(0, first.length));
        expect(first.length).toBeGreaterThanOrEqual(Math.min(most, all.length));
      }),
      { numRuns: 500 },
    );
  });

  test('makes no more blocks than are asked for', () => {
    expect(markdownLines('- one\n'.repeat(1_000), 80, 10)).toHaveLength(10);
  });

  test('law: letters and digits stay, in order', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    const prose = fc
      .array(
        fc.constantFrom('word ', '12 ', '日本', '- ', '3. ', '> ', '# ', '\n', '\n\n', '  ', '**b** ', '*', '```\n'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(prose, fc.integer({ min: 8, max: 120 }), (body, width) => {
        expect(letters(shown(body, width).join(''))).toBe(letters(body));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    '*',
    '[',
    '`',
    '>',
    '- ',
    '**a ',
    '[a](',
    '|',
    '<a',
    '\n',
    '```\n',
    '```js\n',
    '<!--\n',
    'a b c d\n',
    '🔥',
  ])('comes to the end of %j again and again', (part) => {
    const lines = markdownLines(`${part.repeat(100_000)}\nthe end`, 80);
    expect(lines.map(lineText).at(-1)).toContain('the end');
  });

  test('loses nothing of one line of a megabyte', () => {
    const words = markdownLines('word '.repeat(200_000), 80);
    expect(words.map(lineText).join(' ').split(/ +/).filter(Boolean)).toHaveLength(200_000);
    expect(markdownLines('w'.repeat(1_000_000), 80).map(lineText).join('')).toBe('w'.repeat(1_000_000));
  });
});

describe('sourceLines', () => {
  test('wraps every line under its own indentation and keeps the marks', () => {
    expect(sourceLines('# A\n\n  - one two three\n', 9).map(lineText)).toEqual([
      '# A',
      '',
      '  - one',
      '  two',
      '  three',
    ]);
  });

  test('law: no line is wider than asked, and every line of the body is there', () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 200 }), (body, width) => {
        const lines = sourceLines(body, width);
        expect(lines.filter((line) => stringWidth(lineText(line)) > width)).toEqual([]);
        const numbers = [...new Set(sources(lines))];
        expect(numbers).toEqual(numbers.map((_, index) => index));
      }),
      { numRuns: 500 },
    );
  });
});

describe('renderedIndex', () => {
  const lines = markdownLines('# A\n\n\nb c\n\n# D', 2);

  test.each([
    ['the first line of what was wrapped', 3, 2],
    ['the next line, for one that shows nothing', 2, 2],
    ['the end, below the last line', 6, 6],
  ])('finds %s', (_name, source, index) => {
    expect(lines.map(lineText)).toEqual(['A', '', 'b', 'c', '', 'D']);
    expect(renderedIndex(lines, source)).toBe(index);
  });
});

const SEEDS = '../shared/seeds';

describe.runIf(existsSync(SEEDS))('the seeds', () => {
  const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).map((name) => readFileSync(join(SEEDS, name), 'utf8')) : [];

  test('keep their letters at every width', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    for (const seed of seeds) {
      for (const width of [24, 60, 100]) expect(letters(shown(seed, width).join(''))).toBe(letters(seed));
    }
  });
});
