import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';
import { openWorkbench } from '../support/workbench.ts';

// The program as it is built, in a clean home.

const [node = '', program = ''] = AGENTS;
const SMITH = '---\nname: smith\ndescription: Use it to forge\n---\n\nYou are a smith.\n';

function agents(home: string, args: readonly string[], input = '') {
  const env = compiledFor({ PATH: process.env.PATH, HOME: home });
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], { cwd: home, env, encoding: 'utf8', input });
  return { status, stdout, stderr };
}

describe('the keeping commands', () => {
  test('write, copy, move and remove files of the user’s own folder, and undo all of it', () => {
    const home = temporaryFolder();
    const own = join(home, '.claude/agents');
    expect(agents(home, ['new', 'smith', '--description', 'Use it to forge'])).toEqual({
      status: 0,
      stdout: '',
      stderr: 'Wrote .claude/agents/smith.md\n',
    });
    expect(agents(home, ['copy', 'smith', 'tinker']).status).toBe(0);
    expect(agents(home, ['disable', 'tinker'])).toMatchObject({
      status: 0,
      stderr: 'tinker is off (.claude/agents/tinker.md)\n',
    });
    expect(agents(home, ['list']).stdout).toMatch(/^tinker .* off /m);
    expect(agents(home, ['enable', 'tinker']).status).toBe(0);
    expect(agents(home, ['edit', 'tinker']).stderr).toBe('No editor is set: set $VISUAL or $EDITOR\n');
    expect(agents(home, ['move', 'tinker', '--to', './team']).status).toBe(0);
    expect(agents(home, ['remove', 'smith'])).toMatchObject({ status: 2, stdout: '' });
    expect(agents(home, ['remove', 'smith', '--yes', '--json'])).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(own)).toEqual([]);
    const list = JSON.parse(agents(home, ['undo', '--list', '--json']).stdout);
    expect(list.map(({ command }: { command: string }) => command)).toEqual([
      'remove smith',
      'move tinker',
      'enable tinker',
      'disable tinker',
      'copy smith tinker',
      'new smith',
    ]);
    expect(readdirSync(join(home, '.local/state/agents/undo'))).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const _ of list) expect(agents(home, ['undo']).status).toBe(0);
    expect(existsSync(join(home, '.claude'))).toBe(false);
    expect(existsSync(join(home, 'team'))).toBe(false);
    expect(agents(home, ['undo'])).toEqual({ status: 1, stdout: '', stderr: 'Nothing to undo\n' });
    expect(agents(home, ['redo']).stderr).toBe('Done again: new smith (1 file)\n');
  });

  test('take in agents from JSON and standard input, for the harness of the place, and undo it', () => {
    const json = JSON.stringify({ smith: { description: 'Use it to forge', prompt: 'You are a smith.' } });
    const home = temporaryFolder({ 'theirs.json': json });
    expect(agents(home, ['import', 'theirs.json', '--to', 'user'])).toEqual({
      status: 0,
      stdout: '',
      stderr: 'Wrote .claude/agents/smith.md\n',
    });
    expect(readFileSync(join(home, '.claude/agents/smith.md'), 'utf8')).toBe(SMITH);
    expect(agents(home, ['import', '-', '--to', 'gemini', '-o', '-'], SMITH).stdout).toContain('name: smith\n');
    expect(agents(home, ['import', '-', '--to', 'gemini'], json).status).toBe(0);
    expect(existsSync(join(home, '.gemini/agents/smith.md'))).toBe(true);
    for (const _ of ['gemini', 'claude']) expect(agents(home, ['undo']).status).toBe(0);
    expect([existsSync(join(home, '.gemini')), existsSync(join(home, '.claude'))]).toEqual([false, false]);
  });

  test('write for the harness that is set, and ask nobody where that is set', () => {
    const home = temporaryFolder();
    expect(agents(home, ['config', 'set', 'harness', 'gemni'])).toMatchObject({ status: 2, stdout: '' });
    expect(agents(home, ['new', 'smith', '--description', 'Use it to forge']).status).toBe(0);
    expect(agents(home, ['export', 'smith'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--to') });
    expect(agents(home, ['config', 'set', 'harness', 'gemini']).status).toBe(0);
    expect(agents(home, ['new', 'tinker', '--description', 'Use it to mend']).stderr).toContain(
      'Wrote .gemini/agents/tinker.md',
    );
    expect(agents(home, ['export', 'smith', '--dry-run']).stderr).toContain('.gemini/agents/smith.md would be:');
    expect(agents(home, ['remove', 'smith']).status).toBe(2);
    expect(agents(home, ['config', 'set', 'confirm', 'false']).status).toBe(0);
    expect(agents(home, ['remove', 'smith']).status).toBe(0);
    expect(existsSync(join(home, '.claude/agents/smith.md'))).toBe(false);
  });

  test('compose writes over what a link leads to only where it is told to follow, and undo gives that back', () => {
    const theirs = temporaryFolder({ 'smith.md': SMITH });
    const home = temporaryFolder({ '.claude/agents/tinker.md': SMITH.replaceAll('smith', 'tinker') });
    const link = join(home, '.claude/agents/smith.md');
    symlinkSync(join(theirs, 'smith.md'), link);
    const compose = [
      'compose',
      'tinker#*',
      '--name',
      'smith',
      '--description',
      'Use it',
      '-o',
      '.claude/agents/smith.md',
      '--force',
    ];

    expect(agents(home, compose)).toEqual({
      status: 1,
      stdout: '',
      stderr: `.claude/agents/smith.md leads to ${join(theirs, 'smith.md')}; --force --follow changes that and keeps a backup\n`,
    });
    expect(readFileSync(join(theirs, 'smith.md'), 'utf8')).toBe(SMITH);

    expect(agents(home, [...compose, '--follow'])).toMatchObject({ status: 0 });
    expect(readFileSync(join(theirs, 'smith.md'), 'utf8')).toContain('tinker');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(agents(home, ['undo']).status).toBe(0);
    expect(readFileSync(join(theirs, 'smith.md'), 'utf8')).toBe(SMITH);
  });

  test('do nothing in a dry run', () => {
    const home = temporaryFolder({ '.claude/agents/smith.md': SMITH });
    for (const args of [
      ['new', 'a', '--description', 'D'],
      ['copy', 'smith', 'b'],
      ['move', 'smith', '--to', './x'],
      ['remove', 'smith'],
    ]) {
      expect(agents(home, [...args, '-n']).status).toBe(0);
      const { done, changes } = JSON.parse(agents(home, [...args, '--dry-run', '--json']).stdout);
      expect([done, changes.length]).toEqual([false, 1]);
    }
    expect(readdirSync(home).filter((name) => name !== '.cache')).toEqual(['.claude']);
    expect(readFileSync(join(home, '.claude/agents/smith.md'), 'utf8')).toBe(SMITH);
  });

  test('killed at any moment leave the old or the new state, which the next command says', {
    timeout: 120_000,
  }, async () => {
    const names = Array.from({ length: 60 }, (_, at) => `smith-${at}`);
    const files = names.map((name) => [`.claude/agents/${name}.md`, SMITH.replace('name: smith', `name: ${name}`)]);
    const home = temporaryFolder(Object.fromEntries(files));
    const env = compiledFor({ PATH: process.env.PATH, HOME: home });
    const own = join(home, '.claude/agents');
    const undo = join(home, '.local/state/agents/undo');
    for (let round = 0; round < 4; round += 1) {
      const child = spawn(node, [program, 'remove', ...names, '--yes'], { cwd: home, env, stdio: 'ignore' });
      const isOpen = () => existsSync(undo) && readdirSync(undo).some((name) => name.endsWith('.open'));
      await expect.poll(isOpen, { interval: 2, timeout: 20_000 }).toBe(true);
      const before = readdirSync(own).length;
      if (round > 0) await expect.poll(() => readdirSync(own).length, { interval: 1 }).toBeLessThan(before - round * 5);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const { stderr } = agents(home, ['list', '--json']);
      const left = readdirSync(own).filter((name) => !name.startsWith('.')).length;
      expect([0, names.length]).toContain(left);
      if (isOpen()) throw new Error('an action is open still');
      expect(stderr).toMatch(left === 0 ? /^(?:remove .* and is done now\n)?$/ : /^(?:remove .* is undone now\n)?$/);
      if (left === 0) agents(home, ['undo']);
    }
  });
});

test('the app removes a file after a yes, and has it back at once', async () => {
  const folder = temporaryFolder({ 'smith.md': SMITH, 'tinker.md': SMITH.replace('name: smith', 'name: tinker') });
  const session = await openWorkbench({ folder });
  session.press('Enter');
  await session.sees('enter read');
  session.type('X');
  await session.sees(/Remove .*smith\.md\?/);
  session.type('n');
  await session.seesNo(/Remove .*smith\.md\?/);
  expect(existsSync(join(folder, 'smith.md'))).toBe(true);
  session.type('X');
  await session.sees(/Remove .*smith\.md\?/);
  session.type('y');
  // The list may be without it before it is known how to undo that.
  await session.sees(/Removed /);
  await session.sees(/1 of 1 ·/);
  expect(existsSync(join(folder, 'smith.md'))).toBe(false);
  session.type('u');
  await session.sees('Undone: remove smith');
  await session.sees(/2 of 2 ·/);
  expect(readFileSync(join(folder, 'smith.md'), 'utf8')).toBe(SMITH);
});
