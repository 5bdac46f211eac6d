import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { endingSignals } from '../../src/adapters/stopping/ending-signals.ts';
import { compiledFor } from '../support/compiled-once.ts';
import { definitionFolder } from '../support/definition-folder.ts';
import { UNTOUCHED_MODES } from '../support/emulated-screen.ts';
import {
  BROKEN_LISTING,
  ENDLESS_LISTING,
  endlessFlush,
  NO_WAITING,
  PLANTED_ERROR,
  preloading,
} from '../support/preload.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS, openSession } from '../support/terminal-session.ts';
import { markFirst, openWorkbench } from '../support/workbench.ts';

/** Where the program logs what went wrong, inside `$XDG_DATA_HOME`. */
const LOG = 'agents/crash.log';

describe('an error nobody expected', () => {
  test('gives the terminal back, says where the details are, and keeps the draft', async () => {
    const env = { XDG_DATA_HOME: temporaryFolder() };
    const folder = definitionFolder();
    const session = await openWorkbench({
      folder,
      env,
      columns: 200,
      program: (words) => preloading(words, PLANTED_ERROR),
    });
    await markFirst(session, 'bkarch', 1);
    session.press('c');
    await session.sees('Nothing taken yet');
    session.press('Space');
    await session.sees('1 section ·');

    session.signal('SIGUSR2');

    expect((await session.exit()).code).toBe(1);
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
    const log = join(env.XDG_DATA_HOME, LOG);
    expect(session.screen().filter((line) => line !== '')).toEqual([
      `agents failed: planted ␛]0;x␇ fault (a fault of the program; details are in ${log}; the draft is kept)`,
    ]);
    expect(session.titles).toEqual([]);
    expect(readFileSync(log, 'utf8')).toMatch(
      /^\d{4}-\S+ agents \d\S+, Node v\S+, linux\nTypeError: planted[\s\S]*\n {4}at /,
    );
    expect(statSync(log).mode & 0o077).toBe(0);
    const next = await openWorkbench({ folder, env });
    await next.sees('a draft of 1 section');
  });

  test('in a command is one line too, and the exit code 1', () => {
    const data = temporaryFolder();
    const { status, stderr, stdout } = run(
      preloading([...AGENTS, 'list', '--source', definitionFolder()], BROKEN_LISTING),
      {
        XDG_DATA_HOME: data,
      },
    );
    expect({ status, stderr, stdout }).toEqual({
      status: 1,
      stderr: `agents failed: planted (a fault of the program; details are in ${join(data, LOG)})\n`,
      stdout: '',
    });
  });

  test('is told even where it cannot be logged', () => {
    const data = temporaryFolder({ agents: 'a file in the way' });
    const { status, stderr } = run(preloading([...AGENTS, 'list', '--source', definitionFolder()], BROKEN_LISTING), {
      XDG_DATA_HOME: data,
    });
    expect(status).toBe(1);
    expect(stderr).toContain(`details could not be written to ${join(data, LOG)}`);
  });
});

describe.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)('%s while computing', (signal) => {
  test('ends a command at once, as the system has it', async () => {
    const [node = '', ...rest] = preloading([...AGENTS, 'list', '--source', definitionFolder()], ENDLESS_LISTING);
    const child = spawn(node, rest, { env: bareEnvironment() });
    await once(child.stderr, 'data');

    child.kill(signal);

    expect(await once(child, 'exit')).toEqual([null, signal]);
  });
});

