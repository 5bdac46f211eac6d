import { describe, expect, test } from 'vitest';
import { markFirst, openWorkbench } from '../support/workbench.ts';

describe('help', () => {
  test.each([
    ['list', [], 'd compare'],
    ['reader', ['Enter'], 'v view'],
    ['compare', ['d'], 'topic 1 of'],
    ['compose', ['c'], 'agents › compose'],
  ] as const)('in %s fits the screen, and finds keys by what is typed', async (context, keys, shown) => {
    const session = await openWorkbench({ columns: 80, rows: 24 });
    await markFirst(session, 'bkarch', 2);
    session.press(...keys);
    await session.sees(shown);

    session.press('?');
    await session.sees(`Keys in ${context}`);
    await session.sees(/Take .*│/);
    await session.sees(/type to search all \d+ ─╯/);
    session.type('full screen');
    await session.sees('❯ Enter        Read it full screen');
    session.press('Esc');
    await session.sees(shown);
  });
});

describe('the palette', () => {
  test('finds a command by words of its title and runs it', async () => {
    const session = await openWorkbench();
    await markFirst(session, 'bkarch', 2);
    session.press(':');
    await session.sees('Commands');

    session.type('marked comp');
    await session.until('two commands', (screen) => screen.filter((line) => line.includes('2 marked  ')).length === 2);
    session.press('Down', 'Enter');

    await session.sees('agents › compose');
  });

  test('says so when there is no such command', async () => {
    const session = await openWorkbench();
    session.press('Ctrl-X');
    await session.sees('Commands');

    session.type('zzz');

    await session.sees('No command is called that');
    session.press('Esc');
    await session.sees('type to search');
  });

  test('leads to the problems of the current definition', async () => {
    const session = await openWorkbench();
    session.press('Ctrl-X');
    await session.sees('Commands');

    session.type('problems');
    await session.sees('❯ Show the problems');
    session.press('Enter');

    await session.sees('─ Problems ─');
    await session.sees(/│ backend-advisor[\s\S]*\d+:\d+ .*Not valid YAML/);
    session.press('Esc');
    await session.sees('6 of 6');
  });

  test('leads to the sources', async () => {
    const session = await openWorkbench();
    session.press('Ctrl-X');
    await session.sees('Commands');

    session.type('sources');
    await session.sees('❯ Show the sources');
    session.press('Enter');

    await session.sees('─ Sources ─');
    await session.sees('6 agents');
    expect(session.screen().join('')).toContain(session.folder);
    session.press('q');
    await session.sees('6 of 6');
  });
});
