import { expect, test } from 'vitest';
import { widenedBy } from '../../src/cli/review/widened.ts';
import type { Format } from '../../src/core/definition/agent-definition.ts';
import { harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import { grantedTools } from '../../src/core/formats/loading/granted-tools.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { aDefinition } from '../support/a-definition.ts';

/** An agent of a harness with some fields, as it is read. */
function having(format: Format, fields: string) {
  const isToml = format === 'codex';
  const text = isToml
    ? `name = "a"\ndescription = "d"\n${fields}\n`
    : `---\nname: a\ndescription: d\n${fields}\n---\nWork.\n`;
  const parsed = parseDefinition(text, isToml ? '/p/a.toml' : '/p/a.md');
  return aDefinition({ ...parsed, format, tools: grantedTools(harnessFormat(format), parsed) });
}

test.each<[Format, string, string, readonly string[]]>([
  ['claude', 'tools: Read', 'tools: Read, Bash', ['Bash']],
  ['claude', 'tools: Read', '', ['*']],
  ['claude', '', 'tools: Read', []],
  ['claude', 'tools: Bash', 'tools: Bash(git:*)', []],
  ['claude', 'tools: Bash(git:*)', 'tools: Bash(git diff:*)', []],
  ['claude', 'tools: Bash(git:*)', 'tools: Bash(npm:*)', ['Bash(npm:*)']],
  ['claude', 'tools: mcp__x', 'tools: mcp__x__get', []],
  ['claude', 'tools: mcp__x__*', 'tools: mcp__x__get', []],
  ['claude', 'tools: mcp__x__get', 'tools: mcp__x', ['mcp__x']],
  ['claude', 'disallowedTools: Bash', 'tools: Read', []],
  ['claude', 'disallowedTools: Bash', '', ['Bash']],
  ['claude', 'disallowedTools: Bash', 'tools: Read, Bash', ['Bash']],
  ['claude', 'tools: Read\ndisallowedTools: Bash', 'tools: Read', []],
  ['claude', 'tools: Read', 'tools: Read, Bash\ndisallowedTools: Bash', []],
  ['claude', 'permissionMode: default', 'permissionMode: bypassPermissions', ['permissionMode: bypassPermissions']],
  ['claude', 'permissionMode: plan', '', ['permissionMode: not stated']],
  ['claude', 'permissionMode: bypassPermissions', 'permissionMode: plan', []],
  ['claude', '', 'permissionMode: whatever', ['permissionMode: whatever']],
  ['claude', 'mcpServers: [a]', 'mcpServers: [a, b]', ['MCP server: b']],
  ['claude', '', 'hooks: { Stop: [{ hooks: [{ type: command, command: ./x }] }] }', ['hook: ./x']],
  ['opencode', 'permission: { edit: deny }', 'permission: { edit: ask }', ['edit', 'permission edit: ask']],
  ['opencode', 'permission: { edit: deny }', '', ['permission edit: allow']],
  ['opencode', 'permission: { edit: allow }', 'permission: { edit: deny }', []],
  ['opencode', 'permission: { bash: { "*": ask } }', 'permission: { bash: ask }', []],
  [
    'opencode',
    'permission: { bash: ask }',
    'permission: { bash: { "*": ask, ls: allow } }',
    ['permission bash ls: allow'],
  ],
  ['opencode', 'tools: { bash: false }', 'tools: { bash: true }', ['bash']],
  ['opencode', 'tools: { bash: false }', '', ['bash']],
  ['codex', 'sandbox_mode = "read-only"', 'sandbox_mode = "danger-full-access"', ['sandbox_mode: danger-full-access']],
  ['codex', '', 'approval_policy = "never"', ['approval_policy: never']],
  ['cursor', 'readonly: true', 'readonly: false', ['readonly: false']],
  ['qwen', 'approvalMode: plan', 'approvalMode: yolo', ['approvalMode: yolo']],
])('%s: from %j to %j', (format, before, now, wider) => {
  const { tools, grants } = widenedBy(having(format, before), having(format, now));
  expect([...tools, ...grants]).toEqual(wider);
  const same = widenedBy(having(format, now), having(format, now));
  expect([...same.tools, ...same.grants]).toEqual([]);
});
