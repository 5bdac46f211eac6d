import { expect, test } from 'vitest';
import type { Source } from '../../../src/core/definition/agent-definition.ts';
import { originOf } from '../../../src/core/library/origin.ts';

const added: Source = { id: 'finds', scope: 'added', folder: '/home/ann/finds', format: 'claude' };

test.each([
  ['a file in the folder itself', 'smith.md', 'finds'],
  ['a collection', 'forge-club/smith.md', 'forge-club'],
  ['a collection with its own depths', 'forge-club/plugins/iron/agents/smith.md', 'forge-club'],
  ['a folder that only says what is in it', 'plugins/iron/agents/smith.md', 'iron'],
  ['a hidden folder', '.claude/agents/smith.md', 'finds'],
])('%s', (_name, path, origin) => {
  expect(originOf({ path: `${added.folder}/${path}`, source: added })).toBe(origin);
});

test('elsewhere it is the scope, or the plugin', () => {
  const user: Source = { id: 'user', scope: 'user', folder: '/home/ann/.claude/agents', format: 'claude' };
  const plugin: Source = {
    id: 'p',
    scope: 'plugin',
    folder: '/plugins/p/agents',
    format: 'claude',
    plugin: 'ironworks',
  };
  expect(originOf({ path: `${user.folder}/team/smith.md`, source: user })).toBe('user');
  expect(originOf({ path: `${plugin.folder}/smith.md`, source: plugin })).toBe('ironworks');
});
