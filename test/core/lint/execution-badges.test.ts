import { expect, test } from 'vitest';
import { executionBadges } from '../../../src/core/lint/execution-badges.ts';
import { definitionOf, file } from '../../support/linted.ts';

test.each([
  ['', []],
  ['hooks:\n  Stop:\n    - command: x\nmcpServers:\n  - db:\n      command: y', ['runs hooks', 'inline MCP']],
  ['permissionMode: bypassPermissions', ['lifts permissions']],
])('%j has the badges %j', (lines, badges) => {
  expect(executionBadges(definitionOf(file(lines)))).toEqual(badges);
});

test('a badge stands once, however often it applies', () => {
  expect(executionBadges(definitionOf(file('', '!`a`\n!`b`\n')))).toEqual(['runs commands']);
});
