import { describe, expect, test } from 'vitest';
import { BINDINGS } from '../../../src/app/keys/bindings.ts';
import { spokenKey } from '../../../src/app/keys/key-labels.ts';
import { signSpan } from '../../../src/app/model/signs.ts';
import type { Role, Span } from '../../../src/text/styled-text.ts';
import { sentences, spokenLine, spokenWords } from '../../../src/ui/linear/spoken.ts';

const span = (text: string, role: Role = 'text'): Span => ({ text, role });

describe('a line of a screen', () => {
  test.each<[string, readonly Span[], string]>([
    [
      'a sign before the words has a colon',
      [span('❯ ', 'accent'), signSpan('taken', ' '), span('1 Security')],
      'taken: 1 Security',
    ],
    [
      'a sign behind them has a comma',
      [span('backend  '), signSpan('doubtful'), span('  '), span('sonnet')],
      'backend, doubtful, sonnet',
    ],
    ['columns are parted by commas', [span('Security      '), span('   5 of 18')], 'Security, 5 of 18'],
    ['what ends a sentence needs none', [span('Be brief.   '), span('2')], 'Be brief. 2'],
    ['a bullet is not said', [span('• ', 'marker'), span('Check tokens')], 'Check tokens'],
    ['a label has a colon', [span('model    ', 'strong'), span('opus')], 'model: opus'],
    ['numbers are beside words', [span('sonnet · ~664 tokens', 'muted')], 'sonnet, about 664 tokens'],
    ['what a file says stays as it says it', [span('a · b, ~5 × 3 ❯ go')], 'a · b, ~5 × 3 ❯ go'],
    ['places are named', [span('12:7    ', 'muted'), span('No name')], 'line 12, column 7: No name'],
  ])('%s', (_name, spans, words) => {
    expect(spokenLine({ spans })).toBe(words);
  });
});

test('words of ours have no signs that are read as such, or passed over', () => {
  expect(spokenWords('agents › compose · 3× · ~12 tokens')).toBe('agents, compose, 3 times, about 12 tokens');
});

test('sentences end with one stop', () => {
  expect(sentences('One', '', 'Two!', 'Reading …')).toBe('One. Two! Reading …');
});

test.each([
  ['m', 'm'],
  ['M', 'Shift-M'],
  ['?', 'question mark'],
  ['ctrl+_', 'Ctrl-underscore'],
  ['alt+.', 'Alt-period'],
  ['shift+up', 'Shift-Up'],
  ['ctrl+s', 'Ctrl-S'],
  ['escape', 'Esc'],
  ['Ä', 'Shift-Ä'],
])('the key %s is said as %s', (key, words) => {
  expect(spokenKey(key)).toBe(words);
});

test('no key of ours is said as a sign', () => {
  const said = BINDINGS.flatMap(({ keys }) => keys.map(spokenKey));
  expect(said.filter((words) => /[^\p{L}\p{N} -]/u.test(words) || /-$/.test(words))).toEqual([]);
});
