import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format, Source } from '../../../../src/core/definition/agent-definition.ts';
import { INHERIT, toolList } from '../../../../src/core/definition/tools.ts';
import { HARNESSES, harnessFormat } from '../../../../src/core/formats/harnesses/harnesses.ts';
import { judge } from '../../../../src/core/formats/loading/judge.ts';
import { placeOf } from '../../../../src/core/formats/loading/place-of.ts';
import { whyNotLoaded } from '../../../../src/core/formats/loading/why-not-loaded.ts';
import { parseDefinition } from '../../../../src/core/reading/parse-definition.ts';

/** A source of a harness: the first place of its own in the project. */
function sourceOf(id: Format): Source {
  const place = harnessFormat(id).places.find(({ owner, scope }) => owner === id && scope === 'project');
  return { id: 'project', scope: 'project', folder: `/p/${place?.folder}`, format: id };
}

/** What keeps a harness from loading a text in its own folder, or `loads`. */
function verdict(
  id: Format,
  text: string,
  name = `keeper${harnessFormat(id).files.endings.at(-1)}`,
  parts = {},
): string {
  const source = { ...sourceOf(id), ...parts };
  const harness = harnessFormat(id);
  const place = placeOf(harness, source);
  if (place === null) throw new Error(`${id} does not read ${source.folder}`);
  const path = `${source.folder}/${name}`;
  return whyNotLoaded(harness, { path, source, parsed: parseDefinition(text, path) }, place)?.reason ?? 'loads';
}

const file = (...fields: readonly string[]) => ['---', ...fields, '---', 'You keep what others lose.', ''].join('\n');
const KEEPER = file('name: keeper', 'description: Keeps things');
const TOML = 'name = "keeper"\ndescription = "Keeps things"\ndeveloper_instructions = "Keep."\n';

describe('what loses its fields', () => {
  const judged = (id: Format, text: string) => {
    const source = sourceOf(id);
    const path = `${source.folder}/shelf.md`;
    const files = [{ path, source, parsed: parseDefinition(text, path) }];
    return judge(harnessFormat(id), { files, sources: [source] })[0];
  };

  test.each([
    ['factory', file('name: keeper', 'description: d', 'tools: {Read: true}')],
    ['factory', file('name: keeper', 'description: 3', 'tools: Read')],
    ['factory', `\n${file('name: keeper', 'description: d', 'tools: Read')}`],
    ['opencode', file('name: keeper', 'description: @d', 'permission: deny')],
  ] as const)('%s goes by the file and limits nothing', (id, text) => {
    expect(judged(id, text)).toMatchObject({ kind: 'loaded', name: 'shelf', tools: INHERIT });
  });

  test('a sound file keeps them', () => {
    const sound = judged('factory', file('name: keeper', 'description: d', 'tools: Read'));
    expect(sound).toMatchObject({ kind: 'loaded', name: 'keeper', tools: toolList(['Read']), remark: null });
  });
});

