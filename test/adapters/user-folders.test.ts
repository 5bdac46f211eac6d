import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cacheFolder, configFolder, dataFolder, homeFolder } from '../../src/adapters/user-folders.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  [{}, join(homedir(), '.config/agents'), join(homedir(), '.local/share/agents')],
  [{ XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' }, '/c/agents', '/d/agents'],
])('with %j they are where people look for them', (environment, config, data) => {
  expect(configFolder(environment)).toBe(config);
  expect(dataFolder(environment)).toBe(data);
});

const relative = (path: string) => ({
  XDG_CONFIG_HOME: path,
  XDG_DATA_HOME: path,
  XDG_CACHE_HOME: path,
});

describe.each(['', '.', 'c', './c', '~/c'])('%j is no absolute path', (path) => {
  test('and as good as none', () => {
    for (const folder of [configFolder, dataFolder, cacheFolder]) expect(folder(relative(path))).toBe(folder({}));
  });

  test('and as a home there is none', () => {
    vi.stubEnv('HOME', path);
    expect(homeFolder()).toBeNull();
    for (const folder of [configFolder, dataFolder, cacheFolder]) {
      expect(folder({})).toBeNull();
      expect(folder(relative(path))).toBeNull();
    }
    expect(configFolder({ XDG_CONFIG_HOME: '/c' })).toBe('/c/agents');
  });
});
