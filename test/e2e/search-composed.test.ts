import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openSession } from '../support/terminal-session.ts';

const FILES = {
  '.claude/agents/mason.md': '---\nname: mason\ndescription: Lays bricks\n---\n\n## Mortar\n\nMix it thin.\n',
  '.claude/agents/roofer.md': '---\nname: roofer\ndescription: Lays slates\n---\n\n## Ladders\n\nTie them.\n',
};

test('is:composed finds in the app what was saved in it', async () => {
  const session = openSession({ columns: 100, rows: 30, cwd: temporaryFolder(FILES) });
  await session.sees(/\d+ of \d+ ·/);
  session.type('is:comp');
  await session.sees('None of these agents was made here.');
  session.press('Esc');
  await session.seesNo('None of these agents');
  session.type('mason');
  await session.until('the mason is found first', (screen) => /^❯ {2}mason /.test(screen[2] ?? ''));
  session.press('Enter', 'c');
  await session.sees('Nothing taken yet');
  session.press('Space');
  await session.sees('1 section');
  session.press('Ctrl-S');
  await session.sees('Also the name of its file');
  session.type('builder');
  await session.sees('name: builder');
  session.press('Ctrl-S');
  await session.sees(/Saved \S+\/builder\.md/);
  session.press('Esc');
  await session.seesNo('Saved ');
  session.press('/', 'Esc');
  await session.sees('type to search');
  session.type('is:comp');
  await session.sees(/is:composed {2}1/);
  session.press('Right');
  await session.until('it alone is found', (screen) => / 1 of /.test(screen[0] ?? '') && isListed(screen, 'builder'));
  session.type(' | ^roofer');
  await session.until('both are', (screen) => ['builder', 'roofer'].every((name) => isListed(screen, name)));
  session.press('Ctrl-C');
  expect(await session.exit()).toEqual({ code: 0, signal: 0 });
});

const isListed = (screen: readonly string[], name: string): boolean =>
  screen.some((line) => line.slice(3).startsWith(`${name} `));
