import { describe, expect, test } from 'vitest';
import { pluginSources } from '../../src/adapters/claude-plugins.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The plugins found at home, as `plugin folder`, with some files on the disk. */
function pluginsOn(files: Readonly<Record<string, unknown>>, projects: readonly string[] = []): readonly string[] {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  const disk = temporaryFolder(Object.fromEntries(texts));
  const sources = pluginSources(
    `${disk}/me`,
    projects.map((project) => `${disk}/${project}`),
  );
  return sources.map(({ plugin, folder }) => `${plugin} ${folder}`);
}

const INSTALLED = 'me/.claude/plugins/installed_plugins.json';
const keepers = { version: 2, plugins: { 'keepers@shop': [{ scope: 'user', installPath: '/c/shop/keepers/1.2' }] } };

describe('pluginSources', () => {
  test('are the copies that count as installed', () => {
    expect(pluginsOn({ [INSTALLED]: keepers })).toEqual(['keepers /c/shop/keepers/1.2/agents']);
    expect(pluginsOn({ [INSTALLED]: { version: 1, plugins: { 'a@b@c': { installPath: '/c/a' } } } })).toEqual([
      'a@b /c/a/agents',
    ]);
  });

  test('leave out what the settings switch off, the project above the user', () => {
    const off = { enabledPlugins: { 'keepers@shop': false } };
    const on = { enabledPlugins: { 'keepers@shop': true } };
    expect(pluginsOn({ [INSTALLED]: keepers, 'me/.claude/settings.json': off })).toEqual([]);
    expect(
      pluginsOn({ [INSTALLED]: keepers, 'me/.claude/settings.json': off, 'p/.claude/settings.json': on }, ['p']),
    ).toHaveLength(1);
    const local = { 'p/.claude/settings.json': on, 'p/.claude/settings.local.json': off };
    expect(pluginsOn({ [INSTALLED]: keepers, ...local }, ['p'])).toEqual([]);
  });

  test('leave out what is installed for other projects', () => {
    const installed = { plugins: { 'keepers@shop': [{ installPath: '/c/k', projectPath: '/elsewhere' }] } };
    expect(pluginsOn({ [INSTALLED]: installed }, ['p'])).toEqual([]);
  });

  test.each([
    ['nothing', {}],
    ['broken JSON', { [INSTALLED]: '{' }],
    ['a list', { [INSTALLED]: [] }],
    ['plugins that are a list', { [INSTALLED]: { plugins: ['x'] } }],
    ['a relative path', { [INSTALLED]: { plugins: { 'x@y': [{ installPath: '../x' }, null, 3] } } }],
  ])('are none for %s', (_what, files) => {
    expect(pluginsOn(files)).toEqual([]);
  });
});
