import { expect, test } from 'vitest';
import { shellWords } from '../../src/kit/shell-words.ts';

test.each([
  ['vim', ['vim']],
  ['  code  --wait ', ['code', '--wait']],
  ["'my editor' -n", ['my editor', '-n']],
  ['"a \\"b\\" \\c" d', ['a "b" \\c', 'd']],
  ['/opt/my\\ editor/bin', ['/opt/my editor/bin']],
  ['a\'b\'"c"d', ['abcd']],
  ["''", ['']],
  ['$HOME/bin; rm', ['$HOME/bin;', 'rm']],
  ['', []],
  ["it's", null],
  ['"open', null],
  ['end\\', null],
])('%j is split into %j', (line, words) => {
  expect(shellWords(line)).toEqual(words);
});
