import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { draftsFolder } from '../../src/adapters/kept/drafts-folder.ts';
import { serialiseDraft } from '../../src/core/draft/draft-file.ts';
import { aPassage, aPick, aUnion, savableDraft } from '../support/savable-draft.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const named = (name: string) => savableDraft({ fields: { ...savableDraft().fields, name } });
const idsOf = async (folder: string) => (await draftsFolder(folder).list()).drafts.map(({ id }) => id);

test('gives back the drafts it kept, the newest first, for their owner alone', async () => {
  const folder = join(temporaryFolder(), 'deep');
  const drafts = draftsFolder(folder);
  const whole = savableDraft({
    picks: [
      aPick({ level: 3, edited: 'Mine' }),
      aUnion([aPassage({}, { state: 'merged', by: { definition: 'x', section: 'y', index: 2 } })]),
    ],
    carried: [
      { definition: 'project:forge', agent: 'forge', path: '/p/forge.md', field: 'hooks', value: { a: [1, null] } },
    ],
    format: 'gemini',
    from: ['project:forge'],
  });

  expect(await drafts.write('one', whole)).toBeNull();
  expect(await drafts.write('two', named('two'))).toBeNull();
  utimesSync(join(folder, 'drafts/one.json'), 2000, 2000);
  utimesSync(join(folder, 'drafts/two.json'), 1000, 1000);

  expect(await draftsFolder(folder).list()).toEqual({
    drafts: [
      { id: 'one', draft: whole, savedAt: 2_000_000 },
      { id: 'two', draft: named('two'), savedAt: 1_000_000 },
    ],
    problems: [],
  });
  expect(statSync(join(folder, 'drafts/one.json')).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'drafts')).mode & 0o077).toBe(0);
});

test('has none before one was kept', async () => {
  expect(await draftsFolder(temporaryFolder()).list()).toEqual({ drafts: [], problems: [] });
});

test('of many written at once the last of each stays, and nothing else', async () => {
  const folder = temporaryFolder();
  const drafts = draftsFolder(folder);

  await Promise.all(
    Array.from({ length: 60 }, (_, index) => drafts.write(index % 2 === 0 ? 'even' : 'odd', named(`step-${index}`))),
  );

  const kept = (await draftsFolder(folder).list()).drafts.map(({ draft }) => draft.fields.name);
  expect([...kept].sort()).toEqual(['step-58', 'step-59']);
  expect(readdirSync(join(folder, 'drafts')).sort()).toEqual(['even.json', 'odd.json']);
});

test('forgets a draft, also one that is not there', async () => {
  const folder = temporaryFolder();
  const drafts = draftsFolder(folder);
  await drafts.write('one', savableDraft());

  expect(await drafts.remove('one')).toBeNull();
  expect(await drafts.remove('one')).toBeNull();

  expect(await idsOf(folder)).toEqual([]);
  expect(await drafts.write('one', savableDraft())).toBeNull();
  expect(await idsOf(folder)).toEqual(['one']);
});

test('leaves the draft of another window alone, and keeps its own beside it', async () => {
  const folder = temporaryFolder();
  const [here, there] = [draftsFolder(folder), draftsFolder(folder)];
  await here.write('one', named('first'));
  await there.list();

  expect(await there.write('one', named('there'))).toBeNull();
  expect(await here.write('one', named('here'))).toMatch(/^The draft was changed in another window; .+/);
  expect(await here.write('one', named('here-later'))).toBeNull();
  expect(await there.write('one', named('there-later'))).toBeNull();

  const kept = (await draftsFolder(folder).list()).drafts.map(({ id, draft }) => [id, draft.fields.name]);
  expect([...kept].sort()).toEqual([
    ['one', 'there-later'],
    ['one-2', 'here-later'],
  ]);
  expect(await here.remove('one')).toBeNull();
  expect(await idsOf(folder)).toEqual(['one']);
});

test('does not write over a draft it has never seen', async () => {
  const folder = temporaryFolder({ 'drafts/one.json': serialiseDraft(named('old')) });

  expect(await draftsFolder(folder).write('one', named('new'))).not.toBeNull();

  expect(await idsOf(folder)).toHaveLength(2);
});

test.each([
  ['half a file', '{"version": 2, "picks": ['],
  ['a version to come', JSON.stringify({ version: 99, ...savableDraft() })],
  [
    'a pick without text',
    JSON.stringify({ version: 2, ...savableDraft(), picks: [{ kind: 'section', title: 'Anvil' }] }),
  ],
])('sets %s aside instead of losing it', async (_name, text) => {
  const folder = temporaryFolder({ 'drafts/one.json': text, 'drafts/one.json.unreadable': 'of before' });
  await draftsFolder(folder).write('two', savableDraft());

  const { drafts, problems } = await draftsFolder(folder).list();

  expect(drafts.map(({ id }) => id)).toEqual(['two']);
  expect(problems).toEqual([expect.stringContaining(join(folder, 'drafts/one.json.unreadable-2'))]);
  expect(readFileSync(join(folder, 'drafts/one.json.unreadable'), 'utf8')).toBe('of before');
  expect(readFileSync(join(folder, 'drafts/one.json.unreadable-2'), 'utf8')).toBe(text);
  expect(await draftsFolder(folder).list()).toMatchObject({ problems: [] });
});

