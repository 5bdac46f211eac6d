import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Session } from '../support/terminal-session.ts';
import { openWorkbench } from '../support/workbench.ts';

const ON = '\u001b[>1u';
const OFF = '\u001b[<u';
const ANSWER = '\u001b[?0u';

const count = (session: Session, bytes: string) => session.output().split(bytes).length - 1;

/** The app on a terminal that has the kitty protocol. */
async function asked(env: Readonly<Record<string, string>> = {}): Promise<Session> {
  const session = await openWorkbench({ env });
  session.type(ANSWER);
  await session.until('the protocol is asked for', () => count(session, ON) === 1);
  return session;
}

describe('the kitty protocol', () => {
  test('is asked for only where the terminal says that it has it', async () => {
    const session = await openWorkbench();
    session.press('Down', 'Ctrl-C');
    await session.exit();
    expect(session.output()).toContain('\u001b[?u');
    expect([count(session, ON), count(session, OFF)]).toEqual([0, 0]);
  });

  test.each<[string, (session: Session) => void]>([
    ['Ctrl-C as it tells it', ({ type }) => type('\u001b[99;5u')],
    ['SIGTERM', (session) => session.signal('SIGTERM')],
    ['SIGHUP', (session) => session.signal('SIGHUP')],
  ])('is undone before the screen is left, by %s', async (_name, leave) => {
    const session = await asked();
    leave(session);
    await session.exit();
    expect(count(session, OFF)).toBe(1);
    expect(session.output().lastIndexOf(OFF)).toBeLessThan(session.output().lastIndexOf('\u001b[?1049l'));
  });

  test('is undone for an editor, and asked for again after it', async () => {
    const folder = temporaryFolder({ editor: '#!/bin/sh\nexit 0\n' });
    chmodSync(join(folder, 'editor'), 0o755);
    const session = await asked({ EDITOR: join(folder, 'editor') });
    session.press('Enter', 'e');
    await session.until('it is asked for again', () => count(session, ON) === 2);
    expect(count(session, OFF)).toBe(1);
    session.press('Ctrl-C');
    await session.exit();
    expect(count(session, OFF)).toBe(2);
  });
});
