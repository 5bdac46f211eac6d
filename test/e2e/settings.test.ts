import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { definitionFolder } from '../support/definition-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';
import { markFirst, openWorkbench } from '../support/workbench.ts';

// What is kept between runs, with the program as it is built: the package that writes it is a script of its own there.

const [node = '', program = ''] = AGENTS;

function agents(home: string, ...args: readonly string[]) {
  const env = compiledFor({ PATH: process.env.PATH, HOME: home });
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

  test('is kept however many are added at once', async () => {
    const home = temporaryFolder();
    const names = Array.from({ length: 12 }, (_, at) => `d${at}`);
    for (const name of names) mkdirSync(join(home, name));
    const env = compiledFor({ PATH: process.env.PATH, HOME: home });
    const ends = names.map(async (name) => {
      const child = spawn(node, [program, 'source', 'add', name], { cwd: home, env, stdio: 'ignore' });
      return (await once(child, 'exit'))[0];
    });
    expect(new Set(await Promise.all(ends))).toEqual(new Set([0]));
    const kept = JSON.parse(readFileSync(join(home, '.config/agents/config.json'), 'utf8')).sources;
    expect([...kept].sort()).toEqual(names.map((name) => join(home, name)).sort());
    expect(readdirSync(join(home, '.config/agents'))).toEqual(['config.json']);
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
  await session.sees('Nothing taken yet');
  session.press('Space');
  await session.sees('1 section ·');
  session.press('Ctrl-S');
  await session.sees('Also the name of its file');
  session.type('kept-folder');
  await session.sees('name: kept-folder');
  session.press('Ctrl-S');
  await session.sees('Saved');
  await expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : '')).toContain('saveFolder');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    saveFolder: expect.stringContaining('.claude/agents'),
  });
});

describe('keys of one’s own', () => {
  const settings = (keys: unknown) => ({
    XDG_CONFIG_HOME: temporaryFolder({ 'agents/config.json': JSON.stringify({ keys }, null, 2) }),
  });

  test('are in force from the start, and footer and messages name them', async () => {
    const env = settings({
      'search.list': ['f6'],
      'list.compare': ['ö'],
      'list.mark': ['alt+m'],
      'list.mark-next': [],
    });
    const session = await openWorkbench({ env, columns: 160 });
    await session.sees('f6 list');
    session.type('\u001B[17~');
    await session.sees('/ search');
    session.type('ö');
    await session.sees('Mark two or more to compare: “Mark and go to the next” in the palette (:) or Alt-M');
    session.press('Alt-M', 'Down');
    session.press('Alt-M');
    await session.sees('2 marked');
    session.type('ö');
    await session.sees('topic 1 of');
  });

  test('that cannot be are told at the start with their place, and all else works', async () => {
    const session = await openWorkbench({
      columns: 160,
      env: settings({ 'list.compare': ['='], 'list.twins': ['c'] }),
    });
    await session.sees(/config\.json:6:5: list\.twins: “c” is a key of list\.compose already/);
    session.press('Tab');
    await session.sees('1 marked');
    session.press('Tab');
    await session.sees('2 marked');
    session.press('Enter');
    await session.sees('= compare 2');
  });

  test('that are wrong in many ways are listed with the problems', async () => {
    const keys = { 'list.compair': ['x'], 'list.copy': 'x', 'list.sort': ['Ctrl+S'], 'everywhere.quit': [] };
    const session = await openWorkbench({ columns: 160, env: settings(keys) });
    await session.sees('4 settings are wrong: Enter then W says which');
    session.press('Enter');
    session.press('W');
    await session.sees(':3:5: list.compair: no binding has this name');
    await session.sees('list.sort: no terminal sends a key “Ctrl+S”');
    session.press('Ctrl-C');
    expect(await session.exit()).toMatchObject({ code: 0 });
  });

  test('do not matter to commands', () => {
    const home = temporaryFolder({ '.config/agents/config.json': '{ "keys": { "no.such": 7 }, "mouse": 1 }' });
    expect(agents(home, 'list').stderr).toBe(
      '~/.config/agents/config.json:1:29: mouse is neither true nor false; the default is in force\n',
    );
  });
});
