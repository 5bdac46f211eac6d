import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  intersectionOfTools,
  lostLimits,
  toolNarrowing,
  toolsWithoutWord,
  toolWidening,
  unionOfTools,
} from '../../../src/core/compose/ingredient-tools.ts';
import type { AgentDefinition, Format } from '../../../src/core/definition/agent-definition.ts';
import { INHERIT, toolsJson } from '../../../src/core/definition/tools.ts';
import { typedTools } from '../../../src/core/definition/typed-tools.ts';
import { definitionOf, file } from '../../support/linted.ts';

const a = (lines: string, format: Format = 'claude') => definitionOf(file(lines), format, { id: 'a', name: 'a' });
const b = (lines: string, format: Format = 'claude') => definitionOf(file(lines), format, { id: 'b', name: 'b' });
const union = (all: readonly AgentDefinition[], to: Format = 'claude') => toolsJson(unionOfTools(all, to));
const common = (all: readonly AgentDefinition[], to: Format = 'claude') => toolsJson(intersectionOfTools(all, to));

describe('what any ingredient states, and what all of them may use', () => {
  test.each([
    ['disjoint lists', 'tools: Read, Grep', 'tools: Bash, Write', ['Read', 'Grep', 'Bash', 'Write'], []],
    ['an empty list', 'tools: []', 'tools: Bash', ['Bash'], []],
    ['a blank field', 'tools:', 'tools: Bash', ['Bash'], []],
    ['an empty list and one that inherits', 'tools: []', '', [], []],
    ['a star', 'tools: "*"', 'tools: Read, Grep', null, ['Read', 'Grep']],
    ['a list and one that inherits', 'tools: Read', '', ['Read'], ['Read']],
    ['tools that the harness has no word for and one that inherits', 'tools: anvil, tongs', '', null, []],
    ['tools that the harness has no word for and a list', 'tools: anvil, tongs', 'tools: Read', ['Read'], []],
    ['none that states any', '', '', null, null],
    ['old and new names', 'tools: Task, MultiEdit', 'tools: Agent, Edit', ['Task', 'MultiEdit'], ['Task', 'MultiEdit']],
    ['a pattern', 'tools: Bash', 'tools: Bash(git log:*)', ['Bash', 'Bash(git log:*)'], ['Bash(git log:*)']],
    ['a server', 'tools: mcp__db', 'tools: mcp__db__find', ['mcp__db', 'mcp__db__find'], ['mcp__db__find']],
    [
      'tools of VS Code',
      "tools: ['search/codebase', 'edit/editFiles', 'execute/runInTerminal']",
      'tools: Read, Grep',
      ['Grep', 'Edit', 'Bash', 'Read'],
      ['Grep'],
    ],
    ['a name of neither', 'tools: Read, NewTool', 'tools: Read, nonsense', ['Read', 'NewTool'], ['Read']],
    ['a denied tool', 'tools: Read, Bash\ndisallowedTools: Bash', 'tools: Read, Bash', ['Read', 'Bash'], ['Read']],
    ['a tool that one denies', 'disallowedTools: Bash', 'tools: Read, Bash', ['Read', 'Bash'], ['Read']],
    ['plan mode', 'permissionMode: plan', 'tools: Read, Edit', ['Read', 'Edit'], ['Read']],
  ])('of %s', (_, one, other, any, all) => {
    expect(union([a(one), b(other)])).toEqual(any);
    expect(common([a(one), b(other)])).toEqual(all);
  });

  test.each<[Format, string, readonly string[]]>([
    ['opencode', 'tools: { bash: true, read: true, write: false }', ['Bash', 'Read', 'Grep']],
    ['opencode', 'permission: { "*": deny, bash: { "*": deny, "git *": allow }, read: allow }', ['Read', 'Grep']],
    ['copilot', 'tools: [read, search]', ['Read', 'Grep', 'Glob']],
    ['gemini', 'tools: [read_file, mcp_db_find]', ['Read', 'mcp__db__find', 'Grep']],
    ['factory', 'tools: [Create, LS]', ['Write', 'Read', 'Grep']],
    ['claude', 'tools: [read, edit, search]', ['Read', 'Edit', 'Write', 'NotebookEdit', 'Grep', 'Glob']],
  ])('of a file of %s with %j are what they do', (format, lines, expected) => {
    expect(union([a(lines, format), b('tools: Read, Grep')])).toEqual(expected);
  });

  test('are told where they have no word', () => {
    const all = [a("tools: ['azure-mcp/search', read]", 'copilot'), b('tools: nonsense')];
    expect(toolsWithoutWord(all, 'claude')).toEqual([
      { tool: 'azure-mcp/search', agent: 'a' },
      { tool: 'nonsense', agent: 'b' },
    ]);
    expect(union(all, 'copilot')).toEqual(['azure-mcp/search', 'Read']);
  });

  test('law: nobody is given by an intersection what an ingredient may not use', () => {
    const lines = fc.constantFrom(
      '',
      'tools:',
      'tools: []',
      'tools: "*"',
      'tools: Read, Bash(git log:*)',
      'tools: [Bash, mcp__db, Agent]',
      'disallowedTools: Bash, Read',
    );
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 3 }), (all) => {
        const definitions = all.map((one, at) => definitionOf(file(one), 'claude', { id: `${at}`, name: `n${at}` }));
        const tools = intersectionOfTools(definitions, 'claude');
        for (const one of definitions) expect(toolWidening([one], tools, 'claude')).toBeNull();
        if (tools.kind === 'list') expect(lostLimits(definitions, tools, [])).toEqual([]);
      }),
    );
  });
});

