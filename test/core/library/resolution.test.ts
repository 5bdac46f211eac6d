import { describe, expect, test } from 'vitest';
import type { Format, Source } from '../../../src/core/definition/agent-definition.ts';
import { buildLibrary } from '../../../src/core/library/library-builder.ts';
import { resolveName } from '../../../src/core/library/resolution.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';

const project = (folder: string, format: Format, stepsUp = 0, isRoot = true): Source => ({
  id: folder,
  scope: 'project',
  folder,
  format,
  project: { stepsUp, isRoot },
});
const user = (folder: string, format: Format): Source => ({ id: folder, scope: 'user', folder, format });
const plugin = (name: string): Source => ({
  id: `plugin/${name}`,
  scope: 'plugin',
  folder: `/c/${name}/agents`,
  format: 'claude',
  plugin: name,
});

const NEAR = project('/r/sub/.claude/agents', 'claude', 0, false);
const ROOT = project('/r/.claude/agents', 'claude', 1, true);
const HOME = user('/me/.claude/agents', 'claude');
const GITHUB = project('/r/sub/.github/agents', 'copilot', 0, false);
const ADDED: Source = { id: 'team', scope: 'added', folder: '/team', format: 'claude' };
const BUNDLED: Source = { id: 'bundled', scope: 'bundled', folder: '/app/agents', format: 'claude' };

const keeper = (...fields: readonly string[]) =>
  ['---', 'name: keeper', 'description: Keeps things', ...fields, '---', 'You keep things.', ''].join('\n');

/** What each harness makes of a name, as lines; files by path. */
function resolved(sources: readonly Source[], files: Readonly<Record<string, string>>, name = 'keeper') {
  const read = Object.entries(files).map(([path, text]) => {
    const source = sources.find(({ folder }) => path.startsWith(`${folder}/`));
    if (source === undefined) throw new Error(`no source for ${path}`);
    return { path, source, parsed: parseDefinition(text, path) };
  });
  const { definitions } = buildLibrary(read, sources);
  return Object.fromEntries(
    resolveName({ files: read, sources }, definitions, name).map(({ harness, winner, shadowed, notLoaded }) => [
      harness,
      [
        winner?.path ?? null,
        ...shadowed.map(({ path, reason }) => `shadowed ${path}: ${reason}`),
        ...notLoaded.map(({ path, reason }) => `not loaded ${path}: ${reason}`),
      ],
    ]),
  );
}

