import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { copiedBuild } from '../support/copied-build.ts';
import { emulatedScreen, UNTOUCHED_MODES } from '../support/emulated-screen.ts';
import { preloading } from '../support/preload.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openSession, type SessionOptions } from '../support/terminal-session.ts';

const DEFINITIONS = fileURLToPath(new URL('../fixtures/definitions', import.meta.url));
const END_OF_FRAME = '\u001B[?2026l';

/** Start the app and leave it, so that the next start knows its first frame. */
async function usedHome(options: SessionOptions = {}): Promise<Readonly<Record<string, string>>> {
  const env = { XDG_CACHE_HOME: temporaryFolder(), XDG_CONFIG_HOME: temporaryFolder(), ...options.env };
  const session = openSession({ args: [DEFINITIONS], ...options, env });
  await session.sees(/\d of \d+ ·/);
  session.press('Ctrl-C');
  await session.exit();
  return env;
}

/** Holds the program when it has written to the terminal for the first time, until a file is there. */
function holding(go: string): (agents: readonly string[]) => readonly string[] {
  const script = `
    import { existsSync } from 'node:fs';
    const { write } = process.stdout;
    process.stdout.write = function (...given) {
      const answer = write.apply(this, given);
      process.stdout.write = write;
      while (!existsSync(${JSON.stringify(go)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      return answer;
    };`;
  return (agents) => preloading(agents, script);
}

/** The cells after the first frame that a program wrote. */
async function firstFrame(output: string, columns: number, rows: number) {
  const screen = emulatedScreen(columns, rows);
  const end = output.indexOf(END_OF_FRAME) + END_OF_FRAME.length;
  await new Promise<void>((resolve) => screen.write(output.slice(0, end), resolve));
  return screen.cells();
}