describe('tools that allow more than any ingredient does', () => {
  const all = [a('tools: Read, Bash'), b('tools: Read, Bash(git diff:*), Edit')];

  test.each([
    ['what one of them may do', 'Read, Bash(npm test)', null],
    ['nothing', 'none', null],
    ['what none may do alone', 'Bash, Edit', 'none of the agents it is made from may do all of it: a lacks Edit'],
    ['all tools', ' ', 'it inherits all tools, and none of the agents it is made from does'],
  ])('%s', (_, tools, expected) => {
    expect(toolWidening(all, typedTools(tools), 'claude')).toBe(expected);
  });

  test('are none where an ingredient has all', () => {
    expect(toolWidening([a('tools: Read'), b('')], INHERIT, 'claude')).toBeNull();
    expect(toolWidening([a('tools: Read'), b('tools: "*"')], INHERIT, 'claude')).toBeNull();
  });

  test('are judged by what they do, also in words of another harness', () => {
    expect(toolWidening([a('tools: Read')], typedTools('read_file'), 'gemini')).toBeNull();
    expect(toolWidening([a('tools: Read')], typedTools('replace'), 'gemini')).toContain('a lacks Edit');
  });
});

describe('what an ingredient may do and tools do not allow', () => {
  test.each<[string, string, string, Format, string | null]>([
    [
      'tools: Read, Bash',
      'tools: Read, Bash(git diff:*), Edit',
      'Read',
      'claude',
      'without Bash(git diff:*), Edit of b',
    ],
    ['tools: Read, Bash', 'tools: Read, Edit', 'Read, Bash, Edit', 'claude', null],
    ['tools: Read', '', 'Read', 'claude', 'fewer than b, which has all'],
    ['tools: Read', '', ' ', 'claude', null],
    ['tools: Read, Write', 'tools: Read', 'read_file', 'gemini', 'without Write of a'],
  ])('of %j and %j with %j for %4$s', (one, other, tools, to, expected) => {
    expect(toolNarrowing([a(one), b(other)], typedTools(tools), to)).toBe(expected);
  });
});

describe('a limit that is left out', () => {
  test.each<[Format, string, readonly string[], readonly string[]]>([
    ['claude', 'disallowedTools: Bash, Write', ['disallowedTools'], ['Bash', 'Write']],
    ['claude', 'disallowedTools: Bash(rm:*)', ['disallowedTools'], ['Bash(rm:*)']],
    ['claude', 'permissionMode: plan', ['permissionMode'], ['Edit', 'Write', 'NotebookEdit']],
    ['opencode', 'tools: { bash: false }', ['tools'], ['Bash']],
    ['opencode', 'permission: { edit: deny }', ['permission'], ['Edit', 'Write']],
    ['opencode', 'permission: { question: deny }', ['permission'], ['question']],
    ['claude', 'tools: { Bash: false }', ['tools'], ['Bash']],
    ['qwen', 'disallowedTools: [write_file]', ['disallowedTools'], ['Write']],
    ['cursor', 'readonly: true', ['readonly'], ['Edit', 'Write', 'NotebookEdit', 'Bash', 'PowerShell']],
  ])('of a file of %s with %j is told', (format, lines, fields, tools) => {
    const definition = a(lines, format);
    expect(lostLimits([definition], INHERIT, [])).toEqual([{ agent: 'a', fields, tools }]);
    expect(lostLimits([definition], typedTools('Read'), [])).toEqual([]);
    const carried = fields.map((field) => ({
      definition: 'a',
      agent: 'a',
      path: '/p',
      field,
      value: definition.frontmatter[field],
    }));
    expect(lostLimits([definition], INHERIT, carried)).toEqual([]);
  });
});
