import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { composeFile } from '../../../../src/core/compose/compose.ts';
import type { AgentDefinition, Format } from '../../../../src/core/definition/agent-definition.ts';
import { INHERIT, toolList, toolsJson } from '../../../../src/core/definition/tools.ts';
import { EMPTY_DRAFT, pickOfBody } from '../../../../src/core/draft/draft.ts';
import { agentFolder } from '../../../../src/core/formats/agent-folder.ts';
import { writeDefinition } from '../../../../src/core/formats/converting/write-definition.ts';
import { HARNESSES, harnessFormat } from '../../../../src/core/formats/harnesses/harnesses.ts';
import { refusedName } from '../../../../src/core/formats/loading/refused-name.ts';
import { lintDefinition } from '../../../../src/core/lint/lint-definition.ts';
import { aDefinition } from '../../../support/a-definition.ts';
import { definitionOf } from '../../../support/linted.ts';

const FORMATS = HARNESSES.map(({ id }) => id);
const OTHERS = FORMATS.filter((format) => format !== 'claude');
const FIELDS = { name: 'reviewer', description: 'Use it for reviews' };
const BODY = 'You look at changes with care.\n';

/** Cursor takes the rest of the line for the value, quotation marks included. */
function expectPlain({ frontmatterRaw }: AgentDefinition, description: string): void {
  const value = /^description:(.*)$/m.exec(frontmatterRaw)?.[1]?.trim();
  const seen = (text: string | undefined) => text?.replace(/(?:[\s\p{C}]|\p{Variation_Selector})+/gu, ' ').trim();
  expect(seen(value)).toBe(seen(description));
}

const written = (format: Format, { tools, ...fields }: Readonly<Record<string, unknown>>, body = BODY) =>
  writeDefinition(format, { ...FIELDS, tools: Array.isArray(tools) ? toolList(tools) : INHERIT, ...fields }, body);

/** The fields that a harness gets, its own reading of the file. */
function fieldsOf(format: Format, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...readBack(format, written(format, fields)).frontmatter };
}

function readBack(format: Format, { text, fileName }: { text: string; fileName: string }): AgentDefinition {
  return definitionOf(text, format, { path: `/p/${fileName}` });
}

describe('a whole file', () => {
  test('for Claude Code is what composing writes, to the byte', () => {
    const tools = toolList(['Read', 'Bash(git diff:*)']);
    const inOrder = { name: 'a', description: 'Use: it', tools, model: 'opus', color: 'red' };
    const draft = { ...EMPTY_DRAFT, picks: [pickOfBody(aDefinition({ body: BODY }))], fields: inOrder };
    expect(writeDefinition('claude', inOrder, BODY)).toEqual({
      text: composeFile(draft),
      fileName: 'a.md',
      warnings: [],
      widens: [],
      notLoaded: null,
      refusal: null,
    });
  });

  test.each([
    [
      'opencode',
      'reviewer.md',
      '---\nname: reviewer\ndescription: Use it for reviews\nmode: subagent\npermission:\n  "*": deny\n  grep: allow\n  bash: ask\nmodel: anthropic/claude-sonnet-5\n---\n\nYou look at changes with care.\n',
    ],
    [
      'copilot',
      'reviewer.agent.md',
      '---\nname: reviewer\ndescription: Use it for reviews\ntools:\n  - search\n  - execute\nmodel: claude-sonnet-5\n---\n\nYou look at changes with care.\n',
    ],
    [
      'codex',
      'reviewer.toml',
      "name = \"reviewer\"\ndescription = \"Use it for reviews\"\ndeveloper_instructions = '''\nYou look at changes with care.\n'''\n",
    ],
    [
      'gemini',
      'reviewer.md',
      '---\nname: reviewer\ndescription: Use it for reviews\ntools:\n  - grep_search\n  - run_shell_command\n---\n\nYou look at changes with care.\n',
    ],
    [
      'factory',
      'reviewer.md',
      '---\nname: reviewer\ndescription: Use it for reviews\ntools:\n  - Grep\n  - Execute\nmodel: claude-sonnet-5\n---\n\nYou look at changes with care.\n',
    ],
  ] as const)('for %s is as it reads it', (format, fileName, text) => {
    expect(written(format, { tools: ['Grep', 'Bash'], model: 'claude-sonnet-5' })).toMatchObject({ text, fileName });
  });

  test('for Codex keeps tables behind the prompt, and prompts that cannot stand as they are', () => {
    const body = "'''\n\"\"\" \\ \u0007 end'''\n";
    const { text } = written('codex', { skills: { config: [{ path: 'x' }] }, effort: 'high' }, body);
    expect(parse(text)).toEqual({
      ...FIELDS,
      model_reasoning_effort: 'high',
      developer_instructions: body,
      skills: { config: [{ path: 'x' }] },
    });
  });
});

