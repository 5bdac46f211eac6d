import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtProgram } from '../support/built-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openSession, type Session, type SessionOptions } from '../support/terminal-session.ts';

/** A tour whose folder is made in a folder of the test's own. */
function openTour(options: SessionOptions = {}): Session & { readonly left: () => readonly string[] } {
  const temporary = temporaryFolder();
  const session = openSession({ ...options, args: ['tour', ...(options.args ?? [])], env: { TMPDIR: temporary } });
  return { ...session, left: () => readdirSync(temporary).filter((name) => name.startsWith('agents-tour-')) };
}

async function untilComposing(session: Session): Promise<void> {
  await session.sees('Tour 1 of 9  Find: type backend');
  session.type('backend');
  await session.sees('Tour 2 of 9  Mark two agents: Tab');
  session.press('Tab');
  await session.sees('1 marked');
  session.press('Tab');
  await session.sees('Tour 3 of 9  Enter then d compares');
  session.press('Enter');
  await session.sees('Tour 3 of 9  d compares');
  session.press('d');
  await session.sees('Tour 4 of 9  n goes on');
  session.press('n');
  await session.sees('Tour 5 of 9  c composes');
}

describe('the tour', () => {
  test('leads from the first key to a file of one’s own, and leaves nothing but what is kept', async () => {
    const session = openTour({ args: ['--keep', 'mine'] });
    mkdirSync(join(session.cwd, 'mine'));
    await untilComposing(session);
    session.press('c');
    await session.sees('Tour 6 of 9  Space takes');
    expect(session.left()).toHaveLength(1);
    session.press('Space');
    await session.sees('Tour 7 of 9  Ctrl-S saves');
    session.press('Ctrl-S');
    await session.sees('Tour 8 of 9  Type a name, then Ctrl-S');
    session.type('my-own');
    await session.sees('name: my-own');
    session.press('Ctrl-S', 'Ctrl-S');
    await session.sees('Tour 9 of 9  A file of your own: Esc ends');
    await session.sees('It is put into mine.');
    session.press('Esc');
    expect(await session.exit()).toMatchObject({ code: 0 });
    expect(session.left()).toEqual([]);
    expect(readFileSync(join(session.cwd, 'mine/my-own.md'), 'utf8')).toMatch(/^---\nname: my-own\n/);
    expect(existsSync(join(session.cwd, '.claude'))).toBe(false);
    expect(existsSync(join(session.home, '.config/agents/config.json'))).toBe(false);
  });

  test('is left by Esc, again and again, and taken up where it was left', async () => {
    const session = openTour();
    await untilComposing(session);
    session.press('Esc');
    await session.sees('enter read');
    session.press('Esc');
    await session.seesNo('2 marked');
    session.press('Esc');
    await session.sees('esc close the tour');
    session.press('Esc');
    expect(await session.exit()).toMatchObject({ code: 0 });
    expect(session.left()).toEqual([]);

    const env = { XDG_DATA_HOME: join(session.home, '.local/share') };
    const next = openSession({ args: ['tour'], columns: 40, env });
    await next.sees('Tour 5 of 9  c composes');
    await next.sees('Taken up at step 5');
    next.press('Ctrl-C');
    expect(await next.exit()).toMatchObject({ code: 0 });
    const anew = openSession({ args: ['tour', '--again'], env });
    await anew.sees('Tour 1 of 9');
    anew.press('Ctrl-C');
    expect(await anew.exit()).toMatchObject({ code: 0 });
  });

  test('leaves nothing where a signal ends it', async () => {
    const session = openTour();
    await session.sees('Tour 1 of 9');
    expect(session.left()).toHaveLength(1);
    session.signal('SIGTERM');
    await session.exit();
    expect(session.left()).toEqual([]);
  });

  test('is printed where it would be told in lines', async () => {
    const session = openSession({ args: ['tour'], env: { INK_SCREEN_READER: '1' } });
    expect(await session.exit()).toMatchObject({ code: 0 });
    expect(session.output()).toMatch(/^1\. Find: type backend\r\n[\s\S]*\n9\. A file of your own/);
  });

  test('is printed where there is no terminal, by the keys that are bound', async () => {
    const home = temporaryFolder({ '.config/agents/config.json': '{ "keys": { "compare.compose": ["w"] } }' });
    const { code, out, err } = builtProgram(home, { XDG_CONFIG_HOME: join(home, '.config') })(['tour']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('5. w composes a new agent from both\n');
  });
});
