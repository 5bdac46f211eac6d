import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { endingSignals } from '../../src/adapters/stopping/ending-signals.ts';
import { definitionFolder } from '../support/definition-folder.ts';
import { UNTOUCHED_MODES } from '../support/emulated-screen.ts';
import { preloading, READING, UNENDED_READING, UNREADABLE } from '../support/preload.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { AGENTS, openSession, type Session } from '../support/terminal-session.ts';
import { markFirst, openWorkbench, type Workbench } from '../support/workbench.ts';

/** Says what the terminal is set to before and after, and the program's process id. */
const BETWEEN_SETTINGS =
  'echo "before $(stty -g)"; sh -c \'echo "pid $$"; exec "$@"\' sh "$@"; code=$?; echo "after $(stty -g)"; exit $code';

/** Whatever ends it from outside. */
const SIGNALLED = [...endingSignals()].map(([name, number]): [string, (session: Session) => void, number] => [
  name,
  (session) => session.signal(name, programId(session)),
  128 + number,
]);

describe('leaving', () => {
  test.each<[string, (session: Session) => void, number]>([
    ['Ctrl-C', ({ press }) => press('Ctrl-C'), 0],
    ['q in the list', ({ press }) => press('Enter', 'q'), 0],
    ...SIGNALLED,
  ])('by %s gives the terminal back as it was', async (_name, leave, code) => {
    const session = openSession({
      args: ['--source', definitionFolder()],
      columns: 200,
      program: (agents) => ['sh', '-c', BETWEEN_SETTINGS, 'sh', ...agents],
    });
    await session.sees('6 of 6');
    expect(session.modes()).toEqual({
      alternateScreen: true,
      cursorVisible: true,
      lineWrap: false,
      markedPaste: true,
      mouse: true,
    });

    leave(session);

    expect(await session.exit()).toEqual({ code, signal: 0 });
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
    const [, before] = /before (\S+)/.exec(session.output()) ?? [];
    expect(before).toBeTruthy();
    expect(session.output()).toContain(`after ${before}\r\n`);
    expect(session.screen()).toContain(`before ${before}`);
  });
});

test('leaving while the sources are being read waits for none of them', async () => {
  const session = openSession({
    args: ['--source', temporaryFolder({ [UNREADABLE]: '' })],
    program: (words) => preloading(words, UNENDED_READING),
  });
  await session.until('it reads', () => session.titles.includes(READING));
  session.press('Ctrl-C');
  expect(await session.exit()).toEqual({ code: 0, signal: 0 });
  expect(session.modes()).toEqual(UNTOUCHED_MODES);
});

test('SIGUSR1 opens no debugger', async () => {
  const session = await openWorkbench();
  session.signal('SIGUSR1');
  session.type('bkarch');
  await session.sees('2 of 6');
  session.press('Ctrl-C');
  expect(await session.exit()).toEqual({ code: 0, signal: 0 });
  expect(session.output()).not.toContain('Debugger');
});

describe('a draft', () => {
  test.each<[string, (session: Session) => void, { readonly code: number; readonly signal: number } | null]>([
    ['Ctrl-C', ({ press }) => press('Ctrl-C'), { code: 0, signal: 0 }],
    ['SIGTERM', ({ signal }) => signal('SIGTERM'), { code: 143, signal: 0 }],
    ['SIGHUP', ({ signal }) => signal('SIGHUP'), { code: 129, signal: 0 }],
    // Node itself aborts at its very end where the terminal is gone, so how it ends is not ours to say.
    ['the window is closed', ({ closeWindow }) => closeWindow(), null],
  ])('changed just before %s is there the next time', async (_name, leave, end) => {
    const folder = definitionFolder();
    const env = { XDG_DATA_HOME: temporaryFolder() };
    const session = await openWorkbench({ folder, env });
    await markFirst(session, 'bkarch', 1);
    session.press('c');
    await session.sees('Nothing taken yet');
    session.press('Space');
    await session.sees('1 section ·');

    leave(session);

    const ended = await session.exit();
    if (end) expect(ended).toEqual(end);
    const next = await openWorkbench({ folder, env });
    await next.sees('a draft of 1 section');
  });
});

/** The app with a draft of one pick. */
async function withDraft(env: Readonly<Record<string, string>>): Promise<Workbench> {
  const session = await openWorkbench({ env, columns: 200 });
  await markFirst(session, 'bkarch', 1);
  session.press('c');
  await session.sees('Nothing taken yet');
  session.press('Space');
  await session.sees('1 section ·');
  return session;
}

const lastLines = (session: Session) => session.screen().filter((line) => line !== '');

const agents = (data: string, ...args: readonly string[]) => {
  const [node = '', ...words] = [...AGENTS, ...args];
  return spawnSync(node, words, { env: { PATH: process.env.PATH, XDG_DATA_HOME: data }, encoding: 'utf8' });
};

