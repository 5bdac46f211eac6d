import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram } from '../support/built-program.ts';
import { gitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Check {
  readonly check: string;
  readonly status: string;
  readonly message: string;
  readonly fix: string;
}

test('in a clean home all is in order, and nothing is made', () => {
  const folder = temporaryFolder({});
  const run = builtProgram(folder, { LANG: 'C.UTF-8', EDITOR: 'sh', PAGER: 'cat' });
  const { code, out, err } = run(['doctor', '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const checks = JSON.parse(out) as readonly Check[];
  expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
  expect(checks.find(({ check }) => check === 'settings folder')?.message).toBe('home/.config/agents, not there yet');
  for (const { status, fix } of checks) expect(fix === '').toBe(status === 'ok');
  expect(run(['doctor']).out).toMatch(/^ok {4}program: agents \d/);
});

test('what is not in order is told with what to do, and fails where nothing works', () => {
  const folder = temporaryFolder({
    'home/.config/agents/config.json': '{ "sources": ["/nowhere/at/all"], "keys": { "list.quit": ["nokey"] } }',
    '.gemini/agents/x.md': '---\nname: x\ndescription: Use\ncolor: red\n---\nBe it.\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    'home/.local/share/agents/crash.log': 'once\n',
    'bin/agents': '#!/bin/sh\n',
  });
  chmodSync(join(folder, 'bin/agents'), 0o755);
  const path = `${join(folder, 'bin')}:/usr/bin:/bin`;
  const env = { PATH: path, LANG: 'C', EDITOR: 'no-such-editor', TERM: 'dumb' };
  const { code, out } = builtProgram(folder, env)(['doctor', '--json']);
  const checks = JSON.parse(out) as readonly Check[];
  const told = (check: string) => checks.filter((one) => one.check === check).map(({ status }) => status);
  expect(code).toBe(1);
  expect(told('source')).toEqual(['fail']);
  for (const check of ['settings', 'locale', 'editor', 'terminal', 'path', 'crashes', 'Gemini CLI'])
    expect({ check, told: told(check) }).toEqual({ check, told: ['warn'] });
});

test('what is kept, and what was taken and installed, is looked at too', { timeout: 120_000 }, () => {
  const team = gitRepository({ 'a.md': '---\nname: ant\ndescription: Use it\n---\n\nYou are ant.\n' });
  const folder = temporaryFolder({ 'home/.bashrc': 'source <(agents completion bash)\n' });
  const env = { LANG: 'C.UTF-8', EDITOR: 'sh', PAGER: 'cat', SHELL: '/bin/bash', DISPLAY: ':0' };
  const run = builtProgram(folder, { ...env, PATH: process.env.PATH ?? '' });
  const checks = (more = {}) =>
    JSON.parse(
      builtProgram(folder, { ...env, PATH: process.env.PATH ?? '', ...more })(['doctor', '--json']).out,
    ) as readonly Check[];
  const told = (found: readonly Check[], check: string) => found.filter((one) => one.check === check);
  expect(run(['source', 'add', `file://${team}`, '--name', 'team']).code).toBe(0);
  expect(run(['install', 'ant', '--to', 'user']).code).toBe(0);
  const fine = checks();
  for (const check of ['repository', 'installed', 'journal', 'completion', 'state folder', 'space'])
    expect(told(fine, check)).toMatchObject([{ check, status: 'ok' }]);
  expect(told(fine, 'journal')[0]?.message).toBe('1 action that can be undone');
  rmSync(join(folder, 'home/.claude/agents/a.md'));
  writeFileSync(join(folder, 'home/.local/share/agents/sources/team/a.md'), 'Mine.');
  writeFileSync(join(folder, 'home/.bashrc'), '');
  const bad = checks();
  for (const check of ['repository', 'installed', 'completion'])
    expect(told(bad, check)).toMatchObject([{ check, status: 'warn' }]);
  rmSync(join(folder, 'home/.local/share/agents/sources'), { recursive: true });
  expect(told(checks(), 'repository')).toMatchObject([{ status: 'warn', fix: 'agents source restore' }]);
  writeFileSync(join(folder, 'home/.config/agents/sources.lock.json'), '{');
  expect(told(checks(), 'lock file')).toMatchObject([{ status: 'fail' }]);
  // Nothing of a display is installed where nothing is.
  expect(told(checks({ PATH: join(folder, 'home') }), 'clipboard')).toMatchObject([
    { status: 'warn', fix: expect.stringContaining('xclip') },
  ]);
});
