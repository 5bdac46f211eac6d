import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cacheFolder, configFolder, dataFolder, homeFolder } from '../../src/adapters/user-folders.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['linux', {}, join(homedir(), '.config/agents'), join(homedir(), '.local/share/agents')],
  ['darwin', {}, join(homedir(), '.config/agents'), join(homedir(), '.local/share/agents')],
  ['linux', { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' }, '/c/agents', '/d/agents'],
  ['win32', { APPDATA: '/roaming', LOCALAPPDATA: '/local' }, '/roaming/agents/Config', '/local/agents/Data'],
] as const)('on %s with %j they are where people look for them', (platform, environment, config, data) => {
  expect(configFolder(environment, platform)).toBe(config);
  expect(dataFolder(environment, platform)).toBe(data);
});

const relative = (path: string) => ({
  XDG_CONFIG_HOME: path,
  XDG_DATA_HOME: path,
  XDG_CACHE_HOME: path,
  APPDATA: path,
  LOCALAPPDATA: path,
});

describe.each(['', '.', 'c', './c', '~/c'])('%j is no absolute path', (path) => {
  test.each(['linux', 'win32'] as const)('and as good as none on %s', (platform) => {
    for (const folder of [configFolder, dataFolder, cacheFolder])
      expect(folder(relative(path), platform)).toBe(folder({}, platform));
  });

  test.each(['linux', 'win32'] as const)('and as a home there is none on %s', (platform) => {
    vi.stubEnv('HOME', path);
    expect(homeFolder()).toBeNull();
    for (const folder of [configFolder, dataFolder, cacheFolder]) {
      expect(folder({}, platform)).toBeNull();
      expect(folder(relative(path), platform)).toBeNull();
    }
    expect(configFolder({ XDG_CONFIG_HOME: '/c' }, platform)).toBe('/c/agents');
  });
});
