import { expect, test } from 'vitest';
import { claudeArgument } from '../../../../src/core/formats/converting/claude-argument.ts';
import { parseDefinition } from '../../../../src/core/reading/parse-definition.ts';

/** What `--agents` is given for a file with some lines in its frontmatter, besides description and prompt. */
function given(lines: string, isOfPlugin = false) {
  const parsed = parseDefinition(`---\nname: a\ndescription: d\n${lines}\n---\nWork.\n`, '/p/a.md');
  const { fields, warnings } = claudeArgument(parsed, isOfPlugin);
  const { description, prompt, ...others } = fields;
  expect([description, prompt]).toEqual(['d', 'Work.']);
  return { others, left: warnings.map((words) => /field (\w+)/.exec(words)?.[1]) };
}

test.each<[string, unknown]>([
  ['disallowedTools: Write, Edit', { disallowedTools: ['Write', 'Edit'] }],
  ['disallowedTools: [Write, "Bash(git diff:*)"]', { disallowedTools: ['Write', 'Bash(git diff:*)'] }],
  ['skills: one, two', { skills: ['one', 'two'] }],
  ['mcpServers: { one: { command: x }, two: {} }', { mcpServers: [{ one: { command: 'x' } }, { two: {} }] }],
  ['mcpServers: one, two', { mcpServers: ['one', 'two'] }],
  ['mcpServers: [one, { two: { command: x } }]', { mcpServers: ['one', { two: { command: 'x' } }] }],
  ['maxTurns: "5"', { maxTurns: 5 }],
  ['background: "true"', { background: true }],
  ['permissionMode: manual', { permissionMode: 'default' }],
  ['effort: high', { effort: 'high' }],
  ['hooks: { Stop: [] }', { hooks: { Stop: [] } }],
  ['tools: Read, Grep\nmodel: opus', { tools: ['Read', 'Grep'], model: 'opus' }],
  ['model:\nskills:\nmemory: ""\nmcpServers:', {}],
  ['nobody: knows', {}],
])('%j is given as the argument wants it', (lines, expected) => {
  expect(given(lines)).toEqual({ others: expected, left: [] });
});

test.each([
  'effort: veryhigh',
  'permissionMode: ask',
  'memory: none',
  'isolation: container',
  'maxTurns: many',
  'maxTurns: 0',
  'background: sometimes',
  'hooks: [x]',
  'mcpServers: 7',
])('%j would be refused, and is left out with a word', (lines) => {
  expect(given(lines)).toEqual({ others: {}, left: [lines.split(':')[0]] });
});

test('what Claude Code passes over in a plugin is not given', () => {
  const lines = 'permissionMode: bypassPermissions\nhooks: { Stop: [] }\nmcpServers: [a]\nmodel: opus';
  expect(given(lines, true)).toEqual({ others: { model: 'opus' }, left: ['permissionMode', 'mcpServers', 'hooks'] });
});
