import { expect, test } from 'vitest';
import { drawnAgain, goTo, type OfferedKeys, offeredKeys, type Stop, WALKS } from '../support/screen-walk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Session } from '../support/terminal-session.ts';
import { walkedLibrary } from '../support/walked-library.ts';
import { openWorkbench } from '../support/workbench.ts';

const SIZES = [
  { columns: 120, rows: 36 },
  { columns: 80, rows: 24 },
] as const;

test.each(Object.entries(WALKS))(
  'law: every key offered is noticed: %s',
  async (_name, walk) => {
    const folder = temporaryFolder(walkedLibrary());
    /** What was offered and tried, and where. */
    const tried = new Set<string>();
    for (const size of SIZES) {
      let session = await openWorkbench({ ...size, folder });
      const arriveAgain = async (way: readonly Stop[]): Promise<void> => {
        session.close();
        session = await openWorkbench({ ...size, folder });
        for (const stop of way) await goTo(session, stop);
      };
      for (const [at, stop] of walk.entries()) {
        await goTo(session, stop);
        const home = session.screen();
        const untried = () =>
          offeredKeys(session.screen()).find(({ keys, words }) => !tried.has(nameOf(placeOf(home), keys, words)));
        for (let next = untried(); next; next = untried()) {
          tried.add(nameOf(placeOf(home), next.keys, next.words));
          await pressNoticed(session, next);
          if (!(await wentBack(session, next, home))) await arriveAgain(walk.slice(0, at + 1));
        }
      }
      session.close();
    }
    expect(tried.size).toBeGreaterThan(0);
  },
  120_000,
);

/** Tries to come back to a screen from where some keys have led; whether that worked. */
async function wentBack(session: Session, { keys }: OfferedKeys, home: readonly string[]): Promise<boolean> {
  const [first = '', last] = keys;
  const isElsewhere = placeOf(session.screen()) !== placeOf(home);
  const isTyping = placeOf(home).endsWith('true');
  const ways = isElsewhere ? ['Esc', 'Esc'] : last ? [first, last] : isTyping ? [first] : ['u', first, first];
  for (const way of ways) {
    if (isSamePlace(session.screen(), home)) return true;
    session.press(way);
    await drawnAgain(session);
  }
  return isSamePlace(session.screen(), home);
}

/** Whether two screens are the same but for the line of news, the footer, and what the header says of a draft. */
function isSamePlace(one: readonly string[], other: readonly string[]): boolean {
  const bodyOf = (screen: readonly string[]) => [placeOf(screen), ...screen.slice(1, -2)].join('\n');
  return bodyOf(one) === bodyOf(other);
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

/** What is offered where, without what changes with each key: how many, and what would be undone. */
const nameOf = (place: string, keys: readonly string[], words: string): string =>
  `${place} ${keys.join()} ${words.replace(/\d+|“.*/g, '')}`;

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
