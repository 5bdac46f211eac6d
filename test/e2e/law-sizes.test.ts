import { expect, test } from 'vitest';
import { ALL_WALKS, machineFor } from '../support/prepared-walks.ts';
import { drawnAgain, goTo } from '../support/screen-walk.ts';

const SMALL = [
  [20, 5],
  [40, 11],
  [59, 13],
] as const;
const [COLUMNS, ROWS] = [120, 36];

/** The words of the last row that lead back, or close what is open. */
const BACK = /(?:^| )(?:esc|n|q) (?!clear)[a-z]/;

test.each(Object.entries(ALL_WALKS))(
  'law: every screen fills its rows, and however small offers the way back: %s',
  async (_, walk) => {
    const session = await machineFor(walk, { columns: COLUMNS, rows: ROWS })();
    for (const stop of walk.stops) {
      await goTo(session, stop);
      await drawnAgain(session);
      const large = session.screen();
      expect(large).toHaveLength(ROWS);
      expect([stop.name, large[0]]).toEqual([stop.name, expect.stringMatching(/^ agents/)]);
      expect([stop.name, large[1]]).toEqual([stop.name, expect.stringMatching(/^─/)]);
      const footer = large[ROWS - 1] ?? '';
      expect([stop.name, footer]).toEqual([stop.name, expect.stringMatching(/\S/)]);
      // A box has all four corners, and lies inside of the screen.
      const corners = ['╭', '╮', '╰', '╯'].map((corner) => large.filter((line) => line.includes(corner)).length);
      expect([
        [0, 0, 0, 0],
        [1, 1, 1, 1],
      ]).toContainEqual(corners);
      if (!BACK.test(footer)) continue;
      const news = (large[ROWS - 2] ?? '').trim().slice(0, 12);
      for (const [columns, rows] of SMALL) {
        session.resize(columns, rows);
        // Where there is no row of its own for news, it stands there until the next key.
        await session.until(`${stop.name}: the way back at ${columns}×${rows}`, (screen) => {
          const last = screen[rows - 1] ?? '';
          return (
            screen.length === rows && (BACK.test(last) || (rows < 12 && news !== '' && last.trim().startsWith(news)))
          );
        });
      }
      session.resize(COLUMNS, ROWS);
      await session.until(
        'the large screen again',
        (screen) => screen.slice(1, -2).join() === large.slice(1, -2).join(),
      );
    }
  },
  60_000,
);
