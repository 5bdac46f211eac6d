import { describe, expect, test } from 'vitest';
import { scanLines } from '../../../src/core/sections/line-scanner.ts';
import { lineRoles } from '../../../src/core/sections/mask.ts';

const LETTERS = { prose: '.', fence: 'F', comment: 'C', masked: 'x' } as const;
const roles = (...lines: readonly string[]) =>
  lineRoles(scanLines(lines.join('\n')))
    .map((role) => LETTERS[role])
    .join('');

describe('lineRoles, code blocks', () => {
  test.each([
    ['a block and what is around it', ['a', '```sh', '# b', '```', 'c'], '.Fxx.'],
    ['a longer closing fence', ['```', 'a', '`````', 'b'], 'Fxx.'],
    ['a shorter fence inside', ['````', '```', '````', 'b'], 'Fxx.'],
    ['the other mark inside', ['~~~', '```', '~~~', 'b'], 'Fxx.'],
    ['backticks that open and close on a line', ['```x``` y', 'b'], '..'],
    ['a block indented under a list item', ['1. a', '   ```', '   # b', '   ```', '2. c'], '.Fxx.'],
    ['a block on the line of a list item', ['- ```js', '  x', '  ```', 'c'], 'Fxx.'],
    ['code by indentation, which opens no block', ['a', '', '    ```', 'b'], '....'],
    ['a fence too far in to close', ['```sh', '    ```', '# b', '```', 'c'], 'Fxxx.'],
    ['a block never closed', ['a', '```sh', '# b'], '.Fx'],
  ])('tells %s', (_name, lines, expected) => {
    expect(roles(...lines)).toBe(expected);
  });

  test.each(['', 'md', 'markdown', 'mdx', 'text', 'TXT'])(
    'a block of text (%j) holds blocks of the same length',
    (info) => {
      expect(roles(`\`\`\`${info}`, '# a', '```js', 'b', '```', '# c', '```', 'd')).toBe('Fxxxxxx.');
    },
  );

  test('a block of code holds none', () => {
    expect(roles('```js', '```sh', '```', '# a')).toBe('Fxx.');
  });

  test('a fence of another length does not nest', () => {
    expect(roles('```', '````js', '```', 'a')).toBe('Fxx.');
  });

  test('nesting that leaves a block open is given up for the whole body', () => {
    expect(roles('```', 'a', '```js', 'b', '```', 'c')).toBe('Fxxxx.');
  });
});

describe('lineRoles, comments', () => {
  test.each([
    ['one line', ['<!-- # a -->', 'b'], 'C.'],
    ['several lines', ['<!--', '# a', '--> b', 'c'], 'Cxx.'],
    ['one that never closes', ['<!-- a', '# b'], 'C.'],
    ['one that begins behind a closed one', ['<!-- a -->', '<!-- b', '# c'], 'CC.'],
    ['one inside a line', ['a <!-- b', '# c', '-->'], '...'],
    ['one inside a block', ['```', '<!--', '```', 'a', '-->'], 'Fxx..'],
    ['a fence inside one', ['<!--', '```', '-->', 'a'], 'Cxx.'],
  ])('tells %s', (_name, lines, expected) => {
    expect(roles(...lines)).toBe(expected);
  });
});
