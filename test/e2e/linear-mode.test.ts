import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionFolder } from '../support/definition-folder.ts';
import { UNTOUCHED_MODES } from '../support/emulated-screen.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openSession, type Session, type SessionOptions } from '../support/terminal-session.ts';

/** The app in lines, in front of somebody who hears each of them. */
interface Heard extends Session {
  /** Wait until something is said behind what was heard before. */
  readonly hears: (wanted: string | RegExp) => Promise<void>;
}

function listening(session: Session): Heard {
  let heard = 0;
  return {
    ...session,
    hears: (wanted) =>
      session.until(`it says ${wanted}`, () => {
        const text = session.output().replaceAll('\r', '');
        const rest = text.slice(heard);
        const at = typeof wanted === 'string' ? rest.indexOf(wanted) : rest.search(wanted);
        if (at < 0) return false;
        const end = rest.indexOf('\n', at);
        if (end < 0) return false;
        heard += end + 1;
        return true;
      }),
  };
}

async function openInLines(options: SessionOptions & { readonly folder?: string } = {}): Promise<Heard> {
  const { folder = definitionFolder(), args = ['--linear'] } = options;
  const session = listening(openSession({ columns: 200, rows: 50, ...options, args: [...args, '--source', folder] }));
  await session.hears('6 agents from 1 source. 1: ');
  return session;
}

/** From the start: find, compare, compose and save. */
async function mainJob(session: Heard): Promise<string> {
  session.type('bkarch');
  await session.hears(/^2 of 6 for "bkarch"\. 1: backend-architect, /m);
  session.press('Tab');
  await session.hears(/^Marked: backend-architect, team\. 1 marked\.\n2, last: /m);
  session.press('Tab');
  await session.hears('2 marked.');
  session.press('Enter', 'd');
  await session.hears(/^Comparing 2 agents\.\n1 backend-architect, team, the base\.\n2 \S+, team, \d+ % alike\.$/m);
  session.press('n');
  await session.hears(/^Topic 2 of \d+: .*In 2: /m);
  session.press('Right');
  await session.hears(/^2 \S+, team\.$/m);
  session.press('c');
  await session.hears(/^Nothing taken yet\. Space takes, /m);
  await session.hears(/^\d+ topics\. Topic \d+ of \d+: .*not taken/m);
  session.press('M');
  await session.hears(/^Merged \d+ topics, /m);
  session.press('Tab', 'Tab');
  await session.hears(/^Result\. line 1 of \d+, /m);
  session.press('Ctrl-S');
  await session.hears(/^1 of \d+, name: empty\./m);
  session.type('steady-backend');
  await session.hears(/^steady-backend$/m);
  session.press('Tab');
  await session.hears(/^2 of \d+, description: /m);
  session.press('Ctrl-S');
  return join(session.cwd, '.claude/agents/steady-backend.md');
}

const isSaved = async (session: Heard): Promise<void> => {
  await session.until('something is to be decided, or saved', () => /Saved|Ctrl-S again/.test(session.output()));
  if (!session.output().includes('Saved')) session.press('Ctrl-S');
  await session.hears(/^Saved \.claude\/agents\/steady-backend\.md/m);
  await session.hears(/^Agents\. After saving: /m);
};

describe('linear mode', () => {
  test.each<[string, SessionOptions]>([
    ['--linear', {}],
    ['INK_SCREEN_READER=true', { args: [], env: { INK_SCREEN_READER: 'true' } }],
    ['--linear on a terminal that draws nothing', { env: { TERM: 'dumb' } }],
  ])('%s: finds, compares, composes and saves, without one escape sequence', async (_name, options) => {
    const session = await openInLines(options);
    const path = await mainJob(session);
    await isSaved(session);
    expect(readFileSync(path, 'utf8')).toContain('name: steady-backend');

    session.press('u');
    await session.hears(/Undone|undone|is gone/);
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
    expect(session.output()).not.toMatch(/[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F\u009B]/);
  });

  test('the setting starts it', async () => {
    const settings = temporaryFolder({ 'agents/config.json': '{ "linear": true }' });
    await openInLines({ args: [], env: { XDG_CONFIG_HOME: settings } });
  });

  test('a file in the way is asked about, and the answer is heard', async () => {
    const session = await openInLines();
    const target = join(session.cwd, '.claude/agents/steady-backend.md');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, 'Written by hand.\n');
    await mainJob(session);
    await session.until('something is to be decided, or asked', () => /Replace|Ctrl-S again/.test(session.output()));
    if (!session.output().includes('Replace')) session.press('Ctrl-S');
    await session.hears(/^Replace \.claude\/agents\/steady-backend\.md\? 1 line would go, /m);
    await session.hears('y: Replace the file; a backup is kept.');
    session.press('y');
    await session.hears(/^Saved /m);
    expect(readFileSync(target, 'utf8')).toContain('name: steady-backend');
  });

  test('a new size of the terminal says nothing, and a resumed app where one is', async () => {
    const session = await openInLines();
    session.press('Enter', 'Down');
    await session.hears(/^2: /m);
    const { length } = session.output();
    session.resize(60, 10);
    session.press('.');
    await session.until('the line comes again', () => session.output().length > length);
    expect(session.output().slice(length)).toMatch(/^2: [^\n]+\n$/);
    session.press('Ctrl-Z');
    await session.hears(/^Agents\.\n.*\n?.*2: /m);
    session.signal('SIGTERM');
    expect(await session.exit()).toEqual({ code: 143, signal: 0 });
  });
});
