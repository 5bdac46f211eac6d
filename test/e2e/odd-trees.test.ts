import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS, openSession } from '../support/terminal-session.ts';

// What lies where something is looked for may be anything, in a repository of a stranger as at home.

const [node = '', program = ''] = AGENTS;

const GOOD = '---\nname: good-one\ndescription: Does good.\n---\nDo good.\n';

/** A project with one definition beside what is odd, in a repository, and a home. */
function project() {
  const folder = temporaryFolder({ 'home/x': '', 'repo/.git/x': '', 'repo/sub/.claude/agents/good-one.md': GOOD });
  return { home: join(folder, 'home'), repo: join(folder, 'repo'), cwd: join(folder, 'repo/sub') };
}

function agents(cwd: string, home: string, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: home };
  const options = { cwd, env, encoding: 'utf8', timeout: 20_000 } as const;
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], options);
  return { status, stdout, stderr };
}

const HARNESS_FOLDERS = ['.claude', '.cursor', '.github', '.codex', '.gemini', '.opencode', '.qwen', '.factory'];
const INNER = ['.claude/agents', '.cursor/agents', '.opencode/agent', '.config/opencode', '.factory/droids'];

/** Things of other kinds, made at a path. */
const KINDS: Readonly<Record<string, (path: string) => void>> = {
  'a file': (path) => writeFileSync(path, 'x'),
  'a pipe': makePipe,
  'a link to itself': (path) => symlinkSync(path, path),
  'a link to nowhere': (path) => symlinkSync('nowhere', path),
  'a link to the disk': (path) => symlinkSync('/', path),
  'a link up': (path) => symlinkSync('..', path),
  'a link to devices': (path) => symlinkSync('/dev', path),
  'a link to what never ends': (path) => symlinkSync('/dev/zero', path),
};

function plant(kind: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  KINDS[kind]?.(path);
}

test.each(Object.keys(KINDS))('%s in place of folders of harnesses hides no definition', (kind) => {
  for (const names of [HARNESS_FOLDERS, INNER]) {
    const { cwd, repo, home } = project();
    for (const name of names) for (const around of [repo, home]) plant(kind, join(around, name));
    compiledFor({ HOME: home });
    const { status, stdout, stderr } = agents(cwd, home, 'list');
    expect([status, stdout]).toEqual([0, expect.stringContaining('good-one')]);
    // At most a line for each thing in the way.
    expect(stderr.split('\n').length - 1).toBeLessThanOrEqual(names.length * 2);
  }
});

test('what is meant as a source and is none is said', () => {
  const { cwd, home, repo } = project();
  plant('a file', join(repo, '.claude/agents'));
  plant('a link to itself', join(repo, '.cursor'));
  plant('a link to the disk', join(repo, '.gemini/agents'));
  plant('a pipe', join(home, '.qwen/agents'));
  expect(agents(cwd, home, 'list').stderr.split('\n').sort()).toEqual([
    '',
    `${repo}/.claude/agents: a file, not a folder`,
    `${repo}/.cursor/agents: symbolic links go in a circle`,
    `${repo}/.gemini/agents: a link, not followed: the whole disk`,
    '~/.qwen/agents: not a folder',
  ]);
});

test('a home that is a file, or a link in a circle, is told of at most', () => {
  const { cwd, repo } = project();
  for (const kind of ['a file', 'a link to itself', 'a pipe']) {
    const home = join(repo, kind);
    plant(kind, home);
    const { status, stdout, stderr } = agents(cwd, home, 'list');
    expect([kind, status, stdout]).toEqual([kind, 0, expect.stringContaining('good-one')]);
    expect([kind, stderr]).toEqual([kind, expect.not.stringContaining('a fault of')]);
    expect(agents(cwd, home, 'source', 'add', cwd)).toMatchObject({ status: 1, stderr: /^Not kept: [^\n]*\n$/ });
  }
});