describe.each([...endingSignals().keys()])('%s while saving', (signal) => {
  test('leaves the old file and nothing else, and ends the program as it would have', async () => {
    const folder = definitionFolder();
    const target = join(folder, 'backend-lead.md');
    const [before, names] = [readFileSync(target, 'utf8'), readdirSync(folder)];
    const words = [
      ...AGENTS,
      'compose',
      'backend-architect#*',
      '--name',
      'n',
      '--description',
      'd',
      '-o',
      target,
      '--force',
    ];
    const [node = '', ...rest] = preloading([...words, '--source', folder], endlessFlush(folder));
    const child = spawn(node, rest, { env: bareEnvironment() });
    await once(child.stderr, 'data');
    expect(readdirSync(folder)).not.toEqual(names);

    child.kill(signal);

    const [code, endedBy] = await once(child, 'exit');
    // Whoever listens ends with the exit code that shells give for the signal.
    expect([signal, 128 + constants.signals[signal]]).toContain(endedBy ?? code);
    expect(readFileSync(target, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(names);
  });
});

describe('a poor terminal', () => {
  test('that only prints is told what to use instead', async () => {
    const session = openSession({ program: (words) => ['env', 'TERM=dumb', ...words], columns: 200 });
    expect(await session.exit()).toEqual({ code: 2, signal: 0 });
    expect(session.output()).toMatch(
      /^This terminal draws no screens \(TERM=dumb\); use agents --linear, agents list[^\u001B]*\r\n$/,
    );
  });

  test.each([
    ['standard input is closed', 'exec "$@" <&-'],
    ['standard input is empty', 'exec "$@" < /dev/null'],
    ['standard output is a file', 'exec "$@" > out'],
  ])('where %s is told what to use instead', async (_name, script) => {
    const session = openSession({ program: (words) => ['sh', '-c', script, 'sh', ...words, 'tui'], columns: 200 });
    expect(await session.exit()).toEqual({ code: 2, signal: 0 });
    expect(session.output()).toContain('The interactive app needs a terminal');
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
  });

  test('that is gone without a signal ends the app and keeps the draft', async () => {
    const folder = definitionFolder();
    const env = { XDG_DATA_HOME: temporaryFolder() };
    const deaf = `const { on } = process; process.on = process.addListener = (name, ...rest) => (name === 'SIGHUP' ? process : on.call(process, name, ...rest)); on.call(process, 'SIGHUP', () => {});`;
    const session = await openWorkbench({ folder, env, program: (words) => preloading(words, deaf) });
    await markFirst(session, 'bkarch', 1);
    session.press('c');
    await session.sees('Nothing taken yet');
    session.press('Space');
    await session.sees('1 section ·');

    session.closeWindow();

    await session.exit();
    const next = await openWorkbench({ folder, env });
    await next.sees('a draft of 1 section');
  });
});

describe('an editor that is killed', () => {
  test('is one line of news, and the app goes on', async () => {
    const folder = temporaryFolder({ 'a.md': '---\nname: a\ndescription: d\n---\nText.\n' });
    const session = await openWorkbench({ folder, env: { EDITOR: `sh -c 'kill -9 $$'` } });
    session.press('Enter');
    await session.sees('enter read');
    session.press('e');
    await session.sees('sh was ended by SIGKILL');
    session.press('/');
    session.type('a');
    await session.sees(' agents  a');
  });
});

describe('a storm of sizes', () => {
  test('down to one cell and back leaves the same screen', async () => {
    const session = await openWorkbench({ columns: 120, rows: 40 });
    session.press('Enter', 'Space');
    await session.sees('1 marked');
    const before = session.screen();
    const sizes = Array.from({ length: 120 }, (_, at) => [1 + ((at * 37) % 130), 1 + ((at * 23) % 45)] as const);

    for (const [columns, rows] of [...sizes, [20, 5], [1, 1], [2, 1], [1, 50], [300, 2]] as const)
      session.resize(columns, rows);
    session.resize(120, 40);

    await session.until('the screen is as before', (screen) => screen.join('\n') === before.join('\n'));
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
  });

  test('a size that is back before the app looks leaves the same screen', async () => {
    const session = await openWorkbench({ columns: 120, rows: 40 });
    session.press('Enter', 'Space');
    await session.sees('1 marked');
    const before = session.screen();

    session.signal('SIGSTOP');
    session.resize(20, 5);
    session.resize(120, 40);
    expect(session.screen()).not.toEqual(before);
    session.signal('SIGCONT');

    await session.until('the screen is as before', (screen) => screen.join('\n') === before.join('\n'));
  });

  test('starting in one cell is no error', async () => {
    const session = openSession({ columns: 1, rows: 1, args: ['--source', definitionFolder()] });
    await session.until('it has the screen', () => session.modes().alternateScreen);
    session.resize(80, 24);
    await session.sees('6 of 6');
  });
});

describe('a reader that has seen enough', () => {
  test.each(['list', 'list --json', 'lint', 'search a'])('ends agents %s without a word', (command) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'many'));
    const script = '"$@" 2>err | head -c 1 >/dev/null; cat err';
    const { stdout, status } = spawnSync(
      'bash',
      ['-c', script, 'sh', ...AGENTS, ...command.split(' '), '--source', definitionFolder()],
      {
        cwd: folder,
        env: bareEnvironment(),
        encoding: 'utf8',
      },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

describe('a reader that is slow', () => {
  test('gets all there is, also through a pipe that was set not to wait', async () => {
    const text = `---\nname: long\ndescription: d\n---\n${'A line of text.\n'.repeat(100_000)}`;
    const file = join(temporaryFolder({ 'long.md': text }), 'long.md');
    const [node = '', ...words] = preloading([...AGENTS, 'show', file, '--raw'], NO_WAITING);
    const child = spawn(node, words, { env: bareEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: string[] = [];
    child.stdout.setEncoding('utf8');
    for await (const chunk of child.stdout) {
      chunks.push(chunk);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(chunks.join('')).toBe(text);
  });
});

function run([program = '', ...words]: readonly string[], env: Readonly<Record<string, string>>) {
  return spawnSync(program, words, { encoding: 'utf8', env: { ...bareEnvironment(), ...env } });
}

function bareEnvironment(): NodeJS.ProcessEnv {
  const home = temporaryFolder();
  const env = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: join(home, 'c'), XDG_DATA_HOME: join(home, 'd') };
  return compiledFor(env);
}
