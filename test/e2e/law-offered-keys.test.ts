import { expect, test } from 'vitest';
import { ALL_WALKS, arrived, machineFor } from '../support/prepared-walks.ts';
import { drawnAgain, type OfferedKeys, offeredKeys } from '../support/screen-walk.ts';
import type { Session } from '../support/terminal-session.ts';

// Of every state on the way `test/ui/views/offered-keys.test.tsx` tries all keys; here the terminal is real.
test.each(Object.entries(ALL_WALKS))(
  'law: every key offered is noticed, at the end of: %s',
  async (_name, walk) => {
    const open = machineFor(walk, { columns: 120, rows: 36 });
    let session = await arrived(open, walk.stops);
    const home = placeOf(session.screen());
    const tried = new Set<string>();
    const untried = () => offeredKeys(session.screen()).find(({ keys, words }) => !tried.has(nameOf(keys, words)));
    for (let next = untried(); next; next = untried()) {
      tried.add(nameOf(next.keys, next.words));
      await pressNoticed(session, next);
      if (placeOf(session.screen()) === home || (await isBack(session, home))) continue;
      session.close();
      session = await arrived(open, walk.stops);
    }
    expect(tried.size).toBeGreaterThan(0);
  },
  60_000,
);

/** Whether Escape leads back from where a key led to: that takes less than the whole way once more. */
async function isBack(session: Session, home: string): Promise<boolean> {
  await drawnAgain(session);
  const before = session.output().length;
  session.press('Esc');
  // What follows at once would be taken for the rest of an escape sequence.
  await session.until('Escape has been read', () => session.output().length > before);
  await drawnAgain(session);
  return placeOf(session.screen()) === home;
}

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
