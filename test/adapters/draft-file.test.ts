import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftFile } from '../../src/adapters/draft-file.ts';
import { type Draft, EMPTY_DRAFT } from '../../src/core/draft.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const draftOf = (...titles: readonly string[]): Draft => ({
  ...EMPTY_DRAFT,
  picks: titles.map((title) => ({
    kind: 'section',
    level: null,
    edited: null,
    definition: 'user:smith',
    agent: 'smith',
    path: '/a/smith.md',
    section: title,
    title,
    originalTitle: title,
    text: `## ${title}\n\nHot — "iron"\n`,
  })),
  fields: { name: 'forge', description: 'Use it', model: '', tools: 'Read', color: '' },
});

test('gives back the draft it kept, in a folder that was not there', async () => {
  const path = join(temporaryFolder({}), 'deep', 'draft.json');

  const problem = await draftFile(path).write(draftOf('Anvil', 'Bellows'));

  expect(problem).toBeNull();
  expect(await draftFile(path).read()).toEqual({ kind: 'draft', draft: draftOf('Anvil', 'Bellows') });
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('has none before one was kept', async () => {
  expect(await draftFile(join(temporaryFolder({}), 'draft.json')).read()).toEqual({ kind: 'none' });
});

test('of many written at once the last one stays, and nothing else', async () => {
  const folder = temporaryFolder({});
  const drafts = draftFile(join(folder, 'draft.json'));

  await Promise.all(Array.from({ length: 50 }, (_, index) => drafts.write(draftOf(`Step ${index}`))));

  expect(await drafts.read()).toEqual({ kind: 'draft', draft: draftOf('Step 49') });
  expect(readdirSync(folder)).toEqual(['draft.json']);
});

test.each([
  ['half a file', '{"version": 1, "picks": ['],
  ['another version', JSON.stringify({ version: 99, ...draftOf('Anvil') })],
  ['a pick without text', JSON.stringify({ version: 1, ...draftOf(), picks: [{ title: 'Anvil' }] })],
])('sets %s aside instead of losing it', async (_name, text) => {
  const path = join(temporaryFolder({ 'draft.json': text }), 'draft.json');

  const outcome = await draftFile(path).read();

  expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining('draft.json.unreadable') });
  expect(existsSync(path)).toBe(false);
  expect(readFileSync(`${path}.unreadable`, 'utf8')).toBe(text);
});

test('says in one line why a draft cannot be kept', async () => {
  const blocked = join(temporaryFolder({}), 'file');
  writeFileSync(blocked, '');

  expect(await draftFile(join(blocked, 'draft.json')).write(draftOf('Anvil'))).toMatch(
    /^The draft could not be kept: .+$/,
  );
});
