import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMATS } from '../../../src/core/definition/agent-definition.ts';
import { executionBadges } from '../../../src/core/lint/execution-badges.ts';
import { lintDefinition } from '../../../src/core/lint/lint-definition.ts';
import { definitionOf, file } from '../../support/linted.ts';

test.each([
  ['', []],
  ['hooks:\n  Stop:\n    - command: x\nmcpServers:\n  - db:\n      command: y', ['runs hooks', 'inline MCP']],
  ['permissionMode: bypassPermissions', ['lifts permissions']],
])('%j has the badges %j', (lines, badges) => {
  expect(executionBadges(definitionOf(file(lines)))).toEqual(badges);
});

test('badges are what lint tells of things that run, in the order of the file, whatever else is wrong with it', () => {
  const parts = [
    'hooks:\n  Stop:\n    - command: x',
    'mcpServers:\n  - db:\n      command: y',
    'permissionMode: bypassPermissions',
    'executor:\n  command: ./run',
    'name: [',
    'tools: {}',
  ];
  const prompts = [
    '',
    'You look at hulls.\n',
    'The branch is !`git branch`.\n<!-- agents-lint-ignore executes/command -->\n',
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(parts),
      fc.constantFrom(...prompts),
      fc.constantFrom(...FORMATS),
      (lines, prompt, format) => {
        const definition = { ...definitionOf(file(lines.join('\n'), prompt)), format };
        const told = lintDefinition(definition).flatMap(({ code }) => (code.startsWith('executes/') ? [code] : []));
        expect(executionBadges(definition)).toHaveLength(new Set(told).size);
      },
    ),
  );
});

test('a badge stands once, however often it applies', () => {
  expect(executionBadges(definitionOf(file('', '!`a`\n!`b`\n')))).toEqual(['runs commands']);
});
