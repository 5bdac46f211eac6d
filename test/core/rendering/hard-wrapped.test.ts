import { describe, expect, test } from 'vitest';
import { isHardWrapped } from '../../../src/core/rendering/hard-wrapped.ts';
import { scanLines } from '../../../src/core/sections/line-scanner.ts';

const word = (length: number) => 'w'.repeat(length);
const paragraph = (...lines: readonly string[]) => isHardWrapped(scanLines(lines.join('\n')));

describe('isHardWrapped', () => {
  test.each([
    ['lines filled to one column', [`${word(30)} ${word(39)}`, `${word(12)} ${word(55)}`, `${word(20)} end`], true],
    ['a line that had room for the next word', [`${word(40)}`, `${word(5)} ${word(60)}`], false],
    ['short lines', [word(30), word(30)], false],
    ['lines longer than a page', [`${word(70)} ${word(70)}`, `${word(28)} ${word(70)}`], false],
    ['a single line', [word(70)], false],
    ['a line that announces the next', [`${word(68)}:`, `${word(12)} end`], false],
    ['a line before a label', [`${word(30)} ${word(39)}`, 'Output: all'], false],
    ['a line before strong words', [`${word(30)} ${word(39)}`, '**Note** all'], false],
    ['text without spaces between words', ['中'.repeat(70), '中'.repeat(70)], false],
  ])('%s', (_name, lines, expected) => {
    expect(paragraph(...lines)).toBe(expected);
  });
});
