import { describe, expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The codes told of the files of a tree, of any severity. */
async function codesIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { out } = await runAgents(temporaryFolder(files), ['lint', '.', '--severity', 'info', '--format', 'json']);
  const { files: found }: { files: readonly { diagnostics: readonly { code: string }[] }[] } = JSON.parse(out);
  return found.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)).sort();
}

const agent = (...fields: readonly string[]) =>
  ['---', ...fields, 'description: Flies kites. Use when there is wind.', '---', '', 'You fly kites.', ''].join('\n');

describe('an agent is judged by the harness that it was written for', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['a plugin', { 'p/.claude-plugin/plugin.json': '{"name":"p"}', 'p/agents/kite.md': agent() }],
    [
      'a plugin that only the marketplace tells of',
      {
        'm/.claude-plugin/marketplace.json': '{"plugins":[{"name":"p","source":"./plugins/p"}]}',
        'm/plugins/p/agents/kite.md': agent(),
      },
    ],
    ['OpenCode by mode and model', { 'agent/kite.md': agent('mode: subagent', 'model: anthropic/claude-haiku-4-5') }],
    ['OpenCode by mode alone', { 'agents/kite.md': agent('mode: all', 'temperature: 0.1') }],
    [
      'an extension of Gemini CLI',
      {
        'x/gemini-extension.json': '{"name":"x"}',
        'x/agents/kite.md': agent('name: kite', 'tools:', '  - read_file', '  - grep_search', 'model: gemini-3-flash'),
      },
    ],
    ['a harness without rules here', { '.kiro/agents/kite.md': agent('name: kite', 'tools: ["read", "shell"]') }],
    [
      'another, with fields of its own',
      { '.pi/agents/kite.md': agent('name: kite', 'tools: read, grep, ls', 'thinking: low') },
    ],
    ['none that anything tells of', { 'agents/kite.md': agent('thinking: low', 'tools: read, shell') }],
    [
      'a command',
      { 'commands/fly.md': '---\nargument-hint: "[colour]"\nallowed-tools: Bash(kite:*)\n---\nFly $ARGUMENTS.\n' },
    ],
    ['a role that Codex is told of elsewhere', { '.codex/roles/kite.toml': 'developer_instructions = "Fly"\n' }],
    [
      'one with a list of tools and a provider',
      { 'agents/kite.md': agent('name: kite', 'model: acme/large', 'tools: [look, fly]') },
    ],
  ])('%s: nothing to say', async (_, files) => {
    expect(await codesIn(files)).toEqual([]);
  });

  test('what is in a folder of a harness is that one\u2019s, also in the repository of a plugin', async () => {
    const files = { '.claude-plugin/plugin.json': '{"name":"p"}', '.claude/agents/kite.md': agent() };
    expect(await codesIn(files)).toEqual(['name/missing']);
  });

  test('what holds for every harness is told of any', async () => {
    const text = agent('name: kite').replace('Flies kites.', 'Flies: kites: far.');
    expect(await codesIn({ '.junie/agents/kite.md': text })).toEqual(['frontmatter/not-yaml']);
    expect(await codesIn({ 'agents/kite.md': text })).toEqual(['frontmatter/not-yaml']);
  });

  test('nothing is an error where nobody knows whether it is loaded', async () => {
    const run = await runAgents(temporaryFolder({ 'agents/kite.md': 'You fly kites.\n' }), ['lint', '.']);
    expect(run).toMatchObject({ code: 0 });
  });

  test('tools, models and colours that are Claude Code\u2019s say that it is', async () => {
    for (const field of ['tools: Read, Grepp', 'model: opus', 'color: blue', 'permissionMode: plan']) {
      expect(await codesIn({ 'agents/kite.md': agent('name: kite', field, 'mood: calm') })).toContain('field/unknown');
    }
  });
});
