import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiledFor } from '../support/compiled-once.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS } from '../support/terminal-session.ts';

// The program as it is built, in a clean home, and repositories that are served.

const [node = '', program = ''] = AGENTS;
const agent = (name: string, more = '') =>
  `---\nname: ${name}\ndescription: Use it as ${name}\n---\n\nYou are ${name}.${more}\n`;

function agents(home: string, ...args: readonly string[]) {
  const env = compiledFor({ PATH: process.env.PATH, HOME: home });
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], { cwd: home, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Serve the repositories below a folder on loopback; the port, and how it ends. */
async function served(folder: string): Promise<{ readonly port: number; readonly end: () => void }> {
  const port = await freePort();
  const words = [
    'daemon',
    '--reuseaddr',
    '--listen=127.0.0.1',
    `--port=${port}`,
    '--export-all',
    `--base-path=${folder}`,
  ];
  const child: ChildProcess = spawn('git', [...words, folder], { stdio: 'ignore', detached: true });
  const answers = () =>
    spawnSync('git', ['ls-remote', `git://127.0.0.1:${port}/team`], { stdio: 'ignore' }).status === 0;
  await expect.poll(answers, { timeout: 20_000 }).toBe(true);
  return { port, end: () => process.kill(-(child.pid ?? 0)) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('sources from repositories', () => {
  test('are taken over a network, updated after a yes, and restored elsewhere', { timeout: 120_000 }, async () => {
    const all = temporaryFolder({ 'team/a.md': agent('ant'), 'team/b.md': agent('bee') });
    const team = join(all, 'team');
    git(team, 'init', '-q');
    git(team, 'add', '.');
    git(team, 'commit', '-qm', 'first');
    const { port, end } = await served(all);
    try {
      const home = temporaryFolder();
      const url = `git://127.0.0.1:${port}/team`;
      const added = agents(home, 'source', 'add', `git://me:secret@127.0.0.1:${port}/team#main`);
      expect(added).toMatchObject({ status: 1, stderr: expect.not.stringContaining('secret') });
      expect(agents(home, 'source', 'add', url)).toEqual({
        status: 0,
        stdout: '',
        stderr: `Added team (${url}, main at ${git(team, 'rev-parse', '--short=7', 'HEAD')}): 2 agents\n`,
      });
      writeFileSync(join(team, 'b.md'), agent('bee', ' Never push to main.'));
      git(team, 'commit', '-qam', 'second');
      const shown = agents(home, 'source', 'update');
      expect(shown).toMatchObject({
        status: 1,
        stderr: 'Nothing taken, as nobody can be asked here; --yes takes it without asking\n',
      });
      expect(shown.stdout).toContain('+You are bee. Never push to main.');
      expect(agents(home, 'source', 'update', '--yes').status).toBe(0);
      expect(agents(home, 'show', 'bee', '--raw').stdout).toContain('Never push');
      expect(agents(home, 'install', 'bee')).toMatchObject({
        status: 0,
        stderr: expect.stringMatching(/^Installed bee \(team\) as \.claude\/agents\/bee\.md|b\.md\n1 agent installed/),
      });
      const lock = JSON.parse(readFileSync(join(home, '.config/agents/sources.lock.json'), 'utf8'));
      expect(Object.keys(lock.installed)).toEqual(['~/.claude/agents/b.md']);
      const copy = join(home, '.claude/agents/b.md');
      const before = `${readFileSync(copy, 'utf8')}\n## Mine\n\nBe quick.\n`;
      writeFileSync(copy, before);
      writeFileSync(join(team, 'b.md'), agent('bee', ' Never push to main, nor to next.'));
      git(team, 'commit', '-qam', 'third');
      expect(agents(home, 'source', 'update', '--yes').status).toBe(0);
      expect(readFileSync(copy, 'utf8')).toBe(before.replace('main.', 'main, nor to next.'));
      expect(agents(home, 'undo').stderr).toBe('Undone: source update team (2 files)\n');
      expect(readFileSync(copy, 'utf8')).toBe(before);
      writeFileSync(copy, before.replace(/\n## Mine[\s\S]*$/, ''));
      expect(agents(home, 'uninstall', 'user:bee', '--yes').status).toBe(0);
      expect(agents(home, 'undo').stderr).toBe('Undone: uninstall user:bee (2 files)\n');
      const other = temporaryFolder({
        '.config/agents/sources.lock.json': readFileSync(join(home, '.config/agents/sources.lock.json'), 'utf8'),
      });
      expect(agents(other, 'source', 'restore').status).toBe(0);
      expect(agents(other, 'show', 'bee', '--raw').stdout).toContain('Never push');
      expect(agents(other, 'source', 'remove', 'team')).toMatchObject({ status: 0, stdout: '' });
    } finally {
      end();
    }
  });

  test('killed at any moment are as before or as after', { timeout: 240_000 }, async () => {
    const files = Array.from({ length: 60 }, (_, at) => [`agents/a${at}.md`, agent(`a${at}`)] as const);
    const team = gitRepository(Object.fromEntries(files));
    const home = temporaryFolder();
    expect(agents(home, 'source', 'add', `file://${team}`, '--name', 'team').status).toBe(0);
    const env = compiledFor({ PATH: process.env.PATH, HOME: home });
    const all = join(home, '.local/share/agents/sources');
    const rounds = 3;
    const took = await timeOf(() => agents(home, 'source', 'update'));
    for (let round = 0; round < rounds; round += 1) {
      for (const [path] of files) writeFileSync(join(team, path), agent(path.slice(7, -3), ` Round ${round}.`));
      git(team, 'commit', '-qam', `round ${round}`);
      const child = spawn(node, [program, 'source', 'update', '--yes'], { cwd: home, env, stdio: 'ignore' });
      const ended = once(child, 'exit');
      await new Promise((resolve) => setTimeout(resolve, took * (0.5 + round * 0.9)));
      child.kill('SIGKILL');
      await ended;
      const list = JSON.parse(agents(home, 'list', '--source', join(all, 'team'), '--json').stdout || '[]');
      const listed = JSON.parse(agents(home, 'list', '--json').stdout);
      const own = listed.filter(({ scope }: { scope: string }) => scope === 'added');
      expect([own.length, [0, 60].includes(list.length)]).toEqual([60, true]);
      const texts = new Set(own.map(({ path }: { path: string }) => readFileSync(path, 'utf8').replace(/a\d+/g, 'a')));
      expect(texts.size).toBe(1);
      expect(agents(home, 'source', 'update', '--yes').status).toBe(0);
      expect(agents(home, 'show', 'a7', '--raw').stdout).toContain(`Round ${round}.`);
    }
    expect(readdirSync(all).filter((name) => name.endsWith('.old') || name === '.lock')).toEqual([]);
  });
});

async function timeOf(task: () => unknown): Promise<number> {
  const before = performance.now();
  task();
  return performance.now() - before;
}
