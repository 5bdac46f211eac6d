import { describe, expect, test } from 'vitest';
import { listedTools } from '../../../src/core/definition/tool-list.ts';

describe('the tools that a field names', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['an absent field', undefined, []],
    ['a field without a value', null, []],
    ['an empty list', [], []],
    ['an empty text', '', []],
    ['one word', 'Read', ['Read']],
    ['a comma-separated text', 'Read, Write,Bash', ['Read', 'Write', 'Bash']],
    ['words with blanks, as Claude Code reads them', 'Read Grep Bash(git log:*)', ['Read', 'Grep', 'Bash(git log:*)']],
    ['words that are no such tools', 'all tools', ['all tools']],
    ['blanks beside commas', 'Read Grep, Glob', ['Read Grep', 'Glob']],
    ['a pattern with a comma', 'Bash(git diff:*), Agent(a, b)', ['Bash(git diff:*)', 'Agent(a, b)']],
    ['nested parentheses', 'A(b(c, d), e), F', ['A(b(c, d), e)', 'F']],
    ['parentheses that do not balance', 'Bash(git, Read', ['Bash(git', 'Read']],
    ['a closing parenthesis too many', 'A), B', ['A)', 'B']],
    ['brackets around the whole', '[Read, "Write"]', ['Read', 'Write']],
    ['lines', 'Read\n- Write\n', ['Read', 'Write']],
    ['a list', ['Read', ' mcp__x__* '], ['Read', 'mcp__x__*']],
    ['a pattern that YAML cut at its comma', ['Agent(a', 'b)', 'Read'], ['Agent(a,b)', 'Read']],
    ['an entry that YAML took for a map', [{ 'Bash(npm run': 'x)' }], ['Bash(npm run: x)']],
    ['a star', '*', ['*']],
    ['a map of booleans', { read: true, write: false, bash: true }, ['read', 'bash']],
    ['a map that only forbids', { write: false }, []],
    ['numbers in a list', [1, null], ['1']],
    ['a number', 5, ['5']],
    ['no', false, []],
  ])('reads %s', (_name, value, expected) => {
    expect(listedTools(value)).toEqual(expected);
  });
});