describe('the first frame', () => {
  test.each([
    [20, 6],
    [80, 24],
    [200, 60],
  ])(
    'is, from the second start on, there before the app is loaded, cell by cell the same: %i×%i',
    async (columns, rows) => {
      const size = { columns, rows, args: [DEFINITIONS] };
      const env = { XDG_CACHE_HOME: temporaryFolder() };
      const sessions = [];
      for (const program of [undefined, holding(join(env.XDG_CACHE_HOME, 'go'))]) {
        const session = openSession({ ...size, env, ...(program && { program }) });
        await session.until('a frame is there', () => session.output().includes(END_OF_FRAME));
        if (program) {
          // The program stands still: what it would draw itself is not there.
          expect(session.output().split(END_OF_FRAME)).toHaveLength(2);
          expect(session.modes().alternateScreen).toBe(true);
          writeFileSync(join(env.XDG_CACHE_HOME, 'go'), '');
        }
        await session.until(
          'all is read',
          (screen) => screen.some((line) => /\d of \d|\d\/\d|\d agents/.test(line)) || rows < 10,
        );
        session.press('Ctrl-C');
        await session.exit();
        expect(session.modes()).toEqual(UNTOUCHED_MODES);
        sessions.push(session);
      }
      const [drawn, known] = await Promise.all(sessions.map((session) => firstFrame(session.output(), columns, rows)));
      expect(known).toEqual(drawn);
    },
  );

  test('loses no key that is typed before the app is loaded, and keeps none for the next start', async () => {
    const env = await usedHome();
    const go = join(env.XDG_CACHE_HOME ?? '', 'go');
    const session = openSession({ args: [DEFINITIONS], env, program: holding(go) });
    await session.until('a frame is there', () => session.output().includes(END_OF_FRAME));
    session.type('zq');
    session.type('x');
    writeFileSync(go, '');
    await session.sees('zqx');
    await session.until(
      'what was typed stands nowhere else',
      (screen) => screen.filter((line) => line.includes('zqx')).length <= 2,
    );
    session.press('Ctrl-C');
    await session.exit();

    const next = openSession({ args: [DEFINITIONS], env, program: holding(join(temporaryFolder(), 'go')) });
    await next.until('a frame is there', () => next.output().includes(END_OF_FRAME));
    expect(next.output()).not.toContain('zqx');
    expect(next.output()).toContain('search');
  });

  test('is not drawn at all where the app is left before it is loaded', async () => {
    const env = await usedHome();
    const go = join(env.XDG_CACHE_HOME ?? '', 'go');
    const session = openSession({ args: [DEFINITIONS], env, program: holding(go) });
    await session.until('a frame is there', () => session.output().includes(END_OF_FRAME));
    session.press('Ctrl-C');
    writeFileSync(go, '');
    expect((await session.exit()).code).toBe(0);
    expect(session.output().split(END_OF_FRAME)).toHaveLength(2);
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)(
    'gives the terminal back where %s ends the program before the app is loaded',
    async (signal) => {
      const env = await usedHome();
      const go = join(env.XDG_CACHE_HOME ?? '', 'go');
      const session = openSession({ args: [DEFINITIONS], env, program: holding(go) });
      await session.until('a frame is there', () => session.output().includes(END_OF_FRAME));
      session.signal(signal);
      writeFileSync(go, '');
      const numbers = { SIGTERM: 143, SIGHUP: 129 };
      expect((await session.exit()).code).toBe(numbers[signal]);
      expect(session.modes()).toEqual(UNTOUCHED_MODES);
    },
  );

  test('is gone before a script that cannot be loaded is told of', async () => {
    const build = copiedBuild();
    const program = ([node = '', , ...rest]: readonly string[]) => [node, join(build, 'agents.js'), ...rest];
    const env = await usedHome({ program });
    const script = join(build, 'tui.js');
    const { atime, mtime } = statSync(script);
    const text = readFileSync(script, 'latin1');
    writeFileSync(script, `throw new Error('broken');${text.slice(26)}`.slice(0, text.length), 'latin1');
    utimesSync(script, atime, mtime);
    expect(statSync(script).size).toBe(text.length);

    const session = openSession({ args: [DEFINITIONS], env, program });

    expect((await session.exit()).code).not.toBe(0);
    expect(session.output()).toContain('\u001B[?1049h');
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
    await session.sees('broken');
  });

  test('of other settings, another size or damaged on the disk is not shown', async () => {
    const env = await usedHome();
    const folder = join(env.XDG_CACHE_HOME ?? '', 'agents', 'first-frames');
    const [name = ''] = readdirSync(folder);
    const shownAtOnce = async (options: SessionOptions) => {
      const go = join(temporaryFolder(), 'go');
      const session = openSession({ args: [DEFINITIONS], env, program: holding(go), ...options });
      await session.until('the terminal is taken', () => session.output() !== '');
      const isShown = session.output().includes(END_OF_FRAME);
      writeFileSync(go, '');
      await session.sees(/\d of \d+ ·/);
      session.press('Ctrl-C');
      await session.exit();
      return isShown;
    };
    expect(await shownAtOnce({})).toBe(true);
    expect(await shownAtOnce({ columns: 81 })).toBe(false);

    const bytes = readFileSync(join(folder, name));
    bytes[bytes.indexOf('show')] = 0x53;
    writeFileSync(join(folder, name), bytes);
    expect(await shownAtOnce({})).toBe(false);
    expect(await shownAtOnce({})).toBe(true);

    // Of another build and another kind of terminal there are others beside it.
    expect(await shownAtOnce({ env: { ...env, COLORTERM: 'truecolor' } })).toBe(false);
    expect(await shownAtOnce({})).toBe(true);

    const settings = join(env.XDG_CONFIG_HOME ?? '', 'agents');
    mkdirSync(settings, { recursive: true });
    writeFileSync(join(settings, 'config.json'), '{ "theme": "light" }');
    expect(await shownAtOnce({})).toBe(false);
    expect(existsSync(join(folder, name))).toBe(true);
  });

  test('comes though the settings cannot be seen', async () => {
    const circle = temporaryFolder();
    symlinkSync('agents', join(circle, 'agents'));
    const env = await usedHome({ env: { XDG_CONFIG_HOME: circle } });
    const session = openSession({ args: [DEFINITIONS], env, program: holding(join(circle, 'go')) });
    await session.until('a frame is there', () => session.output().includes(END_OF_FRAME));
    writeFileSync(join(circle, 'go'), '');
    await session.sees(/\d of \d+ ·/);
  });
});
