import { expect, test } from 'vitest';
import { openWorkbench } from '../support/workbench.ts';

const CLEAR = '\u001B[2J';
const clears = (output: string): number => output.split(CLEAR).length - 1;

test.each([
  [80, 24],
  [120, 36],
  [80, 11],
])(
  'the footer stands on the last row of %i columns and %i rows, and no key clears the screen',
  async (columns, rows) => {
    const session = await openWorkbench({ columns, rows });
    const isFooterLast = (screen: readonly string[]) => /help|close/.test(screen[rows - 1] ?? '');
    await session.until('the footer is on the last row', isFooterLast);
    const before = clears(session.output());

    session.press('Enter', 'j', 'Space', 'j', 'Space', 'd', 'n', 'v', 'v', 'c', 'm', 'Tab', 'j', 'u', 'Esc', 'Esc');
    session.press('?');
    await session.sees('Keys in');
    await session.until('the footer is on the last row', isFooterLast);
    expect(clears(session.output())).toBe(before);

    session.resize(columns + 7, rows + 3);
    await session.until('the footer is on the new last row', (screen) => /close/.test(screen[rows + 2] ?? ''));
    expect(clears(session.output())).toBe(before + 1);
  },
);
