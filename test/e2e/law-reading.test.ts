import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Session } from '../support/terminal-session.ts';
import { END, walkedLibrary } from '../support/walked-library.ts';
import { openWorkbench } from '../support/workbench.ts';

const [COLUMNS, ROWS] = [120, 36];
/** More than any pane of the walked library needs. */
const NOTCHES = 300;

/**
 * Scrolls the pane under a cell to its end by the wheel, back to its start, and to its end by keys.
 *
 * @param end What stands at its end, and nowhere on the screen before.
 */
async function reachesEnd(
  session: Session,
  [column, row]: readonly [number, number],
  keys: readonly string[],
  end: string | RegExp,
): Promise<void> {
  await session.seesNo(end);
  for (let notch = 0; notch < NOTCHES; notch += 1) session.mouse('wheel-down', column, row);
  await session.sees(end);
  for (let notch = 0; notch < NOTCHES; notch += 1) session.mouse('wheel-up', column, row);
  await session.seesNo(end);
  session.press(...keys);
  await session.sees(end);
}

const often = (key: string): readonly string[] => Array.from({ length: 60 }, () => key);
/** Cells of the left, the middle and the right pane of a screen, and of one below another. */
const LEFT = [10, 8] as const;
const MIDDLE = [50, 20] as const;
const RIGHT = [100, 20] as const;
const BELOW = [60, 30] as const;

test('law: every pane is scrolled to its end by the wheel and by keys', async () => {
  const folder = temporaryFolder(walkedLibrary());
  const there = `---\nname: there\ndescription: Is there\n---\n${'Be there.\n\n'.repeat(60)}`;
  const cwd = temporaryFolder({ '.claude/agents/there.md': there });
  const session = await openWorkbench({ columns: COLUMNS, rows: ROWS, folder, cwd });
  session.press('Enter');
  await session.sees('? help');
  await reachesEnd(session, BELOW, often('Shift-PgDn'), END.prompt);
  await reachesEnd(session, LEFT, ['G'], 'zz-last  ');

  session.press('/');
  session.type('long-');
  await session.sees(/\b3 of 69/);
  session.press('Tab', 'Tab', 'Enter');
  await session.sees('d compare 2');

  session.press('Enter');
  await session.sees('agents › read');
  await session.sees(END.description);
  await reachesEnd(session, RIGHT, ['G'], END.prompt);
  session.press('g');
  await reachesEnd(session, LEFT, often('n'), END.prompt);
  session.press('Esc');

  await session.sees('d compare 2');
  session.press('d');
  await session.sees('topic 1 of');
  await reachesEnd(session, RIGHT, ['G'], END.prompt);
  session.press('g', 'z');
  await session.sees(END.description);
  session.press('z', 'm');
  await session.sees('› table');
  await reachesEnd(session, RIGHT, ['G'], END.section);

  session.press('c');
  await session.sees('Nothing taken yet');
  await reachesEnd(session, LEFT, ['G'], END.section);
  session.press('M');
  await session.sees('Merged');
  session.press('g');
  await reachesEnd(session, RIGHT, often('Shift-PgDn'), END.prompt);
  session.press('G', 'Tab', 'k');
  await reachesEnd(session, MIDDLE, ['G'], new RegExp(`${END.item}[\\s\\S]*│`));

  // The words of a passage are whole in their box.
  session.press('Tab', 'G', 'k', 'k');
  await session.sees(/[❯▎] +• second second/);
  session.press('i');
  await session.sees(new RegExp(`╭─ Reword[\\s\\S]*│ (?:third|first|second) [\\s\\S]*${END.item} +│`));
  session.press('Esc');
  await session.seesNo(/╭─ Reword/);

  session.press('X');
  await session.sees('all topics');
  session.press('Esc');
  await session.sees('^s save');
  session.press('Ctrl-S');
  await session.sees('Also the name of its file');
  await reachesEnd(session, RIGHT, often('Shift-PgDn'), END.prompt);
  session.press('Tab', 'Ctrl-E');
  await session.sees(END.description);

  session.press(...often('Shift-PgUp'), 'Shift-Tab');
  session.type('there');
  await session.sees('save  there');
  session.press('Ctrl-S', 'Ctrl-S');
  await session.sees(/╭─ Replace/);
  await reachesEnd(session, [60, 16], ['G'], END.prompt);
  expect(session.screen()).toHaveLength(ROWS);
}, 60_000);