describe('tools', () => {
  test.each([
    ['opencode', ['Read', 'Write'], { permission: { '*': 'deny', read: expect.anything(), edit: 'ask' } }],
    ['copilot', ['Read', 'Edit', 'Write'], { tools: ['read', 'edit'] }],
    ['gemini', ['Read', 'Edit', 'Task'], { tools: ['read_file', 'replace', 'invoke_agent'] }],
    ['qwen', ['Read', 'MultiEdit'], { tools: ['read_file', 'edit'] }],
    ['factory', ['Write', 'WebFetch'], { tools: ['Create', 'FetchUrl'] }],
    ['copilot', ['mcp__github__search', 'mcp__db'], { tools: ['github/search', 'db/*'] }],
    ['gemini', ['mcp__github__search_all', 'mcp__a_b__c'], { tools: ['mcp_github_search_all'] }],
    ['opencode', ['mcp__github__search'], { permission: { '*': 'deny', github_search: 'ask' } }],
    ['gemini', ['read_file'], { tools: ['read_file'] }],
  ] as const)('of %s stand for %j', (format, tools, expected) => {
    expect(fieldsOf(format, { tools })).toMatchObject(expected);
  });

  test.each(OTHERS)('that are left out stay out, and all tools in %s', (format) => {
    const fields = fieldsOf(format, {});
    expect(Object.keys(fields).filter((key) => /tool|permission|sandbox|readonly/i.test(key))).toEqual([]);
  });

  test.each([
    ['opencode', { permission: { '*': 'deny' } }],
    ['copilot', { tools: [] }],
    ['gemini', { tools: [] }],
    ['qwen', { tools: ['ask_user_question'] }],
    ['factory', { tools: ['LS'] }],
  ] as const)('of an empty list are none in %s, or the least there is', (format, expected) => {
    expect(fieldsOf(format, { tools: [] })).toMatchObject(expected);
    expect(fieldsOf(format, { tools: ['Bash(git diff:*)'] })).toMatchObject(expected);
  });

  test.each([
    ['codex', [], 'Codex cannot take tools away, and this one is to have none: it would get all of the session'],
    ['cursor', [], 'Cursor cannot take tools away, and this one is to have none: it would get all of the session'],
    [
      'cursor',
      ['mcp__db', 'Bash(git diff:*)'],
      'Cursor cannot take tools away, and those left to this one are none of its own (mcp__db, Bash(git diff:*)): it would get all of the session',
    ],
  ] as const)('of an empty list cannot be written for %s, nor those of %j', (format, tools, reason) => {
    expect(written(format, { tools }).refusal).toBe(reason);
    expect(written(format, { tools: ['Read'] }).refusal).toBeNull();
    expect(written(format, {}).refusal).toBeNull();
  });

  test('of which all are denied are none', () => {
    const disallowedTools = ['Read', 'Grep', 'Glob', 'Write', 'Edit', 'Bash', 'WebSearch', 'WebFetch'];
    expect(fieldsOf('factory', { disallowedTools })).toMatchObject({ tools: ['LS'] });
    expect(fieldsOf('factory', { tools: ['Read'], disallowedTools })).toMatchObject({ tools: ['LS'] });
    expect(written('codex', { tools: ['Read'], disallowedTools }).refusal).toContain('Codex cannot take tools away');
  });

  test.each(OTHERS)('limited to some uses are not given whole in %s', (format) => {
    const { text, warnings } = written(format, { tools: ['Read', 'Bash(git diff:*)'] });
    expect(text).not.toMatch(/bash|execute|shell/i);
    expect(warnings.join('\n')).toMatch(/Bash\(git diff:\*\); it is left out|cannot limit an agent to certain tools/);
  });

  test.each([
    ['opencode', { permission: { edit: 'deny', bash: 'deny' } }],
    ['qwen', { disallowedTools: ['edit', 'write_file', 'run_shell_command'] }],
    ['codex', { sandbox_mode: 'read-only' }],
    ['cursor', { readonly: true }],
  ] as const)('that are denied are denied in %s', (format, expected) => {
    expect(fieldsOf(format, { disallowedTools: ['Edit', 'Write', 'Bash(rm:*)'] })).toMatchObject(expected);
  });

  test.each(['copilot', 'gemini', 'factory'] as const)(
    'that are denied are not among those listed for %s',
    (format) => {
      const { tools } = fieldsOf(format, { disallowedTools: ['Write', 'Bash'] });
      expect(tools).toEqual(expect.arrayContaining([expect.stringMatching(/read/i)]));
      expect(tools).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:write_file|create|edit_?|execute|run_shell_command)$/)]),
      );
    },
  );

  test('that come along with one that was asked for are named', () => {
    expect(written('copilot', { tools: ['WebFetch'] }).warnings).toEqual([
      'GitHub Copilot has one tool web for WebFetch and WebSearch, so WebSearch comes along',
    ]);
  });

  test('that are left out are named in one line', () => {
    expect(written('gemini', { tools: ['Read', 'Monitor', 'Bash(a)', 'x', 'Bash(b)', 'Bash(c)'] }).warnings).toEqual([
      'Gemini CLI has no tool Monitor or x; they are left out',
      'Gemini CLI cannot limit a tool to Bash(a), Bash(b) or Bash(c); they are left out',
    ]);
  });

  test('are not given for one that is denied under the same name', () => {
    const { text } = written('copilot', { tools: ['Read', 'Edit'], disallowedTools: ['Write'] });
    expect(text).toContain('tools:\n  - read\n---');
  });

  test('of plan mode change no files', () => {
    expect(fieldsOf('opencode', { permissionMode: 'plan' })).toMatchObject({ permission: { edit: 'deny' } });
    expect(fieldsOf('qwen', { permissionMode: 'plan' })).toMatchObject({ permissionMode: 'plan' });
  });
});

