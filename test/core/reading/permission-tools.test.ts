import { expect, test } from 'vitest';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { readPermission } from '../../../src/core/reading/permission-tools.ts';

test.each([
  ['deny', []],
  ['ask', null],
  [undefined, null],
  [{ edit: 'deny' }, null],
  [{ '*': 'ask', edit: 'deny' }, null],
  [{ '*': 'deny' }, []],
  [{ bash: 'allow', '*': 'deny', read: 'allow', edit: 'deny', grep: 'ask' }, ['read', 'grep']],
  [{ '*': 'deny', bash: { '*': 'deny', 'git *': 'allow' }, edit: { '*': 'deny' } }, ['bash']],
])('the permissions %j leave %j', (value, expected) => {
  expect(readPermission(value)).toEqual(expected);
});

test('a definition has the tools that its permissions leave', () => {
  const text = '---\nname: a\npermission:\n  "*": deny\n  read: allow\n---\nHello\n';
  expect(parseDefinition(text, 'a.md').tools).toEqual(['read']);
});
