import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionFolder } from '../support/definition-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';
import { markFirst, openWorkbench } from '../support/workbench.ts';

// What is kept between runs, with the program as it is built: the package that writes it is a script of its own there.

const [node = '', program = ''] = AGENTS;

function agents(home: string, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: home };
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], { cwd: home, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('a source', () => {
  test('that was added is there in the next run, and gone when it was removed', () => {
    const [home, folder] = [temporaryFolder(), definitionFolder()];
    expect(agents(home, 'source', 'add', folder)).toMatchObject({ status: 0, stderr: '' });
    expect(agents(home, 'list').stdout).toContain('backend-architecture-expert');
    expect(agents(home, 'source').stdout).toContain(folder);

    expect(agents(home, 'source', 'remove', folder)).toMatchObject({ status: 0, stderr: '' });
    expect(agents(home, 'list').stdout).not.toContain('backend-architecture-expert');
  });

  test('is not added to settings that cannot be read, which stay as they are', () => {
    const [home, folder] = [temporaryFolder(), definitionFolder()];
    agents(home, 'source', 'add', folder);
    const file = join(home, '.config/agents/config.json');
    writeFileSync(file, '{ "sources": [');
    const { status, stderr } = agents(home, 'source', 'add', temporaryFolder());
    expect(status).toBe(1);
    expect(stderr).toContain('~/.config/agents/config.json:1:15: it is not valid JSON');
    expect(readFileSync(file, 'utf8')).toBe('{ "sources": [');
  });
});

test('the folder that was saved to last is offered again', async () => {
  const env = { XDG_CONFIG_HOME: temporaryFolder() };
  const file = join(env.XDG_CONFIG_HOME, 'agents/config.json');
  const session = await openWorkbench({ env });
  await markFirst(session, 'bkarch', 1);
  session.press('c');
  await session.sees('0 picks');
  session.press('Space');
  await session.sees('1 pick,');
  session.press('Ctrl-S');
  await session.sees('A name is needed');
  session.type('kept-folder');
  await session.sees('name: kept-folder');
  session.press('Ctrl-S');
  await session.sees('Saved');
  await expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : '')).toContain('saveFolder');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    saveFolder: expect.stringContaining('.claude/agents'),
  });
});