describe('whyNotLoaded', () => {
  test.each(HARNESSES.map(({ id }) => id))('%s loads a plain definition', (id) => {
    expect(verdict(id, id === 'codex' ? TOML : KEEPER)).toBe('loads');
  });

  const colon = file('name: keeper', 'description: Keeps: things');
  const crlf = colon.replaceAll('\n', '\r\n');
  const broken = file('name: keeper', 'description: Keeps things', 'tools: [Read');
  const bare = 'You keep what others lose.\n';
  const unnamed = file('description: Keeps things');
  const undescribed = file('name: keeper');
  const marked = `\ufeff${KEEPER}`;
  test.each([
    ['claude', 'a colon in the description', colon, /^loads$/],
    ['claude', 'such a colon and CRLF', crlf, /without a word/],
    ['claude', 'an unclosed list', broken, /^loads$/],
    ['claude', 'text in column 1', file('name: k', 'description: d', 'and more'), /not YAML.*without a word/],
    ['claude', 'no frontmatter', bare, /no frontmatter.*without a word/],
    ['claude', 'no name', unnamed, /no name/],
    ['claude', 'no description', undescribed, /no description/],
    ['claude', 'a byte order mark', marked, /^loads$/],
    ['claude', 'an unknown field', file('name: keeper', 'description: d', 'mood: good'), /^loads$/],
    ['claude', 'a wrong value', file('name: keeper', 'description: d', 'maxTurns: many'), /^loads$/],
    ['claude', 'a colon in the name', file('name: "team:keeper"', 'description: d'), /colon/],
    ['claude', 'a name with blanks', file('name: Keeper of Things', 'description: d'), /^loads$/],
    ['opencode', 'a colon in the description', colon, /^loads$/],
    ['opencode', 'broken YAML', broken, /^loads$/],
    ['opencode', 'an unquoted colour', file('description: d', 'color: #ff8800'), /color has no value/],
    ['opencode', 'a description that is a number', file('description: 42'), /does not start/],
    [
      'opencode',
      'a mark with a colon and wrong tools',
      file('description: **K**: d', 'tools: Read'),
      /tools must be a map/,
    ],
    ['opencode', 'a mark without a colon and wrong tools', file('description: @d', 'tools: Read'), /^loads$/],
    ['opencode', 'a mark beside a colon', file('description: @d', 'mood: a: b'), /not YAML/],
    ['opencode', 'a description without a value', file('description:'), /does not start/],
    ['kilo', 'a description without a value', file('description:'), /^loads$/],
    ['cursor', 'fences far below', `# About\n\n${KEEPER}`, /^loads$/],
    ['cursor', 'fences far below and no text', `# About\n\n---\nname: k\n---\n`, /prompt is empty/],
    ['cursor', 'one line of dashes', `# About\n\n---\nKeep.\n`, /no frontmatter/],
    ['claude', 'a placeholder for a name', file('name: {{NAME}}', 'description: d'), /a list or a map for a name/],
    ['claude', 'a mark and CRLF', file('name: k', 'description: @d').replaceAll('\n', '\r\n'), /without a word/],
    ['claude', 'a list closed in column 1', file('name: k', 'description: d', 'x: [', '  a', ']'), /^loads$/],
    ['claude', 'a list that goes on in column 1', file('name: k', 'description: d', 'x: [', 'a', ']'), /in column 1/],
    ['gemini', 'quotes that go on in column 1', file('name: keeper', 'description: "a', 'b"'), /^loads$/],
    ['grok', 'a file indented as a whole', `\n${KEEPER.replace(/^/gm, '  ')}`, /indented as a whole/],
    ['grok', 'skills as text', file('name: k', 'description: d', 'skills: a, b'), /skills must be a list/],
    ['kimi', 'an agent of its own', file('name: plan', 'description: d'), /of its own, which stays/],
    ['kimi', 'the same, overridden', file('name: plan', 'description: d', 'override: true'), /^loads$/],
    ['kilo', 'tools as Claude Code writes them', file('tools: Read, Grep'), /tools must be a map/],
    ['cline', 'no description', undescribed, /no description/],
    ['claude', 'a blank line first', `\n${KEEPER}`, /does not start with the line ---/],
    ['claude', 'a language after the fence', KEEPER.replace('---', '---yaml'), /a word after the opening/],
    ['claude', 'no closing fence', '---\nname: k\ndescription: d\n\nKeep.\n', /never closes/],
    ['claude', 'a description that is a number', file('name: keeper', 'description: 42'), /takes for a number/],
    ['claude', 'a description that is a quoted number', file('name: keeper', 'description: "42"'), /^loads$/],
    ['claude', 'a value that starts with a mark', file('name: keeper', 'description: @keeps'), /^loads$/],
    ['claude', 'a value that goes on after its quotes', file('name: k', 'description: "a" and b'), /not YAML/],
    ['claude', 'a name that is true', file('name: true', 'description: d'), /YAML takes for a boolean/],
    ['copilot', 'a model that is a number', file('description: d', 'model: 5'), /model must be text or a list/],
    ['copilot', 'a list of tools with a number', file('description: d', 'tools: [read, 3]'), /list of texts/],
    ['copilot', 'an empty description in quotes', file('description: ""'), /^loads$/],
    ['cursor', 'a blank line first', `\n${KEEPER}`, /^loads$/],
    ['cursor', 'no prompt', '---\nname: k\n---\n', /prompt is empty/],
    [
      'gemini',
      'a remote agent without a card',
      file('name: k', 'description: d', 'kind: remote'),
      /needs agent_card_url/,
    ],
    ['gemini', 'the name of a built-in agent', file('name: cli_help', 'description: d'), /of its own, which stays/],
    ['codex', 'no nicknames', `nickname_candidates = []\n${TOML}`, /must not be empty/],
    ['codex', 'an effort of its own', `model_reasoning_effort = "huge"\n${TOML}`, /^loads$/],
    ['codex', 'an unknown key', `mood = 1\n${TOML}`, /field mood/],
    ['codex', 'a server without a command', `${TOML}[mcp_servers.a]\nenabled = true\n`, /command or url/],
    ['opencode', 'no frontmatter', bare, /^loads$/],
    ['opencode', 'no description', undescribed, /^loads$/],
    ['opencode', 'tools as Claude Code writes them', file('tools: Read, Grep'), /tools must be a map/],
    ['opencode', "Claude Code's colour", file('description: d', 'color: orange'), /colour orange/],
    ['opencode', 'a colour as a number', file('description: d', 'color: "#FF8800"'), /^loads$/],
    ['opencode', 'an unknown mode', file('description: d', 'mode: helper'), /primary, subagent, all/],
    ['opencode', 'a switch', file('description: d', 'disable: true'), /^loads$/],
    ['copilot', 'a colon in the description', colon, /refuses/],
    ['copilot', 'no name', unnamed, /^loads$/],
    ['copilot', 'no description', undescribed, /no description/],
    ['copilot', 'no frontmatter', bare, /no frontmatter/],
    ['claude', 'tools without a value', file('name: keeper', 'description: d', 'tools:'), /^loads$/],
    ['copilot', 'tools without a value', file('description: d', 'tools:'), /tools has no value/],
    ['gemini', 'a model without a value', file('name: keeper', 'description: d', 'model:'), /model has no value/],
    ['opencode', 'tools without a value', file('description: d', 'tools:'), /tools has no value/],
    ['cursor', 'no name and no description', file('model: fast'), /^loads$/],
    ['gemini', 'an unknown field', file('name: keeper', 'description: d', 'color: red'), /field color/],
    ['gemini', 'tools in one text', file('name: keeper', 'description: d', 'tools: read_file, glob'), /must be a list/],
    ['gemini', 'an unknown tool', file('name: keeper', 'description: d', 'tools: [Read]'), /tool Read/],
    ['gemini', 'tools of its own', file('name: keeper', 'description: d', 'tools: [read_file, "*"]'), /^loads$/],
    ['gemini', 'capitals in the name', file('name: Keeper', 'description: d'), /name of lowercase/],
    ['gemini', 'a byte order mark', marked, /byte order mark/],
    ['gemini', 'a colon in the description', colon, /refuses/],
    ['qwen', 'a colon in the description', colon, /^loads$/],
    ['qwen', 'a name of one letter', file('name: k', 'description: d'), /2 characters/],
    ['qwen', 'a name of its own', file('name: System', 'description: d'), /for itself/],
    ['qwen', 'a hyphen at the end of the name', file('name: keeper-', 'description: d'), /wants a name/],
    ['qwen', 'an unknown approval mode', file('name: keeper', 'description: d', 'approvalMode: maybe'), /approvalMode/],
    ['qwen', 'a short prompt', '---\nname: keeper\ndescription: d\n---\nKeep.\n', /10 characters/],
    ['factory', 'an empty prompt', '---\nname: keeper\ndescription: d\n---\n', /^loads$/],
    ['factory', "Claude Code's tool", file('name: keeper', 'tools: [Bash]'), /^loads$/],
    ['factory', 'no frontmatter', bare, /^loads$/],
    ['factory', 'a colon in the name', file('name: "team:keeper"'), /^loads$/],
    ['codex', 'broken TOML', `${TOML}x = `, /not TOML/],
    ['codex', 'no description', TOML.replace(/description.*\n/, ''), /no description/],
    ['codex', 'no name', TOML.replace(/name.*\n/, ''), /no name/],
    ['codex', 'an empty prompt', TOML.replace('Keep.', ' '), /developer_instructions is empty/],
    ['codex', 'a setting of config.toml', `model_context_window = 1\n${TOML}`, /^loads$/],
  ] as const)('%s and %s', (id, _flaw, text, expected) => {
    expect(verdict(id, text)).toMatch(expected);
  });

  test('says which folders and names a harness passes over', () => {
    expect(verdict('gemini', KEEPER, '_keeper.md')).toMatch(/passes over files called _keeper.md/);
    expect(verdict('qwen', KEEPER, 'deep/keeper.md')).toMatch(/folders below/);
    expect(verdict('claude', KEEPER, 'deep/keeper.md')).toBe('loads');
  });

  test('says in which project folders a harness does not look', () => {
    const above = { project: { stepsUp: 1, isRoot: true } };
    const below = { project: { stepsUp: 0, isRoot: false } };
    expect(verdict('claude', KEEPER, 'keeper.md', above)).toBe('loads');
    expect(verdict('gemini', KEEPER, 'keeper.md', above)).toMatch(/working directory only/);
    expect(verdict('gemini', KEEPER, 'keeper.md', below)).toBe('loads');
    expect(verdict('cursor', KEEPER, 'keeper.md', above)).toBe('loads');
    expect(verdict('cursor', KEEPER, 'keeper.md', below)).toMatch(/root of the workspace only/);
  });

  test('lets a plugin of Claude Code load what is broken', () => {
    const plugin = { scope: 'plugin' as const, folder: '/c/keepers/1.0/agents', plugin: 'keepers' };
    expect(verdict('claude', broken, 'keeper.md', plugin)).toBe('loads');
  });

  test('has an answer for any text', () => {
    const line = fc.constantFrom(
      '---',
      'name: x',
      'description: y: z',
      'tools: [',
      'a',
      '\ufeff',
      '\r',
      'color: #1',
      '',
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom(...HARNESSES), (lines, { id }) => {
        expect(verdict(id, lines.join('\n'))).not.toBe('');
      }),
    );
  });
});