test('folders that may not be entered are told of once each', () => {
  const { cwd, home, repo } = project();
  for (const around of [repo, home]) for (const name of ['.claude', '.opencode']) mkdirSync(join(around, name));
  for (const around of [repo, home]) for (const name of ['.claude', '.opencode']) chmodSync(join(around, name), 0);
  chmodSync(dirname(home), 0o755);
  // For root nothing is shut: where the tests run as root, the program runs as somebody else.
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const env = { PATH: process.env.PATH, HOME: home };
  const run = spawnSync(node, [program, 'list'], { cwd, env, encoding: 'utf8', ...somebody });
  for (const around of [repo, home]) for (const name of ['.claude', '.opencode']) chmodSync(join(around, name), 0o755);
  expect([run.status, run.stdout]).toEqual([0, expect.stringContaining('good-one')]);
  expect(run.stderr.split('\n').sort()).toEqual([
    '',
    `${repo}/.claude/agents: permission denied`,
    `${repo}/.opencode/modes: permission denied`,
    '~/.claude/agents: permission denied',
    '~/.opencode/modes: permission denied',
  ]);
});

test('the app shows the rest, with a row for what is odd', async () => {
  const { cwd, home, repo } = project();
  plant('a link to the disk', join(repo, '.claude/agents'));
  plant('a file', join(repo, '.cursor'));
  const session = openSession({ cwd, env: { HOME: home }, columns: 120 });
  await session.sees('good-one');
  session.press('Ctrl-X');
  session.type('show the problems');
  session.press('Enter');
  await session.sees('the whole disk');
});

test.each(Object.keys(KINDS))('%s in place of what is kept keeps no command waiting', (kind) => {
  const kept = ['.local/share/agents', '.cache'];
  for (const [command, settings] of [
    ['list', '.config/agents/config.json'],
    ['drafts', '.config/agents'],
  ] as const) {
    const { cwd, home } = project();
    for (const place of [settings, ...kept]) plant(kind, join(home, place));
    const { status, stderr } = agents(cwd, home, command);
    expect([kind, command, status === 0 || status === 1, stderr]).toEqual([
      kind,
      command,
      true,
      expect.not.stringContaining('a fault of'),
    ]);
  }
});

describe('a working directory', () => {
  const inShell = (script: string, home: string, ...args: readonly string[]) => {
    const env = compiledFor({ PATH: process.env.PATH, HOME: home, N: node, A: program });
    const run = spawnSync('sh', ['-c', script, 'sh', ...args], { cwd: home, env, encoding: 'utf8' });
    return { status: run.status, stdout: run.stdout, stderr: run.stderr };
  };
  const REMOVED = 'mkdir gone && cd gone && rmdir ../gone && exec "$N" "$A" "$@"';
  const name = 'x'.repeat(200);
  const LONG = `for at in $(seq 22); do mkdir ${name} && cd -P ${name}; done 2>/dev/null; exec "$N" "$A" "$@"`;

  test('that was removed keeps the app from nothing else', async () => {
    const { cwd } = project();
    const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$@" --source "$S"';
    const session = openSession({ env: { S: cwd }, program: (words) => ['sh', '-c', script, 'sh', ...words] });
    await session.sees('good-one');
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
  });

  test.each([
    ['that was removed', REMOVED],
    ['with a path too long to be told', LONG],
  ])('%s is a line, and absolute paths work', (_name, script) => {
    const { cwd } = project();
    const home = temporaryFolder();
    onTestFinished(() => void execFileSync('rm', ['-rf', join(home, name)]));
    const file = join(cwd, '.claude/agents/good-one.md');
    const line = /^The working directory cannot be told: [^\n]*\n$/;
    const again = () => execFileSync('rm', ['-rf', join(home, name)]);

    expect(inShell(script, home, 'list', '--source', cwd)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('good-one'),
      stderr: '',
    });
    again();
    expect(inShell(script, home, 'show', file)).toMatchObject({ status: 0, stderr: expect.stringMatching(line) });
    again();
    expect(inShell(script, home, 'list')).toMatchObject({ status: 0, stderr: expect.stringMatching(line) });
    again();
    expect(inShell(script, home, 'show', './x.md')).toMatchObject({ status: 2, stderr: expect.stringMatching(line) });
    again();
    expect(inShell(script, home, '--version')).toMatchObject({ status: 0, stderr: '' });
    again();
    expect(inShell(script, home, '--help')).toMatchObject({ status: 0, stderr: '' });
  });
});
