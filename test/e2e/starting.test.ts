import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UNTOUCHED_MODES } from '../support/emulated-screen.ts';
import { preloading } from '../support/preload.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS, openSession } from '../support/terminal-session.ts';

describe('starting', () => {
  test.each([
    ['on Windows', "Object.defineProperty(process, 'platform', { value: 'win32' });", /^agents .* WSL, .*\n$/],
    ['on an old Node', 'delete process.getBuiltinModule;', /^agents needs Node 20\.19, .*, and this is v.*\n$/],
  ])('%s says in one line what is needed', (_, script, line) => {
    for (const args of [[], ['list'], ['--version']]) {
      const [node = '', ...words] = preloading([...AGENTS, ...args], script);
      const { status, stdout, stderr } = spawnSync(node, words, { encoding: 'utf8' });
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(line);
    }
  });

  test('without a terminal says in one line what to use instead', () => {
    const [node = '', ...script] = AGENTS;

    const { status, stdout, stderr } = spawnSync(node, [...script, 'tui'], { encoding: 'utf8' });

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^The interactive app needs a terminal.* agents list.*; see agents help tui\n$/);
  });

  test('on a folder that is not there is wrong usage, and the screen is left alone', async () => {
    const missing = join(temporaryFolder(), 'missing');
    const session = openSession({ args: ['--source', missing], columns: 200 });

    expect(await session.exit()).toEqual({ code: 2, signal: 0 });

    expect(session.screen().filter((line) => line !== '')).toEqual([`${missing}: no such folder; see agents help`]);
    expect(session.output()).not.toContain('\u001B[?1049h');
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
  });

  test('on an empty folder says so, and what to do', async () => {
    const empty = temporaryFolder();
    const session = openSession({ args: ['--source', empty] });

    await session.sees('No agents here.');
    await session.sees(empty);
    await session.sees('Look elsewhere with: agents');
    session.press('Enter', 'd');
    await session.sees('Mark two or more to compare');
    session.press('q');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
  });

  test('on a new machine shows the definitions that come with it', async () => {
    const session = openSession({ columns: 100 });

    await session.sees(/[1-9]\d* of [1-9]\d* · by name · 1 source/);
    await session.sees('bundled');
  });

  test('where programs are told that nobody looks draws all the same, and leaves nothing', async () => {
    const session = openSession({ env: { CI: 'true' } });

    await session.sees(/[1-9]\d* of [1-9]\d* ·/);
    session.press('Enter');
    await session.sees('/ search');
    session.press('q');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
    expect(session.screen().filter((line) => line !== '')).toEqual([]);
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
  });
});
