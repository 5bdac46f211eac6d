import { describe, expect, test } from 'vitest';
import { listKindOf, rebulleted, renumbered } from '../../../src/core/union/list-item.ts';

test.each([
  ['- a', 'bullet'],
  ['\n  * a', 'bullet'],
  ['3) a', 'number'],
  ['a', null],
])('%j begins with %s', (text, kind) => {
  expect(listKindOf(text)).toBe(kind);
});

describe('another number', () => {
  test.each([
    ['of more digits moves the lines under it', '9. a\n   - b\n\n   c', 10, '10. a\n    - b\n\n    c'],
    ['of as many leaves them', '1. a\n   - b', 2, '2. a\n   - b'],
    ['of fewer leaves them too: they still stand under its text', '10. a\n    - b', 1, '1. a\n    - b'],
    ['leaves a line that runs on', '9. a\nb', 10, '10. a\nb'],
  ])('%s', (_, item, number, expected) => {
    expect(renumbered(item, number)).toBe(expected);
  });
});

describe('another bullet', () => {
  test.each([
    ['moves what stands under it to the right', '- a\n  - b\n\n  c', '1. ', 0, '1. a\n   - b\n\n   c'],
    ['and to the left', '10. a\n    - b\n      c', '- ', 0, '- a\n  - b\n    c'],
    ['stands at its indentation', '* a\n  b', '- ', 2, '  - a\n    b'],
    ['takes an indentation away', '    - a\n      b', '- ', 0, '- a\n  b'],
    ['takes a tab for four columns', '- a\n\tb', '- ', 0, '- a\n    b'],
    ['puts a line that runs on under its text', '- a\nb', '- ', 0, '- a\n  b'],
  ])('%s', (_, item, bullet, indent, expected) => {
    expect(rebulleted(item, bullet, indent)).toBe(expected);
  });
});