describe('other fields', () => {
  test.each([
    ['codex', 'sonnet', undefined],
    ['copilot', 'sonnet', undefined],
    ['cursor', 'opus', undefined],
    ['gemini', 'inherit', undefined],
    ['gemini', 'flash', 'flash'],
    ['codex', 'gpt-5.5', 'gpt-5.5'],
    ['opencode', 'claude-opus-4-8', 'anthropic/claude-opus-4-8'],
    ['copilot', 'claude-opus-4-8', undefined],
    ['qwen', 'claude-sonnet-5', undefined],
  ] as const)('in %s the model %s is %s', (format, model, expected) => {
    expect(fieldsOf(format, { model }).model).toBe(expected);
    expect(written(format, { model }).warnings.length).toBe(expected === undefined && model !== 'inherit' ? 1 : 0);
  });

  test.each([
    ['gemini', { maxTurns: 3 }, { max_turns: 3 }],
    ['opencode', { maxTurns: 3 }, { steps: 3 }],
    ['cursor', { background: true }, { is_background: true }],
    ['opencode', { temperature: 0.2 }, { temperature: 0.2 }],
    ['qwen', { color: 'blue', maxTurns: 2 }, { color: 'blue', maxTurns: 2 }],
  ] as const)('are carried to %s where it has them: %j', (format, fields, expected) => {
    expect(fieldsOf(format, fields)).toEqual({ ...FIELDS, ...harnessFormat(format).subagentFields, ...expected });
    expect(written(format, fields).warnings).toEqual([]);
  });

  test.each([
    ['opencode', { color: 'blue' }, 'OpenCode has no color "blue"; it is left out'],
    ['codex', { color: 'blue' }, 'Codex has no field color; it is left out'],
    ['qwen', { hooks: { Stop: [] } }, 'The field hooks runs commands at events; add it by hand if you want that'],
    [
      'qwen',
      { permissionMode: 'bypassPermissions' },
      'The field permissionMode lets the agent act without asking; add it by hand if you want that',
    ],
    ['gemini', { memory: 'user' }, 'Gemini CLI has no field memory; it is left out'],
    [
      'opencode',
      { tools: ['Read'], permission: { edit: 'deny' } },
      'The field permission is left out: another field decides it',
    ],
  ] as const)('are left out of a file for %s with a word: %j', (format, fields, warning) => {
    expect(written(format, fields).warnings).toContain(warning);
    expect(readBack(format, written(format, fields)).frontmatter).not.toMatchObject(fields);
  });

  test.each([
    ['gemini', 'Code Reviewer', 'code-reviewer', 'code-reviewer.md'],
    ['factory', 'Prüfer', 'Prüfer', 'Prüfer.md'],
    ['gemini', 'Prüfer', 'prufer', 'prufer.md'],
    ['gemini', 'generalist', 'generalist-agent', 'generalist-agent.md'],
    ['gemini', '审查', 'agent-cge4rv', 'agent-cge4rv.md'],
    ['gemini', '翻译', 'agent-rgjh8x', 'agent-rgjh8x.md'],
    ['gemini', '审查 helper', 'helper-i1nsf5', 'helper-i1nsf5.md'],
    ['qwen', '审查', '审查', '审查.md'],
    ['qwen', 'default', 'default-agent', 'default-agent.md'],
    ['qwen', 'x', 'x-agent', 'x-agent.md'],
    ['codex', '../../etc/passwd', '../../etc/passwd', 'etc-passwd.toml'],
    ['copilot', 'Code Reviewer', 'Code Reviewer', 'Code-Reviewer.agent.md'],
    ['gemini', '_draft', '_draft', 'draft.md'],
    ['claude', 'con', 'con', 'con-agent.md'],
  ] as const)('for %s the name %j is %j in %s', (format, name, expected, fileName) => {
    const result = written(format, { name });
    expect(readBack(format, result).name).toBe(expected);
    expect(result.fileName).toBe(fileName);
    expect(result.warnings).toEqual(name === expected ? [] : [expect.stringContaining('does not take the name')]);
  });
});