test('takes over the one draft that the first version kept', async () => {
  const { kind: _, level: __, edited: ___, part: ____, ...pick } = aPick();
  const fields = { ...savableDraft().fields, tools: '' };
  const text = JSON.stringify({ version: 1, picks: [{ ...pick, section: 'anvil' }], fields });
  const folder = temporaryFolder({ 'draft.json': text });

  const { drafts, problems } = await draftsFolder(folder).list();

  expect(problems).toEqual([]);
  expect(drafts).toMatchObject([{ id: 'earlier', draft: savableDraft({ from: ['project:forge'] }) }]);
  expect(existsSync(join(folder, 'draft.json'))).toBe(false);
  expect(await idsOf(folder)).toEqual(['earlier']);
});

test('a first draft that cannot be read is set aside', async () => {
  const folder = temporaryFolder({ 'draft.json': 'nonsense' });

  expect(await draftsFolder(folder).list()).toMatchObject({
    problems: [expect.stringContaining('draft.json.unreadable')],
  });
  expect(readFileSync(join(folder, 'draft.json.unreadable'), 'utf8')).toBe('nonsense');
});

test.each(['../out', 'a/b', '', '.', 'a b', 'x'.repeat(200)])('%j is no id', async (id) => {
  const folder = temporaryFolder();

  expect(await draftsFolder(folder).write(id, savableDraft())).toMatch(/is no id of a draft/);
  expect(await draftsFolder(folder).remove(id)).toMatch(/is no id of a draft/);
  expect(readdirSync(folder)).toEqual([]);
});

test('says in one line why a draft cannot be kept', async () => {
  const blocked = join(temporaryFolder(), 'file');
  writeFileSync(blocked, '');

  expect(await draftsFolder(blocked).write('one', savableDraft())).toMatch(/^The draft could not be kept: .+$/);
});

test('clears away what a killed process left, and nothing that another one writes', async () => {
  const dead = '.agents-4194999-0123456789ab.tmp';
  const alive = `.agents-${process.pid}-0123456789ab.tmp`;
  const folder = temporaryFolder({ [`drafts/${dead}`]: '', [`drafts/${alive}`]: '', 'drafts/.agents-mine.tmp': '' });
  for (const name of [dead, alive, '.agents-mine.tmp'])
    utimesSync(join(folder, 'drafts', name), 1_700_000_000, Date.now() / 1000 - 60);

  await draftsFolder(folder).write('one', savableDraft());

  expect(readdirSync(join(folder, 'drafts')).sort()).toEqual([alive, '.agents-mine.tmp', 'one.json'].sort());
});

test('of a draft worked on in another window one is told, until that window has let it go', async () => {
  const folder = temporaryFolder();
  const [here, there] = [draftsFolder(folder), draftsFolder(folder)];
  await here.write('one', named('one'));
  await there.opened('one', named('one'));
  expect(await here.openElsewhere('one')).toBe(`The draft is open in another window (process ${process.pid})`);
  expect(await here.openElsewhere('other')).toBeNull();
  await there.remove('one');
  expect(await here.openElsewhere('one')).toBeNull();
  expect(await there.openElsewhere('one')).not.toBeNull();
});

test('a window that was killed has no draft open', async () => {
  const folder = temporaryFolder();
  await draftsFolder(folder).write('one', named('one'));
  const [mark = ''] = readdirSync(join(folder, 'open-drafts'));
  const text = readFileSync(join(folder, 'open-drafts', mark), 'utf8');
  writeFileSync(join(folder, 'open-drafts', mark), text.replace(/"pid":\d+/, `"pid":${spawnSync('true').pid}`));
  expect(await draftsFolder(folder).openElsewhere('one')).toBeNull();
  expect(readdirSync(join(folder, 'open-drafts'))).toEqual([]);
});

test('at the end what was worked on is kept again, if it is not there', async () => {
  const folder = temporaryFolder();
  await draftsFolder(folder).write('of-before', named('of-before'));
  const drafts = draftsFolder(folder);
  const { drafts: before } = await drafts.list();
  for (const { id, draft } of before) await drafts.opened(id, draft);
  await drafts.write('mine', named('mine'));
  await drafts.write('gone', named('gone'));
  await drafts.remove('gone');
  for (const id of ['of-before', 'mine']) rmSync(join(folder, 'drafts', `${id}.json`));
  expect(await drafts.settle()).toEqual([]);
  expect([...(await idsOf(folder))].sort()).toEqual(['mine', 'of-before']);
});

test('at the end what another window has changed is left to it, and what was changed here too is kept beside', async () => {
  const folder = temporaryFolder();
  await draftsFolder(folder).write('seen', named('seen'));
  const [here, there] = [draftsFolder(folder), draftsFolder(folder)];
  await here.opened('seen', named('seen'));
  await here.write('mine', named('mine'));
  await there.list();
  await there.write('seen', named('theirs'));
  await there.write('mine', named('theirs'));
  expect(await here.settle()).toEqual([]);
  const kept = (await draftsFolder(folder).list()).drafts.map(({ id, draft }) => `${id} ${draft.fields.name}`);
  expect(kept.sort()).toEqual(['mine theirs', 'mine-2 mine', 'seen theirs']);
});

test('at the end what can be kept nowhere is told', async () => {
  const folder = temporaryFolder({ drafts: 'a file' });
  for (const [drafts, reason] of [
    [draftsFolder(folder), 'something else is there'],
    [draftsFolder(null), 'there is no home folder: HOME is not set to an absolute path'],
  ] as const) {
    await drafts.write('one', named('one'));
    expect(await drafts.settle()).toEqual([{ draft: named('one'), reason }]);
    await drafts.remove('one');
    expect(await drafts.settle()).toEqual([]);
  }
});
