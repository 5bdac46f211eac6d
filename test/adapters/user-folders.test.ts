import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configFolder, dataFolder } from '../../src/adapters/user-folders.ts';

test.each([
  ['linux', {}, join(homedir(), '.config/agents'), join(homedir(), '.local/share/agents')],
  ['darwin', {}, join(homedir(), '.config/agents'), join(homedir(), '.local/share/agents')],
  ['linux', { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' }, '/c/agents', '/d/agents'],
  ['win32', { APPDATA: '/roaming', LOCALAPPDATA: '/local' }, '/roaming/agents/Config', '/local/agents/Data'],
] as const)('on %s with %j they are where people look for them', (platform, environment, config, data) => {
  expect(configFolder(environment, platform)).toBe(config);
  expect(dataFolder(environment, platform)).toBe(data);
});