describe('laws', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,2}$/);
  const text = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom("'''", '"""\\', '---\na: b'))
    .map((value) => `Use ${value.replace(/\p{Cs}/gu, '')}.`);
  const tool = fc.oneof(
    fc.constantFrom(...(harnessFormat('claude').tools?.names ?? []).map(({ name }) => name)),
    fc.constantFrom('Task', 'Bash(git diff:*)', 'mcp__srv__tool', 'mcp__srv', 'mcp__*', 'Agent(a, b)', 'nonsense'),
  );
  const fields = fc.record(
    {
      tools: fc.array(tool, { maxLength: 6 }),
      disallowedTools: fc.array(tool, { maxLength: 3 }),
      model: fc.constantFrom('sonnet', 'inherit', 'claude-sonnet-5', 'gpt-5.5', 'x y', 'flash'),
      color: fc.constantFrom('red', '#112233', 'mauve'),
      permissionMode: fc.constantFrom('plan', 'bypassPermissions', 'default'),
      maxTurns: fc.integer({ min: -2, max: 9 }),
      background: fc.boolean(),
      effort: fc.constantFrom('low', 'max'),
      hooks: fc.constant({ Stop: [{ command: 'x' }] }),
      mcpServers: fc.constant({ a: { command: 'x' } }),
      disable: fc.constant('yes'),
      skills: fc.array(word, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
  const definition = fc.tuple(
    fc.constantFrom(...OTHERS),
    fc.record({ name: word, description: text, fields, body: text.map((body) => `You are careful. ${body}\n`) }),
  );

  test('the reader gives back name, description and prompt, and lint finds no error', () => {
    fc.assert(
      fc.property(definition, ([format, { name, description, fields: more, body }]) => {
        const result = written(format, { name, description, ...more }, body);
        const read = readBack(format, result);
        expect(read.name).toBe(name);
        expect(read.body.replace(/^\n/, '')).toBe(body);
        expect(result.notLoaded).toBeNull();
        if (format === 'cursor') expectPlain(read, description);
        else expect([read.description, read.repairs]).toEqual([description.trim(), []]);
        expect(lintDefinition(read).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('a field that is not in the file under some name has a warning', () => {
    const single = fc.tuple(fc.constantFrom(...OTHERS), fields);
    fc.assert(
      fc.property(single, ([format, all]) => {
        for (const [key, value] of Object.entries(all)) {
          const bare = Object.keys(fieldsOf(format, {})).length;
          const isCarried = Object.keys(fieldsOf(format, { [key]: value })).length > bare;
          const states = value !== 'inherit' && !(key === 'disallowedTools' && (value as string[]).length === 0);
          const { warnings, refusal } = written(format, { [key]: value });
          if (!isCarried && states && refusal === null) expect([key, warnings]).not.toEqual([key, []]);
        }
      }),
    );
  });

  test('no tool is given that was not asked for, unless that is said', () => {
    fc.assert(
      fc.property(definition, ([format, { fields: more }]) => {
        const { tools = [], disallowedTools = [] } = more;
        const { tools: rule } = harnessFormat(format);
        if (rule === null) return;
        const result = written(format, { tools, disallowedTools });
        const given = readBack(format, result).tools;
        expect(given.kind).toBe('list');
        for (const name of toolsJson(given) ?? []) {
          const claude = rule.names.flatMap((one) =>
            one.name === name || one.replacedBy === name ? (one.claude ?? []) : [],
          );
          const asked: readonly string[] = tools.map((item) => RENAMED[item] ?? item);
          expect(claude.filter((one) => disallowedTools.includes(one as never))).toEqual([]);
          for (const extra of claude.filter((one) => !asked.includes(one))) {
            expect(result.warnings.join('\n')).toContain(extra);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  /** Tools that Claude Code has renamed or retired. */
  const RENAMED: Readonly<Record<string, string>> = {
    Task: 'Agent',
    MultiEdit: 'Edit',
    NotebookRead: 'Read',
    LS: 'Glob',
    SlashCommand: 'Skill',
  };

  test('a name is one the harness takes, and a file name stays in its folder and is looked at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OTHERS), fc.string({ unit: 'binary', minLength: 1 }), (format, name) => {
        fc.pre(name.trim() !== '');
        const result = written(format, { name });
        const harness = harnessFormat(format);
        expect(refusedName(harness, readBack(format, result).name)).toBeNull();
        expect(result.fileName).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*\.(?:md|toml|yaml)$/u);
        expect(harness.files.endings.some((ending) => result.fileName.endsWith(ending))).toBe(true);
      }),
    );
  });
});

test.each(HARNESSES)('a new definition for $id goes where it looks', ({ id, places }) => {
  for (const scope of ['project', 'user'] as const) {
    const folder = agentFolder(id, scope);
    expect(places.find((place) => place.scope === scope && place.folder === folder)?.owner).toBe(id);
  }
});
