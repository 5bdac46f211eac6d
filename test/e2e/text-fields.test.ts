import { describe, expect, test } from 'vitest';
import type { Session } from '../support/terminal-session.ts';
import { markFirst, openWorkbench } from '../support/workbench.ts';

/** Keys pressed in a line that holds `one two-three four`, then a plus sign; and what it holds then. */
const EDITS: readonly (readonly [keys: readonly string[], text: string])[] = [
  [['Ctrl-A', '<', 'Ctrl-E'], '<one two-three four+'],
  [['Home', '<', 'End'], '<one two-three four+'],
  [['Left', 'Left', 'Left', 'Right'], 'one two-three fo+ur'],
  [['Alt-B', 'Alt-B'], 'one two-+three four'],
  [['Ctrl-A', 'Alt-F', 'Alt-F'], 'one two+-three four'],
  [['Alt-B', 'Ctrl-W'], 'one +four'],
  [['Alt-B', 'Ctrl-U'], '+four'],
  [['Alt-B', 'Ctrl-K'], 'one two-three +'],
  [['Alt-B', 'Backspace', 'Delete'], 'one two-three+our'],
  [['Ctrl-G', 'Ctrl-O', 'Ctrl-R', 'Ctrl-S', 'Ctrl-T', 'Ctrl-V', 'Ctrl-Y'], 'one two-three four+'],
];

describe('the cursor of the terminal', () => {
  test('stands at the caret while one types, and on the current row where one does not', async () => {
    const session = await openWorkbench();
    session.type('ab');
    await session.until('it is behind what was typed', () => session.cursor()?.column === 11);
    expect(session.cursor()).toEqual({ column: 11, row: 0, shape: 'bar' });
    session.press('Left');
    await session.until('it went left', () => session.cursor()?.column === 10);
    session.press('Ctrl-E', 'Ctrl-U', 'Enter', 'Down');
    await session.until('it is on the second row', () => session.cursor()?.row === 3);
    expect(session.cursor()).toEqual({ column: 0, row: 3, shape: 'block' });
  });
});

describe('the search line', () => {
  test('is edited with the keys of readline', async () => {
    const session = await openWorkbench();

    for (const [keys, text] of EDITS) {
      session.press('Ctrl-E', 'Ctrl-U');
      session.type('one two-three four');
      session.press(...keys, '+');

      await session.until(`${keys.join(' ')} makes it ${text}`, () => searchLine(session) === text);
    }
  });

  test('what is pasted is text, its line ends blanks, its controls gone', async () => {
    const session = await openWorkbench();

    session.paste('two\r\nlines\tand \u001B]0;title\u0007\u0003q?');

    await session.until('the pasted text', () => searchLine(session) === 'two lines and ]0;titleq?');
    expect(session.titles).toEqual([]);
  });

  test('keys typed faster than they are read are taken one by one', async () => {
    const session = await openWorkbench();

    session.type('bkarch\t\t\r');

    await session.sees('2 marked');
    await session.sees('/ search');
    expect(searchLine(session)).toBe('bkarch');
  });

  test('a question mark and a colon are text; F1 and Ctrl-X are the keys for them', async () => {
    const session = await openWorkbench();
    session.type('?');
    session.type(':');
    await session.until('both in the search line', () => searchLine(session) === '?:');

    session.press('F1');
    await session.sees(/Keys in/);
    session.press('Esc');
    await session.seesNo(/Keys in/);
    session.press('Ctrl-X');
    await session.sees(/╭─ Commands/);
    session.press('Esc');
    await session.until('the search line as it was', () => searchLine(session) === '?:');
  });

  test('Escape and a letter in one go are Escape, then the letter', async () => {
    const session = await openWorkbench();
    session.type('bkarch');
    await session.sees('2 of 6');

    session.type('\u001Bc');

    await session.until('only the letter', () => searchLine(session) === 'c');
  });
});

describe('keys outside of fields', () => {
  test('a slash and a word typed in one go search for the word', async () => {
    const session = await openWorkbench();
    session.press('Enter');
    await session.sees('enter read');

    session.type('/lead');

    await session.until('the word in the search line', () => searchLine(session) === 'lead');
    await session.sees('❯  backend-lead');
  });

  test('Escape and a letter in one go leave the screen, then do what the letter does', async () => {
    const session = await openWorkbench();
    await markFirst(session, 'bkarch', 2);
    session.press('d');
    await session.sees('topic 1 of');

    session.type('\u001Bc');

    await session.sees('Nothing taken yet');
    session.press('Esc');
    await session.sees('2 marked');
  });

  test('a paste where nothing can be typed does nothing', async () => {
    const session = await openWorkbench();
    await markFirst(session, 'bkarch', 2);

    session.paste('dq');
    session.press('?');

    await session.sees(/Keys in/);
    session.press('Esc');
    await session.sees('2 marked');
  });
});

/** What stands in the search line, which ends where the count begins. */
function searchLine(session: Session): string | undefined {
  return /^ agents {2}(.*?) *\d+ of \d+ ·/.exec(session.screen()[0] ?? '')?.[1];
}
