import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../../../src/core/definition/agent-definition.ts';
import { toolList, toolsJson } from '../../../../src/core/definition/tools.ts';
import { convertDefinition } from '../../../../src/core/formats/converting/convert-definition.ts';
import { counterpart } from '../../../../src/core/formats/converting/counterpart.ts';
import { writeDefinition } from '../../../../src/core/formats/converting/write-definition.ts';
import { HARNESSES, harnessFormat } from '../../../../src/core/formats/harnesses/harnesses.ts';
import { definitionOf } from '../../../support/linted.ts';

const BODY = 'You look at changes with care.\n';

/** What becomes of these lines of frontmatter on the way from one harness to another. */
function converted(from: Format, lines: string, to: Format) {
  const text = `---\nname: a-b\ndescription: Use it\n${lines}\n---\n${BODY}`;
  const { warnings, ...file } = convertDefinition(definitionOf(text, from, { path: '/p/a-b.md' }), to);
  const { frontmatter, body } = definitionOf(file.text, to, { path: `/p/${file.fileName}` });
  const { name, description, ...fields } = frontmatter;
  expect([name, description, body.trim()]).toEqual(['a-b', 'Use it', BODY.trim()]);
  return { fields, warnings };
}

describe('a definition of another harness', () => {
  test.each([
    ['opencode', 'mode: subagent\npermission: { "*": deny, read: allow, bash: ask }', { tools: 'Read, Bash' }],
    ['opencode', 'permission: { edit: deny }', { disallowedTools: 'Edit, Write' }],
    ['opencode', 'permission: { bash: { "*": allow, "rm *": deny } }', { disallowedTools: 'Bash' }],
    ['opencode', 'permission: { "*": deny, bash: { "*": deny, "git *": allow } }', { tools: [] }],
    ['opencode', 'permission: deny', { tools: [] }],
    ['opencode', 'tools: { bash: false }', { disallowedTools: 'Bash' }],
    ['opencode', 'tools: { "*": true, bash: false }', { disallowedTools: 'Bash' }],
    ['opencode', 'tools: { "*": false }', { tools: [] }],
    ['opencode', 'tools: {}', {}],
    ['copilot', "tools: ['search/codebase', 'edit/editFiles']", { tools: 'Grep, Edit' }],
    ['copilot', 'tools: [codebase, editFiles, runCommands, fetch]', { tools: 'Grep, Edit, Bash, WebFetch' }],
    ['opencode', 'model: anthropic/claude-sonnet-5\nsteps: 4', { model: 'claude-sonnet-5', maxTurns: 4 }],
    [
      'copilot',
      'tools: [read, search, github/find, "db/*"]',
      { tools: 'Read, Grep, Glob, mcp__github__find, mcp__db' },
    ],
    ['copilot', 'model: [claude-sonnet-5, gpt-5]', { model: 'claude-sonnet-5' }],
    [
      'gemini',
      'tools: [replace, mcp_github_find_all]\nmax_turns: 3',
      { tools: 'Edit, mcp__github__find_all', maxTurns: 3 },
    ],
    ['gemini', 'tools: ["*"]', { tools: '*' }],
    ['qwen', 'tools: []', {}],
    ['qwen', 'disallowedTools: [write_file]\napprovalMode: plan', { disallowedTools: 'Write', permissionMode: 'plan' }],
    ['cursor', 'readonly: true', { disallowedTools: 'Edit, Write, NotebookEdit, Bash, PowerShell' }],
    ['factory', 'tools: [Create, FetchUrl]', { tools: 'Write, WebFetch' }],
  ] as const)('%s with %j has in Claude Code %j', (from, lines, expected) => {
    expect(converted(from, lines, 'claude').fields).toEqual(expected);
  });

  test('does not get a tool of another harness by a name that its own does not know', () => {
    expect(converted('claude', 'tools: Read, WriteFile, run_shell_command', 'qwen')).toEqual({
      fields: { tools: ['read_file'] },
      warnings: ['Claude Code has no tool WriteFile or run_shell_command; they are left out'],
    });
  });

  test.each([
    [
      'opencode',
      'permission: { bash: ask }',
      'The field permission is left out: that is a matter of settings elsewhere',
    ],
    [
      'opencode',
      'permission: { "*": deny, read: allow, bash: { "*": ask } }',
      'What permission has asked about is left out: that is a matter of settings elsewhere',
    ],
    ['opencode', 'top_p: 0.3', 'Claude Code has no field top_p; it is left out'],
    ['gemini', 'tools: [list_directory]', 'The tool list_directory is left out'],
    ['factory', 'tools: [read-only]', 'The tool read-only is left out'],
    ['qwen', 'hooks: { Stop: [] }', 'The field hooks runs commands at events'],
    ['qwen', 'disallowedTools: [list_directory]', 'That list_directory is denied is left out'],
  ] as const)('%s with %j loses something, and it is said', (from, lines, words) => {
    expect(converted(from, lines, 'claude').warnings.join('\n')).toContain(words);
  });

  test('keeps what both know and Claude Code does not', () => {
    expect(converted('gemini', 'temperature: 0.3', 'opencode')).toEqual({
      fields: { mode: 'subagent', temperature: 0.3 },
      warnings: [],
    });
  });

  test('law: to Claude Code and back it has the tools it had', () => {
    const limited = HARNESSES.filter(({ tools, id }) => tools !== null && id !== 'claude');
    const claudeNames = (harnessFormat('claude').tools?.names ?? []).map(({ name }) => name);
    fc.assert(
      fc.property(fc.constantFrom(...limited), fc.subarray(claudeNames), ({ id, tools: rule }, names) => {
        const carried = names.filter((name) => rule !== null && counterpart(rule, name) !== null);
        fc.pre(carried.length > 0);
        const first = writeDefinition(id, { name: 'a-b', description: 'Use it', tools: toolList(carried) }, BODY);
        const there = definitionOf(first.text, id, { path: `/p/${first.fileName}` });
        const middle = convertDefinition(there, 'claude');
        const back = convertDefinition(definitionOf(middle.text, 'claude', { path: '/p/a-b.md' }), id);
        const again = definitionOf(back.text, id, { path: `/p/${back.fileName}` });
        expect(new Set(toolsJson(again.tools))).toEqual(new Set(toolsJson(there.tools)));
      }),
    );
  });
});