describe('a draft that was not saved', () => {
  test('is told of when it was kept, with how to come back', async () => {
    const session = await withDraft({ XDG_DATA_HOME: temporaryFolder() });
    await session.sees(/kept at \d/);
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
    expect(lastLines(session)).toEqual([
      'The draft of backend-architect is kept: agents opens it again, agents drafts lists all',
    ]);
  });

  test('is told of when it is lost, with why', async () => {
    const data = temporaryFolder({ agents: 'a file in the way' });
    const session = await withDraft({ XDG_DATA_HOME: data });
    await session.sees('could not be kept');
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 1, signal: 0 });
    expect(lastLines(session)).toEqual([
      expect.stringMatching(
        /^The draft of backend-architect could not be kept and is gone: (something else is there|part of the path)/,
      ),
    ]);
  });

  test('is kept again when its file was deleted', async () => {
    const data = temporaryFolder();
    const session = await withDraft({ XDG_DATA_HOME: data });
    await session.sees(/kept at \d/);
    rmSync(join(data, 'agents/drafts'), { recursive: true });
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
    expect(JSON.parse(agents(data, 'drafts', '--json').stdout)).toHaveLength(1);
  });

  test('is not discarded while it is open, unless by force', async () => {
    const data = temporaryFolder();
    const session = await withDraft({ XDG_DATA_HOME: data });
    await session.sees(/kept at \d/);
    const [{ id }] = JSON.parse(agents(data, 'drafts', '--json').stdout) as [{ id: string }];
    expect(agents(data, 'drafts', 'discard', id)).toMatchObject({
      status: 1,
      stderr: `${id}: The draft is open in another window (process ${session.pid}); --force discards it all the same\n`,
    });
    expect(readdirSync(join(data, 'agents/drafts'))).toEqual([`${id}.json`]);

    const other = await openWorkbench({ env: { XDG_DATA_HOME: data }, columns: 120 });
    await other.sees('a draft of 1 section');
    other.press('Enter', 'D');
    await other.sees('1 section from');
    other.press('x');
    await other.sees('open in another window');
    await other.sees('1 section from');
    other.press('Ctrl-C');
    await other.exit();

    expect(agents(data, 'drafts', 'discard', id, '--force').status).toBe(0);
    session.press('Ctrl-C');
    await session.exit();
    expect(readdirSync(join(data, 'agents/open-drafts'))).toEqual([]);
    expect(agents(data, 'drafts', 'discard', id).status).toBe(0);
  });
});

/** The app, started from an interactive shell. */
async function inShell(env: Readonly<Record<string, string>> = {}): Promise<Session> {
  const session = openSession({
    program: () => ['bash', '--norc', '--noprofile', '-i'],
    env: { PS1: 'ready> ', ...env },
  });
  await session.sees('ready>');
  const words = ['sh', '-c', 'echo "pid $$"; exec "$@"', 'sh', ...AGENTS, '--source', definitionFolder()];
  session.type(`${words.map((word) => `'${word}'`).join(' ')}\r`);
  await session.sees('6 of 6');
  return session;
}

const suspended = async (session: Session): Promise<void> => {
  await session.sees(/Stopped[\s\S]*ready> $/m);
  expect(session.modes()).toMatchObject({ alternateScreen: false, cursorVisible: true, lineWrap: true, mouse: false });
};

describe.each<[string, (session: Session) => void]>([
  ['Ctrl-Z', ({ press }) => press('Ctrl-Z')],
  ['SIGTSTP', (session) => session.signal('SIGTSTP', programId(session))],
])('%s', (_name, stop) => {
  test('hands the terminal to the shell, and fg brings the app back where it was, again and again', async () => {
    const session = await inShell();
    session.type('bkarch');
    await session.sees('2 of 6');

    for (const sum of [42, 43]) {
      stop(session);
      await suspended(session);
      session.type(`clear; echo "still $((40 + ${sum - 40}))"\r`);
      await session.sees(`still ${sum}`);
      session.type('fg\r');
      await session.sees(' agents  bkarch');
      await session.sees('2 of 6');
      expect(session.modes()).toMatchObject({ alternateScreen: true, cursorVisible: true, markedPaste: true });
    }
    session.press('Tab');
    await session.sees('1 marked');

    session.press('Ctrl-C');
    await session.until('the shell is back', () => !session.modes().alternateScreen);
    session.type('echo "code $?"\r');
    await session.sees('code 0');
  });

  test.each(['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
    'and then %s ends the app once it goes on, and it never takes the terminal again',
    async (signal) => {
      const session = await inShell();
      stop(session);
      await suspended(session);
      const before = session.output().length;
      session.signal(signal, programId(session));
      session.type('fg; echo "code $?"\r');
      await session.sees(`code ${128 + constants.signals[signal]}`);
      expect(session.output().slice(before)).not.toContain('\u001B[?1049h');
      expect(session.modes()).toMatchObject({ alternateScreen: false, cursorVisible: true, mouse: false });
    },
  );
});

test('Ctrl-Z where no shell would bring it back leaves the app as it is', async () => {
  // The first process of a session, as in a container, does not stop.
  const session = await openWorkbench();
  session.press('Ctrl-Z');
  await session.until('the terminal is given back', () => !session.modes().alternateScreen);
  await session.until('the terminal is taken', () => session.modes().alternateScreen);
  session.type('bkarch');
  await session.sees('2 of 6');
});

function programId(session: Session): number {
  return Number(/pid (\d+)/.exec(session.output())?.[1]);
}
