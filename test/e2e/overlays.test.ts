import { describe, expect, test } from 'vitest';
import { BINDINGS } from '../../src/app/keys/bindings.ts';
import { bindingTitle } from '../../src/app/keys/key-labels.ts';
import { markFirst, openWorkbench } from '../support/workbench.ts';

const titlesOf = (context: string) =>
  BINDINGS.filter((binding) => binding.context === context && binding.keys.length > 0).map(bindingTitle);

describe('help', () => {
  test.each([
    ['list', [], 'd compare'],
    ['reader', ['Enter'], 'v view'],
    ['compare', ['d'], 'topic 1 of'],
    ['compose', ['c'], '0 picks'],
  ] as const)('in %s lists every key it has, and those that hold everywhere', async (context, keys, shown) => {
    const session = await openWorkbench({ columns: 120, rows: 60 });
    await markFirst(session, 'bkarch', 2);
    session.press(...keys);
    await session.sees(shown);

    session.press('?');

    const titles = [...titlesOf(context), ...titlesOf('everywhere')];
    await session.until('a line for every key', (screen) =>
      titles.every((title) => screen.some((line) => line.trimEnd().endsWith(` ${title}`))),
    );
    session.press('?');
    await session.sees(shown);
  });
});

describe('the palette', () => {
  test('finds a command by words of its title and runs it', async () => {
    const session = await openWorkbench();
    await markFirst(session, 'bkarch', 2);
    session.press(':');
    await session.sees(/^ command palette/);

    session.type('marked comp');
    await session.until('two commands', (screen) => screen.filter((line) => line.includes('marked ones')).length === 2);
    session.press('Down', 'Enter');

    await session.sees('0 picks');
  });

  test('says so when there is no such command', async () => {
    const session = await openWorkbench();
    session.press('Ctrl-X');
    await session.sees(/^ command palette/);

    session.type('zzz');

    await session.sees('No such command here');
    session.press('Esc');
    await session.sees('type to search');
  });

  test('leads to the problems of the current definition', async () => {
    const session = await openWorkbench();
    session.press('Ctrl-X');
    await session.sees(/^ command palette/);

    session.type('problems');
    await session.sees('❯ Show the problems');
    session.press('Enter');

    await session.sees(/^ problems/);
    await session.sees(/backend-advisor\n +\d+:\d+ .*Not valid YAML/);
    session.press('Esc');
    await session.sees('6 of 6');
  });

  test('leads to the sources', async () => {
    const session = await openWorkbench();
    session.press('Ctrl-X');
    await session.sees(/^ command palette/);

    session.type('sources');
    await session.sees('Show the sources');
    session.press('Down', 'Enter');

    await session.sees(/^ sources/);
    await session.sees('6 definitions');
    expect(session.screen().join('')).toContain(session.folder);
    session.press('q');
    await session.sees('6 of 6');
  });
});
