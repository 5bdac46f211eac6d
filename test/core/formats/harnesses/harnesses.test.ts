import { describe, expect, test } from 'vitest';
import type { HarnessFormat } from '../../../../src/core/formats/harness/harness-format.ts';
import { toolKind } from '../../../../src/core/formats/harness/known-tool.ts';
import { HARNESSES, harnessFormat } from '../../../../src/core/formats/harnesses/harnesses.ts';

const each = describe.each(HARNESSES.map((harness): [string, HarnessFormat] => [harness.id, harness]));

/** Every regular expression of an entry, with its path. */
function patternsOf(value: unknown, path = ''): readonly [string, RegExp][] {
  if (value instanceof RegExp) return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => patternsOf(inner, `${path}/${key}`));
}

test('every harness is listed once and found by its id', () => {
  expect(HARNESSES.map(({ id }) => id)).toEqual([
    'claude',
    'opencode',
    'copilot',
    'codex',
    'cursor',
    'gemini',
    'qwen',
    'factory',
    'grok',
    'kilo',
    'auggie',
    'kimi',
    'antigravity',
    'cline',
  ]);
  for (const harness of HARNESSES) expect(harnessFormat(harness.id)).toBe(harness);
});

each('the entry of %s', (_id, harness) => {
  test('says where and when its facts were read', () => {
    expect(harness.asOf).toMatch(/^20\d\d-(?:0\d|1[0-2])-[0-3]\d$/);
    expect(harness.sources.length).toBeGreaterThan(0);
  });

  test('has a place of its own in the project and at home', () => {
    const own = harness.places.filter(({ owner }) => owner === harness.id).map(({ scope }) => scope);
    expect(new Set(own)).toContain('project');
    expect(new Set(own)).toContain('user');
  });

  test('names no folder twice, and project folders with their reach', () => {
    const folders = harness.places.map(({ scope, folder }) => `${scope} ${folder}`);
    expect(new Set(folders).size).toBe(folders.length);
    for (const { scope, reach, folder } of harness.places) {
      expect(reach === null).toBe(scope !== 'project');
      expect(folder).not.toMatch(/^\/|\/$|\\/);
    }
  });

  test('names no field twice, and no value that it would not accept', () => {
    const names = harness.fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { values, valueAliases = {}, executesWith = [] } of harness.fields) {
      const known = [...(values ?? executesWith), ...Object.keys(valueAliases)];
      expect(executesWith.filter((value) => !known.includes(value))).toEqual([]);
      expect(Object.values(valueAliases).filter((value) => !known.includes(value))).toEqual([]);
    }
  });

  test('has fields for what it says of tools, models, colours and prompts', () => {
    const names = harness.fields.map(({ name }) => name);
    const { tools, models, colors, prompt } = harness;
    const told = [tools?.field, tools?.denyField, models.field, colors?.field, prompt.field].filter((name) => name);
    expect(told.filter((name) => !names.includes(String(name)))).toEqual([]);
  });

  test('has patterns that keep no state and fit their examples', () => {
    for (const [path, pattern] of patternsOf(harness))
      expect([path, pattern.flags]).toEqual([path, pattern.unicode ? 'u' : '']);
    const { tools, models } = harness;
    for (const { pattern, example } of [...(tools?.patterns ?? []), ...(tools?.refused ?? [])]) {
      expect(example).toMatch(pattern);
    }
    expect(models.patterns.some((pattern) => pattern.test(models.example))).toBe(true);
  });

  test('has patterns that take long hostile text in a moment', () => {
    const texts = ['a', 'a-', '_', 'mcp_', '(', 'A(', '/', 'a/', '[', ' '].map((part) => `${part.repeat(50_000)}!\n`);
    const start = performance.now();
    for (const [, pattern] of patternsOf(harness)) for (const text of texts) pattern.test(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('has one meaning for each tool name, and known replacements', () => {
    const { tools } = harness;
    if (tools === null) return;
    const names = tools.names.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const { name, replacedBy } of tools.names) {
      if (typeof replacedBy === 'string') expect([name, toolKind(tools, replacedBy).kind]).toEqual([name, 'known']);
    }
  });
});

describe('what a harness makes of a tool', () => {
  test.each([
    ['claude', 'Read', 'known'],
    ['claude', 'Task', 'known'],
    ['claude', 'read', 'unknown'],
    ['claude', 'Bash(git diff:*)', 'pattern'],
    ['claude', 'Agent(a, b)', 'pattern'],
    ['claude', 'mcp__github__search', 'pattern'],
    ['claude', 'mcp__github', 'pattern'],
    ['claude', 'mcp__*', 'refused'],
    ['claude', 'mcp_github_search', 'refused'],
    ['claude', 'FileReader', 'unknown'],
    ['copilot', 'READ', 'known'],
    ['copilot', 'powershell', 'known'],
    ['copilot', 'github/search_issues', 'pattern'],
    ['copilot', 'playwright/*', 'pattern'],
    ['copilot', 'codebase', 'known'],
    ['copilot', 'codebases', 'unknown'],
    ['gemini', 'read_file', 'known'],
    ['gemini', 'mcp_github_search_issues', 'pattern'],
    ['gemini', 'mcp_*', 'pattern'],
    ['gemini', 'mcp_github_*', 'pattern'],
    ['gemini', 'mcp__github__search', 'refused'],
    ['gemini', 'Read', 'unknown'],
    ['opencode', 'todowrite', 'known'],
    ['qwen', 'ReadFile', 'known'],
    ['factory', 'Execute', 'known'],
    ['factory', 'read-only', 'pattern'],
    ['factory', 'execute', 'pattern'],
    ['factory', 'Bash', 'unknown'],
  ] as const)('in %s the tool %s is %s', (id, tool, kind) => {
    const { tools } = harnessFormat(id);
    if (tools === null) throw new Error(`${id} has no tools`);
    expect(toolKind(tools, tool).kind).toBe(kind);
  });

  test.each(['codex', 'cursor', 'auggie', 'cline'] as const)('%s cannot name tools', (id) => {
    expect(harnessFormat(id).tools).toBeNull();
  });
});
