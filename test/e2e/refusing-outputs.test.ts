import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { definitionFolder } from '../support/definition-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';

// Outputs that take nothing. That is the doing of whoever started the program: a line, and no entry in the crash log.

const PRINTING = ['--version', '--help', 'help list', 'drafts --json', 'source --json'];
const READING = [
  'list',
  'list --json',
  'search backend',
  'search backend --json',
  'show backend-lead --raw',
  'show backend-lead --json',
  'show backend-lead',
  'which backend-lead',
  'lint',
  'lint --json',
  'lint --format sarif',
  'twins --json',
  'compare backend-lead backend-advisor',
  'compose backend-lead#* --name n --description d -o -',
  'export backend-lead --to codex -o -',
];

function run(words: string, redirection: string) {
  const [home, folder] = [temporaryFolder(), definitionFolder()];
  const given = PRINTING.includes(words) ? [] : ['--source', folder];
  const args = [...AGENTS, ...words.split(' '), ...given];
  const env = compiledFor({ PATH: process.env.PATH, HOME: home });
  const run = spawnSync('sh', ['-c', `"$@" ${redirection}`, 'sh', ...args], { cwd: home, env, encoding: 'utf8' });
  expect(existsSync(join(home, '.local/share/agents/crash.log'))).toBe(false);
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

describe.each([
  ['on a full device', '>/dev/full', 'no space left on device'],
  ['open for reading only', '1</dev/null', 'not open for writing'],
])('standard output %s', (_name, redirection, reason) => {
  test.each([...PRINTING, ...READING])('is a line of agents %s', (words) => {
    const { status, stderr } = run(words, redirection);
    const lines = stderr.trimEnd().split('\n');
    expect([status, lines.filter((line) => line.startsWith('standard output'))]).toEqual([
      1,
      [`standard output: ${reason}`],
    ]);
    expect(stderr).not.toMatch(/a fault of|^ {4}at /m);
  });
});

describe.each(['2>/dev/full', '2</dev/null'])('standard error with %s', (redirection) => {
  test('fails what has something to tell there, and nothing else', () => {
    expect(run('compose backend-lead#* --name n --description d -o n.md', redirection)).toEqual({
      status: 1,
      stdout: '',
      stderr: '',
    });
    expect(run('show nobody', redirection)).toMatchObject({ status: 1, stdout: '' });
    expect(run('list --nonsense', redirection)).toMatchObject({ status: 2, stdout: '' });
    expect(run('--version', redirection)).toMatchObject({ status: 0 });
    expect(run('--version', `${redirection} >/dev/full`)).toMatchObject({ status: 1, stdout: '' });
  });
});
