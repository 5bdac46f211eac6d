import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { rowText } from '../../../src/app/commands/row-text.ts';
import { dialogLayout } from '../../../src/app/model/layout.ts';
import { type Model, screenOf } from '../../../src/app/model/model.ts';
import { effectRunner } from '../../../src/app/run-effect.ts';
import { createStore } from '../../../src/app/store.ts';
import { update } from '../../../src/app/update.ts';
import { findRivals } from '../../../src/core/rivals/find-rivals.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { textWidth } from '../../../src/text/text-cells.ts';
import { linesOf } from '../../../src/ui/linear/lines-of.ts';
import { dialogFrame } from '../../../src/ui/views/dialogs/dialog-box.tsx';
import { aDefinition } from '../../support/a-definition.ts';
import { aModel, libraryOf, PROJECT } from '../../support/a-model.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { afterKeys } from '../../support/journey.ts';

const AGENTS = [
  ['bell-expert', 'Casts bells and tunes them for a tower.'],
  ['bell-pro', 'Casts bells and tunes them to a chord.'],
  ['bread-baker', 'Kneads dough and watches the oven.'],
  ['sail-expert', 'Sews sails and mends sails for boats.'],
  ['sail-pro', 'Sews sails and mends sails for ships.'],
].map(([name = '', description = '']) => aDefinition({ name, description }));
const LIBRARY = libraryOf(AGENTS);
const GROUPS = findRivals(LIBRARY.agents);

const inList = (parts: Parameters<typeof aModel>[0] = {}) => aModel({ library: LIBRARY, ...parts });
const known = (model: Model) =>
  update(model, { type: 'rivalsFound', definitions: LIBRARY.agents, groups: GROUPS }).model;
const textOf = (model: Model, width = 90) =>
  model.dialog?.kind === 'rivals' ? rowText(model, model.dialog, width).lines.map(lineText) : [];
const marked = ({ browse }: Model) => browse.marked.map((id) => id.replace('project:', '')).join(' ');

