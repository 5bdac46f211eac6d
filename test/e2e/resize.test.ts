import { isDeepStrictEqual } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Session } from '../support/terminal-session.ts';
import { goToTopic, markFirst, openWorkbench } from '../support/workbench.ts';

const CLEAR = '\u001B[2J';
/** The last of a frame, behind what puts the cursor in its place. */
const END = '\u001B[?2026l';
/** A place on the screen, and what is written there. */
const PART = /\u001B\[(\d+);(\d+)H((?:(?!\u001B\[\d+;\d+H).)*)/gs;

describe('resizing', () => {
  test.each<[string, (session: Session) => Promise<void>]>([
    ['the search line', async () => {}],
    ['the list', (session) => markFirst(session, 'backend', 3)],
    ['the reader', (session) => opened(session, ['Enter'], 'v view')],
    ['the comparison', (session) => opened(session, ['d'], 'topic 1 of')],
    ['composing', toPicks],
    [
      'the save form',
      async (session) => {
        await toPicks(session);
        session.press('Ctrl-S');
        await session.sees('Also the name of its file');
      },
    ],
    ['the help', (session) => opened(session, ['?'], 'Keys in')],
    ['the palette', (session) => opened(session, [':'], 'Commands')],
  ])('%s keeps the frame whole at any size', async (_name, go) => {
    const session = await openWorkbench();
    // The rows are judged beside the keys.
    await session.sees('! doubtful');
    await go(session);
    await redrawn(session, 80, 24);
    const before = session.screen();
    const cursor = session.cursor();

    for (const [columns, rows] of [
      [20, 5],
      [1, 1],
      [200, 60],
      [33, 13],
      [80, 24],
    ] as const) {
      session.resize(columns, rows);
      await redrawn(session, columns, rows);
    }

    await session.until('the first frame again', (screen) => screen.join('\n') === before.join('\n'));
    await session.until('the cursor at its place again', () => isDeepStrictEqual(session.cursor(), cursor));
    session.press('Ctrl-C');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });
  });
});

async function opened(session: Session, keys: readonly string[], shown: string): Promise<void> {
  await markFirst(session, 'bkarch', 2);
  session.press(...keys);
  await session.sees(shown);
}

async function toPicks(session: Session): Promise<void> {
  await opened(session, ['c'], 'Nothing taken yet');
  await goToTopic(session, 'Security', 1);
  session.press('Space');
  await session.sees('1 section');
  await session.sees(/kept at \d/);
}

/** Ask for a fresh frame, and wait for one that fits the screen and has header and footer where they belong. */
async function redrawn(session: Session, columns: number, rows: number): Promise<void> {
  const mark = session.output().length;
  session.press('Ctrl-L');
  await session.until(`a whole frame of ${columns}×${rows}`, (screen) => {
    const start = session.output().lastIndexOf(CLEAR);
    const parts = [...session.output().slice(start).matchAll(PART)];
    const fits = parts.every(([, row, column, text = '']) => {
      const width = Number(column) - 1 + stringWidth(text);
      return Number(row) <= rows && width <= columns;
    });
    const isOver = session.output().endsWith(END);
    return start >= mark && isOver && fits && (rows < 4 || (screen[0] !== '' && screen[rows - 1] !== ''));
  });
}
