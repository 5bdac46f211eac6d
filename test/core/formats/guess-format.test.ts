import { describe, expect, test } from 'vitest';
import { formatOfFolder, guessFormat, guessHarness } from '../../../src/core/formats/guess-format.ts';
import { placeInSource } from '../../../src/core/formats/place-in-source.ts';

describe('guessFormat', () => {
  test.each([
    ['/c/agents/keeper.md', {}, 'claude'],
    ['/c/.claude/agents/keeper.md', {}, 'claude'],
    ['/c/.github/agents/keeper.md', {}, 'copilot'],
    ['/c/agents/keeper.agent.md', {}, 'copilot'],
    ['/c/chatmodes/keeper.chatmode.md', {}, 'copilot'],
    ['/c/.codex/agents/keeper.md', {}, 'codex'],
    ['/c/agents/keeper.toml', {}, 'codex'],
    ['/c/.opencode/agent/keeper.md', {}, 'opencode'],
    ['/me/.config/opencode/agent/keeper.md', {}, 'opencode'],
    ['/me/.config/keepers/keeper.md', {}, 'claude'],
    ['C:\\c\\.gemini\\agents\\keeper.md', {}, 'gemini'],
    ['/c/.factory/droids/keeper.md', {}, 'factory'],
    ['/me/.claude/collections/x/.github/agents/keeper.md', {}, 'copilot'],
    ['/me/.github/x/.claude/agents/keeper.md', {}, 'claude'],
    ['/c/agents/keeper.md', { tools: { bash: false } }, 'opencode'],
    ['/c/agents/keeper.md', { permission: { edit: 'deny' } }, 'opencode'],
    ['/c/agents/keeper.md', { tools: ['Read'], handoffs: [] }, 'copilot'],
    ['/c/agents/keeper.md', { is_background: true }, 'cursor'],
    ['/c/agents/keeper.md', { max_turns: 3 }, 'gemini'],
    ['/c/agents/keeper.md', { tools: ['Read', 'Grep', 'Edit', 'Execute'] }, 'factory'],
    ['/c/agents/keeper.md', { tools: ['search_file_content', 'google_web_search'] }, 'gemini'],
    ['/c/agents/keeper.md', { tools: ['read_file', 'replace'], model: 'inherit' }, 'gemini'],
    ['/c/agents/keeper.md', { approvalMode: 'plan' }, 'qwen'],
    ['/c/.claude/agents/keeper.md', { approvalMode: 'plan' }, 'claude'],
  ] as const)('%s with %j is for %s', (path, fields, format) => {
    expect(guessFormat(path, fields)).toBe(format);
  });
});

test.each([
  ['/home/me/.claude/agents', 'claude'],
  ['/repo/.github/agents', 'copilot'],
  ['/repo/.codex/agents', 'codex'],
  ['/repo/.factory/droids', 'factory'],
  ['/repo/.claude', 'claude'],
  ['/repo/.qwen', 'qwen'],
  ['/repo/my-agents', 'claude'],
  ['/home/me/.codex/worktrees/1/kite', 'claude'],
])('the folder %s holds the format of %s', (folder, format) => {
  expect(formatOfFolder(folder)).toBe(format);
});

test.each([
  ['/home/me/.claude/plugins/marketplaces/kite', 'agents/a.md', '/kite/agents/a.md'],
  ['/home/me/.codex/worktrees/1/kite', '.github/agents/a.md', '/kite/.github/agents/a.md'],
  ['/repo/.github/agents', 'team/a.md', '/.github/agents/team/a.md'],
  ['/repo/.github/agents/team', 'a.md', '/.github/agents/team/a.md'],
  ['/home/me/.claude', 'agents/a.md', '/.claude/agents/a.md'],
  ['/home/me/.config/opencode', 'agent/a.md', '/.config/opencode/agent/a.md'],
  ['/dotfiles/opencode/agent', 'a.md', '/opencode/agent/a.md'],
  ['/', 'agents/a.md', '/agents/a.md'],
  ['C:\\kite\\.gemini\\agents', 'a.md', '/.gemini/agents/a.md'],
])('of %s and %s counts %s', (folder, path, place) => {
  expect(placeInSource(`${folder.replace(/\/$/, '')}/${path}`, folder)).toBe(place);
});

test('of a file that is named itself its folder counts', () => {
  expect(placeInSource('/repo/.github/agents/a.md', '/repo/.github/agents/a.md')).toBe('/.github/agents/a.md');
  expect(placeInSource('/me/.claude/x/kites/a.md', '/me/.claude/x/kites/a.md')).toBe('/kites/a.md');
});

describe('whether anything tells', () => {
  test.each<[string, Readonly<Record<string, unknown>>, boolean]>([
    ['/x/.codex/roles/a.toml', { developer_instructions: 'Look' }, true],
    ['/x/.codex/agents/a.toml', { developer_instructions: 'Look' }, false],
    ['/x/roles/a.toml', { name: 'a', developer_instructions: 'Look' }, false],
    ['/x/.kiro/agents/a.md', { tools: ['Read'] }, true],
    ['/x/.local/agents/a.md', { tools: ['Read'] }, false],
    ['/x/agents/a.md', { name: 'a', description: 'Use it' }, true],
    ['/x/agents/a.md', { tools: 'Read, Bash(git log:*)' }, false],
    ['/x/agents/a.md', { tools: ['read_file', 'nonsense'] }, true],
    ['/x/agents/a.md', { tools: ['read_file', 'grep_search', 'LS'], model: 'inherit' }, true],
    ['/x/agents/a.md', { tools: ['Read', 'Grep', 'read_file'] }, false],
    ['/x/agents/a.md', { tools: ['docs_search'], model: 'inherit' }, false],
    ['/x/agents/a.md', { model: 'acme/large', tools: ['look'] }, true],
  ])('of %s with %j', (path, fields, isOpen) => {
    expect(guessHarness(path, fields).isOpen).toBe(isOpen);
  });
});
