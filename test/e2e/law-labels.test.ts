import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { walkedLibrary } from '../support/walked-library.ts';
import { openWorkbench } from '../support/workbench.ts';

test.each([
  [80, 24],
  [120, 36],
])('law: agents that are the same but for their place have labels of their own at %i×%i', async (columns, rows) => {
  const session = await openWorkbench({ columns, rows, folder: temporaryFolder(walkedLibrary()) });
  const labels = (pattern: RegExp): readonly string[] =>
    session.screen().flatMap((line) => [...line.matchAll(pattern)].map(([, label = '']) => label.trim()));

  session.type('same-name');
  await session.sees(/\b3 of 69/);
  // Name, description and model of all are the same: what is left of a row is where it comes from.
  expect(new Set(labels(/^.{3}(same-name .*)$/g)).size).toBe(3);

  session.press('Tab', 'Tab', 'Tab', 'Enter', 'd');
  await session.sees(/topic \d of/);
  const titles = labels(/\d ((?:same|sam)\S* · [^ ]+)/g);
  expect(titles.length).toBeGreaterThan(1);
  expect(new Set(titles).size).toBe(titles.length);

  session.press('c');
  await session.sees('Nothing taken yet');
  const legend = labels(/^ \d ([^│]*)/g);
  expect(legend).toHaveLength(3);
  expect(new Set(legend).size).toBe(3);

  // A draft of each of two of them.
  session.press('Space');
  await session.sees('Taken: ');
  session.press('D');
  await session.sees(/╭─ Drafts/);
  session.press('n');
  await session.sees('Nothing taken yet');
  session.press('Right', 'Space');
  await session.sees('Taken: ');
  session.press('D');
  await session.sees(/╭─ Drafts/);
  const drafts = labels(/│ (?:❯| ) [● ] (.*?) +\d+ section/g);
  expect(drafts).toHaveLength(2);
  expect(new Set(drafts).size).toBe(2);
});
