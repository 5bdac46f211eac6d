import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSettings } from '../../src/adapters/conf-settings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DEFAULTS = { saveFolder: null, sources: [], mouse: true, keys: {} };

describe('settings', () => {
  test('are the defaults when nothing is set, and no file is made for that', async () => {
    const folder = temporaryFolder();
    expect((await openSettings(folder)).read()).toEqual({ values: DEFAULTS, problem: null });
    expect(existsSync(join(folder, 'config.json'))).toBe(false);
  });

  test('are there again the next time', async () => {
    const folder = temporaryFolder();
    const settings = await openSettings(folder);
    expect(await settings.write('saveFolder', '/home/me/agents')).toBeNull();
    expect(await settings.write('keys', { 'list.quit': ['x'] })).toBeNull();
    expect((await openSettings(folder)).read()).toEqual({
      values: { saveFolder: '/home/me/agents', sources: [], mouse: true, keys: { 'list.quit': ['x'] } },
      problem: null,
    });
  });

  test('leave a broken file as it is, and say so', async () => {
    const folder = temporaryFolder({ 'config.json': '{ "saveFolder": ' });
    const settings = await openSettings(folder);
    expect(settings.read()).toEqual({
      values: DEFAULTS,
      problem: 'The settings file could not be read (it is not valid JSON); the defaults are in force',
    });
    expect(await settings.write('saveFolder', '/x')).toMatch(/^Not kept: /);
    expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe('{ "saveFolder": ');
  });

  test.each([
    [
      '{"saveFolder": 7, "keys": {"a": ["b"]}}',
      { saveFolder: null, sources: [], mouse: true, keys: { a: ['b'] } },
      /saveFolder/,
    ],
    ['{"saveFolder": "/x", "keys": {"a": "b"}}', { saveFolder: '/x', sources: [], mouse: true, keys: {} }, /keys/],
    ['{"mouse": "no"}', DEFAULTS, /mouse/],
    ['{"sources": "/x"}', DEFAULTS, /sources/],
    ['{"keys": null}', DEFAULTS, /keys/],
  ])('use what is usable of %s', async (content, values, problem) => {
    const outcome = (await openSettings(temporaryFolder({ 'config.json': content }))).read();
    expect(outcome.values).toEqual(values);
    expect(outcome.problem).toMatch(problem);
  });
});
