import { expect, test } from 'vitest';
import { toolsJson } from '../../../src/core/definition/tools.ts';
import { readPermission } from '../../../src/core/reading/permission-tools.ts';

test.each([
  ['deny', []],
  ['ask', null],
  [undefined, null],
  [{ edit: 'deny' }, null],
  [{ '*': 'ask', edit: 'deny' }, null],
  [{ '*': 'deny' }, []],
  [{ '*': 'allow', read: 'allow', '**': 'deny' }, []],
  [{ bash: 'allow', '*': 'deny', read: 'allow', edit: 'deny', grep: 'ask' }, ['read', 'grep']],
  [{ '*': 'deny', bash: { '*': 'deny', 'git *': 'allow' }, edit: { '*': 'deny' } }, ['bash']],
  [{ '*': 'deny', db_read: 'allow', 'db_*': 'deny', read: 'ask' }, ['read']],
])('the permissions %j leave %j', (value, expected) => {
  expect(toolsJson(readPermission(value))).toEqual(expected);
});
