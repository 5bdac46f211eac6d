import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionFolder } from '../support/definition-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';
import { markFirst, openWorkbench } from '../support/workbench.ts';

// Homes that are none. Whatever the program keeps for itself, it never puts it where it happens to be started.

const [node = '', program = ''] = AGENTS;
const NO_HOME = 'there is no home folder: HOME is not set to an absolute path';

const NO_XDG = { XDG_CONFIG_HOME: '', XDG_DATA_HOME: '', XDG_CACHE_HOME: '' };

const HOMELESS = [
  { HOME: '' },
  { HOME: '.' },
  { HOME: 'rel' },
  { HOME: '', XDG_CONFIG_HOME: 'c', XDG_DATA_HOME: './d', XDG_CACHE_HOME: '' },
];

describe.each(HOMELESS)('with %j', (env) => {
  const agents = (cwd: string, ...args: readonly string[]) => {
    const options = { cwd, env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(node, [program, ...args], options);
    return { status, stdout, stderr };
  };

  test('definitions are listed, and paths are not told by a home', () => {
    const [cwd, folder] = [temporaryFolder(), definitionFolder()];
    const { status, stdout, stderr } = agents(cwd, 'list', '--source', folder);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(` ${folder}/`);
    expect(agents(cwd, 'list')).toMatchObject({ status: 0 });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('a source is not kept, as one line says', () => {
    const cwd = temporaryFolder();
    expect(agents(cwd, 'source', 'add', definitionFolder())).toEqual({
      status: 1,
      stdout: '',
      stderr: `Not kept: ${NO_HOME}\n`,
    });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('a composition is made, and nothing else', () => {
    const [cwd, folder] = [temporaryFolder(), definitionFolder()];
    const pick = `${folder}/backend-advisor.md#*`;
    const made = agents(cwd, 'compose', pick, '--name', 'made', '--description', 'Made here', '-o', 'made.md');
    expect(made).toMatchObject({ status: 0, stderr: expect.stringContaining(NO_HOME) });
    expect(readdirSync(cwd)).toEqual(['made.md']);
    expect(agents(cwd, 'status')).toMatchObject({ status: 0 });
    expect(agents(cwd, 'drafts')).toMatchObject({ status: 0 });
  });

  test('the app says that a draft is not kept', async () => {
    const cwd = temporaryFolder();
    const session = await openWorkbench({ env: { ...NO_XDG, ...env }, cwd });
    await markFirst(session, 'bkarch', 1);
    session.press('c');
    await session.sees('Nothing taken yet');
    session.press('Space');
    await session.sees('could not be kept');
    session.press('Ctrl-C');
    await session.exit();
    expect(readdirSync(cwd)).toEqual([]);
  });
});

test('a relative folder for one kind of file leaves the home to the others', () => {
  const home = temporaryFolder();
  const env = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: 'c' };
  expect(spawnSync(node, [program, 'source', 'add', home], { cwd: home, env }).status).toBe(0);
  expect(readdirSync(join(home, '.config/agents'))).toEqual(['config.json']);
  expect(readdirSync(home)).not.toContain('c');
});
