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

  test('are a row each, and of the one under the cursor what they share and what sets each apart', () => {
    const model = known(afterKeys(inList(), 'r'));
    expect(textOf(model)[0]).toBe('2 groups among the agents that are loaded together');
    expect(textOf(model).filter((line) => line.includes('×'))).toHaveLength(2);
    expect(textOf(model).filter((line) => /both say|only |prompts/.test(line))).toHaveLength(4);
    expect(textOf(afterKeys(model, 'j')).findIndex((line) => line.startsWith('❯'))).toBe(2);
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

  test('come back where they were left', () => {
    expect(afterKeys(known(afterKeys(inList(), 'r')), 'j escape r').dialog).toMatchObject({ cursor: 1 });
    expect(afterKeys(known(afterKeys(inList(), 'r')), 'j enter r').dialog).toMatchObject({ cursor: 1 });
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
      expect(textOf(store.model())[0]).toBe('2 groups among the agents here, as if all were loaded');
    };
    return found();
  });
});
