import { writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionFolder } from '../support/definition-folder.ts';
import { UNTOUCHED_MODES } from '../support/emulated-screen.ts';
import { ENDLESS_READING, preloading, READING, UNREADABLE } from '../support/preload.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Session } from '../support/terminal-session.ts';
import { markFirst, openWorkbench } from '../support/workbench.ts';

/** The lines of the terminal before and after, and what the program ended with, as a shell has it. */
const BETWEEN_SETTINGS =
  'echo "before $(stty -g)"; sh -c \'echo "pid $$"; exec "$@"\' sh "$@"; echo "code $?"; echo "after $(stty -g)"';

const said = (session: Session, what: string): string | undefined =>
  new RegExp(`${what} (\\S+)\\r$`, 'm').exec(session.output())?.[1];

const signalled = (signal: NodeJS.Signals): [string, (session: Session) => void, number] => [
  signal,
  (session) => session.signal(signal, Number(said(session, 'pid'))),
  constants.signals[signal],
];

describe('an app that computes without end', () => {
  test.each<[string, (session: Session) => void, number]>([
    ['Ctrl-C', ({ press }) => press('Ctrl-C'), constants.signals.SIGINT],
    ['Ctrl-C after other keys', ({ press }) => press('a', 'Down', 'Ctrl-C'), constants.signals.SIGINT],
    signalled('SIGINT'),
    signalled('SIGTERM'),
    signalled('SIGHUP'),
    signalled('SIGQUIT'),
    signalled('SIGALRM'),
  ])('is ended by %s all the same: the terminal given back, the draft kept', async (_name, leave, number) => {
    const folder = definitionFolder();
    const env = { XDG_DATA_HOME: temporaryFolder() };
    const session = await openWorkbench({
      folder,
      env,
      columns: 250,
      program: (words) => ['sh', '-c', BETWEEN_SETTINGS, 'sh', ...preloading(words, ENDLESS_READING)],
    });
    await markFirst(session, 'bkarch', 1);
    session.press('c');
    await session.sees('Nothing taken yet');
    session.press('Space');
    await session.sees(/kept at \d/);
    writeFileSync(join(folder, UNREADABLE), '');
    await session.until('it computes', () => session.titles.includes(READING));

    leave(session);

    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
    expect(said(session, 'code')).toBe(String(128 + number));
    expect(said(session, 'after')).toBe(said(session, 'before'));
    expect(session.modes()).toEqual(UNTOUCHED_MODES);
    const next = await openWorkbench({ env });
    await next.sees('a draft of 1 section');
  });
});
