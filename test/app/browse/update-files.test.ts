import { describe, expect, test } from 'vitest';
import { currentDefinition } from '../../../src/app/browse/browse-results.ts';
import { dialogLines } from '../../../src/app/commands/dialog-text.ts';
import { update } from '../../../src/app/update.ts';
import type { Ports } from '../../../src/ports/ports.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aModel, libraryOf, PROJECT, THREE_AGENTS } from '../../support/a-model.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { startJourney } from '../../support/journey.ts';
import { memoryFiles } from '../../support/memory-files.ts';

/** The app on three agents of a project, with a journal that says what it was asked. */
function begun(more: Readonly<Record<string, string>> = {}, parts: Partial<Ports> = {}) {
  const own = Object.entries(THREE_AGENTS).map(([name, text]) => [`${PROJECT.folder}/${name}.md`, text]);
  const files = memoryFiles({ ...Object.fromEntries(own), ...more });
  const asked: string[] = [];
  const journal = {
    ...fakePorts().journal,
    begin: (words: string) => void asked.push(words),
    close: async () => ({ id: '7', problem: null }),
    undo: async (id: string | null) => {
      asked.push(`undo ${id}`);
      return { kind: 'none' } as const;
    },
  };
  return { ...startJourney(aModel(), fakePorts({ files, journal, ...parts })), files, asked };
}

describe('a file in the list', () => {
  test('is edited with e, as an action that u undoes, with the cursor staying where it is', async () => {
    const edited: string[] = [];
    const { press, end, asked } = begun(
      {},
      {
        editor: {
          ...fakePorts().editor,
          open: async (path) => {
            edited.push(path);
            return null;
          },
        },
      },
    );
    await press('tab down e');
    const model = end();
    const name = edited[0]?.split('/').at(-1);
    expect(model.notice?.text).toBe(`Edited agents/${name} · u undoes it`);
    expect([asked, model.undo.at(-1)]).toEqual([
      [`edit ${name}`],
      { kind: 'files', action: '7', words: `edit ${name}` },
    ]);
    expect([edited, currentDefinition(model)?.path]).toEqual([[edited[0]], edited[0]]);
    await press('u');
    expect(asked.at(-1)).toBe('undo 7');
  });

  test.each([
    ['was not changed', null, undefined],
    ['could not be edited', 'no editor', 'no editor'],
  ])('of one that %s there is nothing to undo', async (_, problem, told) => {
    const { press, end } = begun(
      {},
      {
        editor: { ...fakePorts().editor, open: async () => problem },
        journal: { ...fakePorts().journal, close: async () => ({ id: null, problem: null }) },
      },
    );
    await press('tab e');
    expect([end().notice?.text, end().undo]).toEqual([told, []]);
  });

  test('goes with X, as an action that u undoes', async () => {
    const { press, end, files, asked } = begun();
    const first = [...files.contents.keys()].length;
    await press('tab X');
    expect([end().dialog?.kind, files.contents.size]).toEqual(['remove', first]);
    await press('n X y');
    const removed = end();
    expect(files.contents.size).toBe(first - 1);
    expect(removed.notice?.text).toMatch(/^Removed .*\.md · u undoes it$/);
    expect(removed.undo.at(-1)).toMatchObject({ kind: 'files', action: '7' });
    await press('u');
    expect(asked.at(-1)).toBe('undo 7');
  });

  test('is off with T, listed as such and not counted as loaded, and on again with T', async () => {
    const { press, end, files } = begun();
    await press('tab T');
    const { path, id } = end().library.agents.find((one) => one.path.endsWith('.disabled')) ?? { path: '', id: '' };
    expect(files.contents.has(path)).toBe(true);
    expect(end().notice?.text).toMatch(/ is off: no harness loads it · u undoes it$/);
    expect(end().library.agents).toHaveLength(3);
    expect(currentDefinition(end())).toMatchObject({ id, path });
    await press('T');
    expect(end().notice?.text).toMatch(/ is on · u undoes it$/);
    expect([...files.contents.keys()].filter((one) => one.endsWith('.disabled'))).toEqual([]);
  });

  test('that is off and hid another of its name says which is loaded instead', () => {
    const library = libraryOf([
      aDefinition({ id: 'project:keel', name: 'keel', path: '/p/agents/keel.md' }),
      aDefinition({ id: 'project:keel~2', name: 'keel', path: '/p/agents/old/keel.md', shadowedBy: 'project:keel' }),
    ]);
    const { effects } = update(aModel({ library, browse: { focus: 'list' } }), { type: 'switchRequested' });
    expect(effects).toMatchObject([{ said: 'keel is off: agents/old/keel.md is loaded instead' }]);
  });

  test('is made with n, from a template, once its name and its use are said', async () => {
    const { press, end, files } = begun();
    await press('tab n "Bad Name" enter');
    expect(end().notice?.text).toBe('Bad Name is no name: lowercase letters, digits and hyphens; bad-name would do');
    await press('ctrl+u "web-smith" enter enter');
    expect(end().notice?.text).toBe('Say when it is to be used');
    await press('"Use it for pages." enter');
    const made = [...files.contents].find(([path]) => path.endsWith('.claude/agents/web-smith.md'))?.[1];
    expect(made).toMatch(/^---\nname: web-smith\ndescription: Use it for pages\.\n/);
    expect(end().dialog).toBe(null);
  });

  test('gets another name with R, with what speaks of it, once the difference was seen', async () => {
    const asking = '---\nname: zz-lead\ndescription: Leads.\n---\n\nAsk `api-smith` first.\n';
    const { press, end, files } = begun({ [`${PROJECT.folder}/zz-lead.md`]: asking });
    // What is changed on the disk is read again.
    await press('T T');
    const before = new Map(files.contents);
    await press('R ctrl+u "night-watch" enter');
    expect(end()).toMatchObject({ dialog: { kind: 'name' }, notice: { tone: 'bad' } });
    await press('ctrl+u "web-smith" enter');
    const { dialog } = end();
    expect(dialog?.kind).toBe('renaming');
    expect(
      dialog?.kind === 'renaming'
        ? dialogLines(end(), dialog, 76).map(({ spans }) => spans.map(({ text }) => text).join(''))
        : [],
    ).toEqual(expect.arrayContaining(['- Ask `api-smith` first.', '+ Ask `web-smith` first.']));
    await press('escape');
    expect(files.contents).toEqual(before);
    await press('R ctrl+u "web-smith" enter y');
    expect(end().notice?.text).toBe('Renamed api-smith to web-smith, and 1 file that spoke of it · u undoes it');
    expect(end().library.agents.map(({ name }) => name)).toContain('web-smith');
    expect(files.contents.get(`${PROJECT.folder}/zz-lead.md`)).toContain('`web-smith`');
  });

  test('of an agent that is off has its own place beside one of the name that is on', async () => {
    const [name, text] = Object.entries(THREE_AGENTS)[0] ?? ['', ''];
    const { press, end } = begun({ [`${PROJECT.folder}/${name}.md.disabled`]: text });
    await press('tab T');
    expect(new Set(end().library.agents.map(({ id }) => id)).size).toBe(4);
  });

  test('stays where it was changed since it was read', async () => {
    const { press, end, files } = begun();
    for (const path of files.contents.keys()) files.contents.set(path, 'Changed.');
    await press('tab X y');
    expect(end().notice).toMatchObject({ tone: 'bad', text: expect.stringContaining('it has changed meanwhile') });
  });
});