describe('rivals', () => {
  test('the first time they are looked for, and the box says so', () => {
    const { model, effects } = update(inList(), { type: 'rivalsOpened' });
    expect(effects).toEqual([{ type: 'findRivals', definitions: LIBRARY.agents }]);
    expect(textOf(model)).toEqual(['Looking for rivals …']);
    expect(update(known(model), { type: 'rivalsOpened' }).effects).toEqual([]);
  });

  test('are a row each, below what their number is', () => {
    const model = known(afterKeys(inList(), 'r'));
    expect(textOf(model)[0]).toBe('2 groups loaded together · %: how much they compete for one request');
    expect(textOf(model).filter((line) => line.includes('×'))).toHaveLength(2);
    expect(textOf(afterKeys(model, 'j')).findIndex((line) => line.startsWith('❯'))).toBe(2);
  });

  test('the one under the cursor tells of each agent where it lies and what it is for, what all say and the way out', () => {
    const [one, other] = GROUPS[1]?.members ?? [];
    const lines = textOf(afterKeys(known(afterKeys(inList(), 'r')), 'j')).slice(3);
    expect(lines.map((line) => line.trim())).toEqual([
      `${one?.name}  ${one?.name}.md`,
      one?.description,
      `${other?.name}  ${other?.name}.md`,
      other?.description,
      expect.stringMatching(/^both say {2}\w/),
      expect.stringMatching(/^prompts {2}\d+ % of words alike · merge them, or keep one$/),
    ]);
  });

  test('words that all say are set off in what each is for, in whatever form', () => {
    const library = libraryOf([
      aDefinition({ name: 'sail-expert', description: 'Sews sails and mends sails for boats.' }),
      aDefinition({ name: 'sail-pro', description: 'Sews a sail, to mend all the sails of boats.' }),
    ]);
    const groups = findRivals(library.agents);
    const searching = afterKeys(inList({ library }), 'r');
    const { model } = update(searching, { type: 'rivalsFound', definitions: library.agents, groups });
    const open = model.dialog?.kind === 'rivals' ? rowText(model, model.dialog, 90).lines : [];
    const words = open.flatMap(({ spans }) => spans.filter(({ role }) => role === 'strong').map(({ text }) => text));
    // Of the line of the group the names, then what is said with other words in between.
    expect(words.slice(2)).toEqual([
      'Sews',
      'sails',
      'mends',
      'sails',
      'boats',
      'Sews',
      'sail',
      'mend',
      'sails',
      'boats',
    ]);
  });

  test.each([
    [{ columns: 80, rows: 24 }, 2],
    [{ columns: 120, rows: 36 }, 3],
    [{ columns: 40, rows: 12 }, 1],
  ])('a long description has so many lines that others stay in sight: %o', (size, most) => {
    const long = (end: string) =>
      `Casts bells and tunes them, ${'again and '.repeat(60)}${end}. Examples: tune a bell.`;
    const library = libraryOf(
      ['expert', 'pro'].map((kind) => aDefinition({ name: `bell-${kind}`, description: long(kind) })),
    );
    const groups = findRivals(library.agents);
    const open = afterKeys(inList({ library, size }), 'r');
    const model = update(open, { type: 'rivalsFound', definitions: library.agents, groups }).model;
    const { columns } = dialogLayout(size, 'text');
    const lines = textOf(model, columns);
    const [first, second] = ['expert', 'pro'].map((kind) =>
      lines.findIndex((line) => line.trim().startsWith(`bell-${kind}  `)),
    );
    expect((second ?? 0) - (first ?? 0)).toBe(1 + most);
    expect(lines[(second ?? 0) - 1]).toMatch(/…$/);
    expect(lines[(second ?? 0) + most]).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    expect(lines.join()).not.toContain('Examples');
  });

  test('a description that is another’s word for word is not told again', () => {
    const library = libraryOf(
      ['expert', 'pro'].map((kind) => aDefinition({ name: `bell-${kind}`, description: 'Casts bells.' })),
    );
    const groups = findRivals(library.agents);
    const model = update(afterKeys(inList({ library }), 'r'), {
      type: 'rivalsFound',
      definitions: library.agents,
      groups,
    }).model;
    expect(textOf(model).filter((line) => line.includes('Casts bells'))).toHaveLength(1);
    expect(textOf(model).join()).toContain('Word for word the description of bell-expert');
  });

  test('their prompts are as much alike as their comparison says, of several from the least to the most', () => {
    const bodies = [
      'Cast the bell.\n\nTune it to a chord.\n',
      'Cast it in bronze.\n\nTune the bell by ear, then hang it.\n',
      'Cast the bell.\n\nTune it to a tower.\n',
    ];
    for (const count of [2, 3]) {
      const library = libraryOf(
        bodies
          .slice(0, count)
          .map((body, at) =>
            aDefinition({ name: `bell-${['expert', 'pro', 'master'][at]}`, description: 'Casts bells.', body }),
          ),
      );
      const groups = findRivals(library.agents);
      const surroundings = { ...aModel().surroundings, linear: true };
      const open = afterKeys(inList({ library, surroundings }), 'r');
      const { model } = update(open, { type: 'rivalsFound', definitions: library.agents, groups });
      const compared = update(model, { type: 'rivalsCompared' }).model;
      const told = linesOf(model, compared, { type: 'rivalsCompared' }).join('\n');
      const shares = [...told.matchAll(/(\d+) % alike/g)].slice(0, count - 1).map(([, share]) => Number(share));
      expect(new Set(shares).size).toBe(count - 1);
      const said = shares.sort((a, b) => a - b).join('–');
      expect(textOf(model).join('\n')).toContain(`prompts  ${said} % of words alike`);
    }
  });

  test('of those that another of their name hides it is said how many there are, and how they are found', () => {
    const hidden = aDefinition({ name: 'bell-pro', path: '/p/agents/old/bell-pro.md', shadowedBy: 'project:bell-pro' });
    const bundled = aDefinition({ name: 'bell-pro', scope: 'bundled', shadowedBy: 'project:bell-pro' });
    const library = { ...LIBRARY, agents: [...LIBRARY.agents, hidden, bundled] };
    const model = afterKeys(inList({ library }), 'r');
    const found = update(model, { type: 'rivalsFound', definitions: library.agents, groups: GROUPS }).model;
    expect(textOf(found)[1]).toBe('1 agent never loaded: is:unloaded finds it');
  });

  test.each([
    ['enter', 'browse', true],
    ['d', 'compare', false],
    ['c', 'compose', false],
  ])('%s leads on with them, and only them, marked', (key, screen, isMarkedOnly) => {
    const model = afterKeys(known(afterKeys(inList(), 'j j space r')), `j ${key}`);
    expect(screenOf(model)).toBe(screen);
    expect(model.dialog).toBeNull();
    expect(model.browse.isMarkedOnly).toBe(isMarkedOnly);
    expect(marked(model)).toBe(GROUPS[1]?.members.map(({ name }) => name).join(' '));
    const ways = { browse: '', compare: 'escape escape ', compose: 'escape ' }[screen];
    const back = afterKeys(model, `${ways}u`);
    expect(marked(back).split(' ')).toContain('bread-baker');
  });

  test('begin with those of the agent that was just saved', () => {
    const [path = ''] = GROUPS[1]?.members.map((one) => one.path) ?? [];
    const saved = { path, lines: 1, tokens: 1, agents: 2, saved: null, draft: aModel().draft };
    const model = inList({ landed: saved });
    expect(known(update(model, { type: 'rivalsOpened' }).model).dialog).toMatchObject({ cursor: 1 });
    expect(update(known(model), { type: 'rivalsOpened' }).model.dialog).toMatchObject({ cursor: 1 });
    expect(update(known(inList()), { type: 'rivalsOpened' }).model.dialog).toMatchObject({ cursor: 0 });
  });

  test('come back where they were left', () => {
    expect(afterKeys(known(afterKeys(inList(), 'r')), 'j escape r').dialog).toMatchObject({ cursor: 1 });
    expect(afterKeys(known(afterKeys(inList(), 'r')), 'j enter r').dialog).toMatchObject({ cursor: 1 });
    const listed = afterKeys(known(afterKeys(inList(), 'r')), 'enter');
    expect(listed.notice?.text).toBe('To keep one, X removes the other · * lists all again');
  });

  test.each(['escape', 'q', '/ "bell" escape escape', 'c escape escape'])(
    'come back from their comparison by %s, so that the next is a key away',
    (keys) => {
      const back = afterKeys(known(afterKeys(inList(), 'r')), `d ${keys}`);
      expect(back).toMatchObject({ dialog: { kind: 'rivals', cursor: 0 }, trail: ['browse'] });
      const next = afterKeys(back, 'j d');
      expect(next.compare.ids).toEqual(GROUPS[1]?.members.map(({ id }) => id));
      expect(afterKeys(next, 'escape escape').dialog).toBeNull();
    },
  );

  test('are not what another comparison leads back to', () => {
    const model = afterKeys(known(afterKeys(inList(), 'r')), 'd escape escape');
    expect(afterKeys(model, 'd escape')).toMatchObject({ dialog: null, trail: ['browse'] });
  });

  test('are looked for again after a comparison during which the library was read', () => {
    const model = afterKeys(known(afterKeys(inList(), 'r')), 'd');
    const read = { type: 'libraryRead', definitions: LIBRARY.definitions, problems: [], complete: true } as const;
    const { model: back, effects } = update(update(model, read).model, { type: 'wentBack' });
    expect(textOf(back)).toEqual(['Looking for rivals …']);
    expect(effects).toContainEqual({ type: 'findRivals', definitions: back.library.agents });
  });

  test('come back with the one under the cursor on the screen', () => {
    const pairs = Array.from({ length: 20 }, (_, at) =>
      ['expert', 'pro'].map((end) => {
        const thing = `${'bcdfghjklm'[at % 10]}a${'npqrstvwxz'[Math.floor(at / 2)]}o`;
        return aDefinition({ name: `${thing}-${end}`, description: `Makes ${thing} and mends ${thing}.` });
      }),
    ).flat();
    const library = libraryOf(pairs);
    const groups = findRivals(library.agents);
    expect(groups.length).toBeGreaterThan(15);
    const open = afterKeys(inList({ library, size: { columns: 80, rows: 24 } }), 'r');
    const found = update(open, { type: 'rivalsFound', definitions: library.agents, groups }).model;
    const back = afterKeys(found, 'G d escape');
    const { dialog } = back;
    if (dialog?.kind !== 'rivals') throw new Error('no box');
    expect(dialog.cursor).toBe(groups.length - 1);
    const { columns, rows } = dialogLayout(back.size, 'text');
    const [start = 0, end = 0] = rowText(back, dialog, columns).rows[dialog.cursor] ?? [];
    expect(dialog.scroll).toBeLessThanOrEqual(start);
    expect(dialog.scroll + rows).toBeGreaterThanOrEqual(end);
    // The frame counts what one chooses from, not lines.
    const edge = dialogFrame(back, dialog).framed.at(-1);
    expect(edge && lineText(edge)).toContain(`–${groups.length} of ${groups.length} `);
  });

  test('stay under help, which tells their keys, also where the library is read meanwhile', () => {
    const helped = afterKeys(known(afterKeys(inList(), 'r')), 'j ?');
    const read = { type: 'libraryRead', definitions: LIBRARY.definitions, problems: [], complete: true } as const;
    const { model, effects } = update(helped, read);
    expect(effects).toContainEqual({ type: 'findRivals', definitions: model.library.agents });
    const found = update(model, { type: 'rivalsFound', definitions: model.library.agents, groups: GROUPS }).model;
    expect(afterKeys(found, 'escape').dialog).toMatchObject({ kind: 'rivals', cursor: 1 });
    expect(screenOf(afterKeys(found, '"mark and compare" enter'))).toBe('compare');
  });

  test('a library that was read again is looked through again', () => {
    const open = known(afterKeys(inList(), 'r'));
    const { definitions } = libraryOf(AGENTS.slice(0, 3));
    const read = { type: 'libraryRead', definitions, problems: [], complete: true } as const;
    const { model, effects } = update(open, read);
    expect(effects).toContainEqual({ type: 'findRivals', definitions: model.library.agents });
    expect(known(model).rivals.groups).toBeNull();
  });

  test('where no agent is loaded all count as if they were', () => {
    const library = libraryOf(AGENTS.map((agent) => ({ ...agent, scope: 'added' as const })));
    const store = createStore(aModel({ library }), effectRunner(fakePorts(), [PROJECT]).perform);
    store.dispatch({ type: 'rivalsOpened' });
    const found = async (): Promise<void> => {
      while (store.model().rivals.groups === null) await nextTurn();
      expect(textOf(store.model())[0]).toMatch(/^2 groups, as if all here were loaded · %/);
    };
    return found();
  });
});