describe('resolveName', () => {
  test('lets the nearest project folder win over those above, and the project over the user', () => {
    const files = {
      '/me/.claude/agents/keeper.md': keeper(),
      '/r/.claude/agents/keeper.md': keeper(),
      '/r/sub/.claude/agents/keeper.md': keeper(),
    };
    expect(resolved([NEAR, ROOT, HOME], files).claude).toEqual([
      '/r/sub/.claude/agents/keeper.md',
      'shadowed /r/.claude/agents/keeper.md: the other project folder is nearer',
      'shadowed /me/.claude/agents/keeper.md: the project wins over the user',
    ]);
  });

  test('gives a file to every harness that reads its folder, each by its own rules', () => {
    const files = {
      '/me/.claude/agents/keeper.md': keeper(),
      '/r/.claude/agents/keeper.md': keeper(),
      '/r/sub/.claude/agents/keeper.md': keeper(),
    };
    const { copilot, cursor, grok, ...others } = resolved([NEAR, ROOT, HOME], files);
    expect(grok?.[0]).toBe('/r/sub/.claude/agents/keeper.md');
    expect(Object.keys(others)).toEqual(['claude']);
    expect(copilot).toEqual([
      '/r/sub/.claude/agents/keeper.md',
      'shadowed /r/.claude/agents/keeper.md: the other project folder is nearer',
    ]);
    expect(cursor).toEqual([
      '/r/.claude/agents/keeper.md',
      'shadowed /me/.claude/agents/keeper.md: the project wins over the user',
      'not loaded /r/sub/.claude/agents/keeper.md: Cursor looks at the root of the workspace only',
    ]);
  });

  test("prefers a harness's own folder over the one it reads for compatibility", () => {
    const files = { '/r/sub/.claude/agents/keeper.md': keeper(), '/r/sub/.github/agents/keeper.agent.md': keeper() };
    expect(resolved([NEAR, GITHUB], files).copilot).toEqual([
      '/r/sub/.github/agents/keeper.agent.md',
      'shadowed /r/sub/.claude/agents/keeper.md: .github/agents wins over .claude/agents',
    ]);
  });

  test('says so when a harness does not promise an order', () => {
    const files = { '/me/.factory/droids/b.md': keeper(), '/me/.factory/droids/a.md': keeper() };
    expect(resolved([user('/me/.factory/droids', 'factory')], files).factory).toEqual([
      '/me/.factory/droids/a.md',
      'shadowed /me/.factory/droids/b.md: second of its name in one folder; Factory Droid does not say which of them it keeps',
    ]);
  });

  test('takes the last one read for the winner where the harness does', () => {
    const files = { '/me/.claude/agents/b/keeper.md': keeper(), '/me/.claude/agents/a/keeper.md': keeper() };
    expect(resolved([HOME], files).claude).toEqual([
      '/me/.claude/agents/b/keeper.md',
      'shadowed /me/.claude/agents/a/keeper.md: of two of a name in one folder Claude Code keeps the one whose path comes last',
    ]);
  });

  test('passes over in silence what another harness keeps in files of another kind', () => {
    const text = 'name = "keeper"\ndescription = "Keeps things"\ndeveloper_instructions = "Keep."\n';
    expect(resolved([project('/r/.codex/agents', 'codex')], { '/r/.codex/agents/keeper.toml': text })).toEqual({
      codex: ['/r/.codex/agents/keeper.toml'],
    });
  });

  test('lets the project win over the user in Gemini CLI, which refuses fields it does not know', () => {
    const sources = [project('/r/.gemini/agents', 'gemini'), user('/me/.gemini/agents', 'gemini')];
    const both = { '/r/.gemini/agents/keeper.md': keeper(), '/me/.gemini/agents/keeper.md': keeper() };
    expect(resolved(sources, both)).toEqual({
      gemini: ['/r/.gemini/agents/keeper.md', 'shadowed /me/.gemini/agents/keeper.md: the project wins over the user'],
    });
    expect(resolved(sources, { ...both, '/r/.gemini/agents/keeper.md': keeper('color: red') })).toEqual({
      gemini: [
        '/me/.gemini/agents/keeper.md',
        'not loaded /r/.gemini/agents/keeper.md: Gemini CLI does not know the field color and refuses the file',
      ],
    });
  });

  test('merges what OpenCode merges, the folder farthest up first', () => {
    const sources = [
      project('/r/sub/.opencode/agents', 'opencode', 0, false),
      project('/r/.opencode/agents', 'opencode', 1, true),
      user('/me/.config/opencode/agents', 'opencode'),
    ];
    const files = Object.fromEntries(sources.map(({ folder }) => [`${folder}/keeper.md`, keeper()]));
    expect(resolved(sources, files).opencode).toEqual([
      '/r/.opencode/agents/keeper.md',
      'shadowed /r/sub/.opencode/agents/keeper.md: OpenCode prefers the project folder farther up; fields the other leaves out are taken from here',
      'shadowed /me/.config/opencode/agents/keeper.md: the project wins over the user; fields the other leaves out are taken from here',
    ]);
  });

  test('finds the agent of a plugin by both of its names', () => {
    const sources = [HOME, plugin('stores'), plugin('vaults')];
    const files = {
      '/c/stores/agents/deep/keeper.md': keeper(),
      '/c/vaults/agents/keeper.md': keeper(),
    };
    expect(resolved(sources, files, 'stores:deep:keeper').claude).toEqual(['/c/stores/agents/deep/keeper.md']);
    expect(resolved(sources, files).claude).toEqual([
      '/c/stores/agents/deep/keeper.md',
      "shadowed /c/vaults/agents/keeper.md: another plugin's; call it vaults:keeper",
    ]);
    expect(resolved(sources, { ...files, '/me/.claude/agents/keeper.md': keeper() }).claude).toEqual([
      '/me/.claude/agents/keeper.md',
      'shadowed /c/stores/agents/deep/keeper.md: the user wins over a plugin; call it stores:deep:keeper',
      'shadowed /c/vaults/agents/keeper.md: the user wins over a plugin; call it vaults:keeper',
    ]);
  });

  test('warns of a plugin whose broken frontmatter loses its restrictions', () => {
    const path = '/c/stores/agents/keeper.md';
    const source = plugin('stores');
    const text = '---\nname: keeper\ndescription: Keeps things\ntools: [Read\n---\nYou keep things.\n';
    const files = [{ path, source, parsed: parseDefinition(text, path) }];
    expect(resolveName({ files, sources: [source] }, [], 'keeper')[0]?.remark).toMatch(/restrictions included/);
  });

  test('finds an agent of Copilot by the name that is listed and by the one it goes by', () => {
    const files = { '/r/sub/.github/agents/warden.agent.md': keeper() };
    expect(resolved([GITHUB], files)).toEqual({ copilot: ['/r/sub/.github/agents/warden.agent.md'] });
    expect(resolved([GITHUB], files, 'warden')).toEqual({ copilot: ['/r/sub/.github/agents/warden.agent.md'] });
  });

  test('says what a file is called where it is not called so', () => {
    const path = '/me/.claude/agents/warden.md';
    expect(resolved([HOME], { [path]: keeper() }, 'warden').claude).toEqual([
      null,
      `not loaded ${path}: Claude Code calls it keeper`,
    ]);
  });

  test('lets the user win over the project in Copilot, and .github/agents over a nearer .claude/agents', () => {
    const far = project('/r/.github/agents', 'copilot', 1, true);
    const own = user('/me/.copilot/agents', 'copilot');
    const files = {
      '/r/sub/.claude/agents/keeper.md': keeper(),
      '/r/.github/agents/keeper.md': keeper(),
      '/me/.copilot/agents/keeper.md': keeper(),
    };
    expect(resolved([NEAR, far, own], files).copilot?.map((line) => line?.replace(/:.*/, ''))).toEqual([
      '/me/.copilot/agents/keeper.md',
      'shadowed /r/.github/agents/keeper.md',
      'shadowed /r/sub/.claude/agents/keeper.md',
    ]);
  });

  test('fills what a role of Codex leaves out from the next one of its name', () => {
    const role = 'name = "keeper"\ndescription = "Keeps"\ndeveloper_instructions = "Keep."\n';
    const sources = [project('/r/.codex/agents', 'codex'), user('/me/.codex/agents', 'codex')];
    const bare = { '/r/.codex/agents/keeper.toml': role.replace(/description.*\n/, '') };
    expect(resolved(sources, bare).codex?.[0]).toBeNull();
    expect(resolved(sources, { ...bare, '/me/.codex/agents/keeper.toml': role }).codex?.[0]).toBe(
      '/r/.codex/agents/keeper.toml',
    );
  });

  test('says that no harness looks into collections', () => {
    const files = { '/team/keeper.md': keeper(), '/app/agents/keeper.md': keeper() };
    expect(resolved([ADDED, BUNDLED], files)).toEqual({
      claude: [
        null,
        'not loaded /team/keeper.md: it lies in an added folder; no harness looks there',
        'not loaded /app/agents/keeper.md: it comes with agents; no harness looks there',
      ],
    });
  });

  test('goes by case as the harness does', () => {
    const sources = [HOME, user('/me/.qwen/agents', 'qwen')];
    const files = { '/me/.claude/agents/keeper.md': keeper(), '/me/.qwen/agents/keeper.md': keeper() };
    expect(resolved(sources, files, 'Keeper')).toEqual({ qwen: ['/me/.qwen/agents/keeper.md'] });
  });

  test('has nothing to say of an unknown name', () => {
    expect(resolved([HOME], { '/me/.claude/agents/keeper.md': keeper() }, 'nobody')).toEqual({});
  });
});
