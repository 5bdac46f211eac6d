import { describe, expect, test } from 'vitest';
import { currentDefinition, resultsOf } from '../../../src/app/browse/browse-results.ts';
import { listedDrafts } from '../../../src/app/drafts/draft-list.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { screenOf } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { aModel, PROJECT, THREE_AGENTS } from '../../support/a-model.ts';
import { type FakePorts, fakePorts } from '../../support/fake-ports.ts';
import { startJourney } from '../../support/journey.ts';
import { type MemoryFiles, memoryFiles } from '../../support/memory-files.ts';
import { memoryRecipes } from '../../support/memory-recipes.ts';

const PATH = '/p/agents/new-one.md';

/** The app after two marked agents were made into one and saved as `new-one`, in a folder that is read. */
async function landed(more: Readonly<Record<string, string>> = {}) {
  const own = Object.entries(THREE_AGENTS).map(([name, text]) => [`${PROJECT.folder}/${name}.md`, text]);
  const files = memoryFiles({ ...Object.fromEntries(own), ...more });
  const recipes = memoryRecipes();
  const ports = fakePorts({ files, recipes });
  const model = aModel();
  const fields = { ...model.save.fields, folder: { text: 'agents', cursor: 6 } };
  const journey = startJourney({ ...model, save: { ...model.save, fields } }, ports);
  await journey.press('tab tab c space down space ctrl+s "new-one" ctrl+s ctrl+s');
  return { ...journey, files, ports, recipes };
}

const names = (model: Model) =>
  resultsOf(model)
    .slice()
    .map(({ definition }) => definition.name);
const text = (files: MemoryFiles) => files.contents.get(PATH);
const copied = ({ calls }: FakePorts) => calls.filter((call) => call.startsWith('copy '));

describe('after saving', () => {
  test('the new agent stands first and has the cursor, also where the search does not find it', async () => {
    const { press, end, files } = await landed();
    expect(text(files)).toContain('name: new-one');
    await press('/ "keeper" enter');
    const model = end();
    expect([names(model), currentDefinition(model)?.path]).toEqual([['new-one', 'data-keeper'], PATH]);
    expect(model.landed).toMatchObject({ path: PATH, agents: 2 });
  });

  test('marks are cleared, and come back with undo once one is done', async () => {
    const { press, end } = await landed();
    await press('escape u');
    const model = end();
    expect([model.landed, model.browse.marked.length, model.notice?.text]).toEqual([
      null,
      2,
      'Undone: 2 marks cleared',
    ]);
    expect(currentDefinition(model)?.path).toBe(PATH);
  });

  test('y copies the path, C opens what was saved as a draft again, N begins another', async () => {
    const copy = await landed();
    await copy.press('y');
    expect(copied(copy.ports)).toEqual([`copy ${PATH}`]);
    const reopened = await landed();
    await reopened.press('C');
    expect([screenOf(reopened.model()), reopened.model().landed]).toEqual(['compose', null]);
    expect(reopened.model().draft.present.fields.name).toBe('new-one');
    expect(reopened.ports.calls.at(-1)).toMatch(/^(?:keep|work on)/);
    const other = await landed();
    await other.press('N');
    expect(other.end()).toMatchObject({ landed: null, draft: { present: { picks: [] } } });
  });
});

describe('undoing a save', () => {
  test('takes away the new file and its recipe, and brings the draft back', async () => {
    const { press, end, files, recipes } = await landed();
    expect(recipes.kept.has(PATH)).toBe(true);
    await press('u');
    const model = end();
    expect([text(files), recipes.kept.has(PATH), model.landed]).toEqual([undefined, false, null]);
    expect(model.notice?.text).toBe('Undone: agents/new-one.md is gone; c opens the draft again');
    expect(listedDrafts(model).map(({ history }) => history.present.fields.name)).toEqual(['new-one']);
  });

  test('comes after what was done since: of several acts the last goes first', async () => {
    const { model } = await landed();
    const change = { words: 'keel switched off', said: 'keel is off', action: '7', problem: null };
    const changed = update(model(), { type: 'filesChanged', ...change }).model;
    const first = update(changed, { type: 'saveUndoRequested' });
    expect(first.effects).toEqual([{ type: 'undoFiles', action: '7', words: 'keel switched off' }]);
    expect(update(first.model, { type: 'saveUndoRequested' }).effects).toMatchObject([{ type: 'undoSave' }]);
  });

  test('comes after an update of another agent, and never in place of what cannot be undone', async () => {
    const { model } = await landed();
    const outcome = { kind: 'written', path: '/p/keel.md', backup: null, warning: null, isUnchanged: false } as const;
    const updated = update(model(), { type: 'recomposeWritten', outcome, action: '9' }).model;
    expect(update(updated, { type: 'saveUndoRequested' }).effects).toMatchObject([{ type: 'undoFiles', action: '9' }]);
    const unkept = update(model(), { type: 'recomposeWritten', outcome, action: null }).model;
    expect(update(unkept, { type: 'saveUndoRequested' }).effects).toEqual([]);
  });

  test('brings back the version before, under the cursor', async () => {
    const mine = '---\nname: new-one\ndescription: Mine.\n---\n\nBe brief.\n';
    const { press, end, files } = await landed({ [PATH]: mine });
    await press('y');
    expect(text(files)).not.toBe(mine);
    await press('u');
    expect(text(files)).toBe(mine);
    const model = end();
    expect(model.notice?.text).toContain('agents/new-one.md is as it was before');
    expect(currentDefinition(model)?.path).toBe(PATH);
  });

  test('takes nothing away where nothing was written, as the file said just that already', async () => {
    const { press, end, files } = await landed();
    const before = text(files);
    await press('C ctrl+s ctrl+s ctrl+s');
    const again = end();
    expect([again.dialog, again.notice?.text]).toEqual([null, 'agents/new-one.md said just that already']);
    expect(again.undo.filter(({ kind }) => kind === 'saved')).toEqual([]);
    await press('u');
    expect([before, text(files)]).toEqual([before, before]);
  });

  test('asks first where the file was changed since, and shows the change', async () => {
    const { press, model, end, files } = await landed();
    files.contents.set(PATH, 'changed by hand');
    await press('u');
    expect([model().dialog, text(files)]).toMatchObject([
      { kind: 'unsave', text: 'changed by hand' },
      'changed by hand',
    ]);
    await press('enter');
    expect([model().dialog, text(files)]).toEqual([null, 'changed by hand']);
    await press('u y');
    expect([end().landed, text(files)]).toEqual([null, undefined]);
  });
});
