import { expect, test } from 'vitest';
import { drawnAgain, goTo, type OfferedKeys, offeredKeys, WALKS } from '../support/screen-walk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Session } from '../support/terminal-session.ts';
import { walkedLibrary } from '../support/walked-library.ts';
import { openWorkbench } from '../support/workbench.ts';

// Of every state on the way `test/ui/views/offered-keys.test.tsx` tries all keys; here the terminal is real.
test.each(Object.entries(WALKS))(
  'law: every key offered is noticed, at the end of: %s',
  async (_name, walk) => {
    const folder = temporaryFolder(walkedLibrary());
    const arrive = async (): Promise<Session> => {
      const there = await openWorkbench({ columns: 120, rows: 36, folder });
      for (const stop of walk) await goTo(there, stop);
      return there;
    };
    let session = await arrive();
    const home = placeOf(session.screen());
    const tried = new Set<string>();
    const untried = () => offeredKeys(session.screen()).find(({ keys, words }) => !tried.has(nameOf(keys, words)));
    for (let next = untried(); next; next = untried()) {
      tried.add(nameOf(next.keys, next.words));
      await pressNoticed(session, next);
      if (placeOf(session.screen()) === home) continue;
      session.close();
      session = await arrive();
    }
    expect(tried.size).toBeGreaterThan(0);
  },
  60_000,
);

/** Presses what is offered, and waits until something of it is seen: at the end of a list one of a pair leads nowhere. */
async function pressNoticed(session: Session, { keys, words }: OfferedKeys): Promise<void> {
  expect(keys, words).not.toEqual([]);
  const before = session.screen();
  const [last, ...others] = keys.toReversed();
  session.press(last ?? '');
  if (others.length > 0) await drawnAgain(session);
  if (others.length > 0 && !isNoticed(before, session.screen())) session.press(...others);
  await session.until(`${keys.join(' or ')} (${words}) is noticed`, (screen) => isNoticed(before, screen));
}

/** What is offered, without what changes with each key: how many, and what would be undone. */
const nameOf = (keys: readonly string[], words: string): string => `${keys.join()} ${words.replace(/\d+|“.*/g, '')}`;

/** Where one is: the screen, the box over it, and whether one types. */
function placeOf(screen: readonly string[]): string {
  const [header = ''] = screen;
  const box = screen.flatMap((line) => /╭─ ([^─]*) ─/.exec(line)?.[1] ?? []);
  return [/^ agents(?: › [a-z ]+?(?= {2}|$))*/.exec(header)?.[0], ...box, screen.at(-1)?.includes('f1 help')].join('|');
}

/** Signs that a legend begins with; anything else over the footer is news. */
const LEGEND = /^ (?:against base|[✓✗!●◐∪·○=~+–≠] )|^ *$/;

/** Whether something changed that is seen: more than that news of before has gone. */
function isNoticed(before: readonly string[], after: readonly string[]): boolean {
  const news = after.length - 2;
  return after.some((line, row) => line !== before[row] && (row !== news || !LEGEND.test(line)));
}
