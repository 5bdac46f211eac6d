import { describe, expect, test } from 'vitest';
import type { Model } from '../../../src/app/model/model.ts';
import type { ComposedAgent } from '../../../src/app/model/recompose-state.ts';
import { changeLines } from '../../../src/app/recompose/change-lines.ts';
import { madeFromLayout, stateWords } from '../../../src/app/recompose/made-from.ts';
import { mergeGrid } from '../../../src/app/recompose/merge-grid.ts';
import type { IngredientChange } from '../../../src/core/recipe/ingredient-change.ts';
import { lineText, type StyledLine } from '../../../src/text/styled-text.ts';
import { composedPanes } from '../../../src/ui/views/recompose/made-from-screen.tsx';
import { mergePanes } from '../../../src/ui/views/recompose/merge-screen.tsx';
import { afterActions, aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const SOURCE = '---\nname: a-one\n---\n## House rules\n\n- Be very fast and correct\n';

const change = (parts: Partial<IngredientChange> = {}): IngredientChange => ({
  kind: 'changed',
  definition: 'project:a-one',
  agent: 'a-one',
  path: '/p/.claude/agents/a-one.md',
  pick: 0,
  what: 'house-rules:2',
  before: '- Be fast and correct',
  after: '- Be very fast and correct',
  effect: 'result',
  ...parts,
});

const agent = (parts: Partial<ComposedAgent> = {}): ComposedAgent => ({
  name: 'mine',
  path: '/p/.claude/agents/mine.md',
  madeFrom: ['project:a-one', 'user:b-two'],
  states: ['ingredient-changed'],
  changes: [change()],
  ...parts,
});

const listing = (...agents: readonly ComposedAgent[]): Model =>
  afterActions(
    aModel({ library: libraryFrom({ 'a-one': SOURCE }) }),
    { type: 'composedOpened' },
    { type: 'composedChecked', agents, problems: [] },
  );

const words = (lines: readonly StyledLine[], role: string) =>
  lines.flatMap(({ spans }) => spans.filter((span) => span.role === role).map(({ text }) => text));

describe('how an agent stands to what it is made from', () => {
  const other = { path: '/p/b.md' };
  test.each([
    ['up to date', { states: ['up-to-date'], changes: [] }],
    ['edited by hand · 1 source changed', { states: ['edited', 'ingredient-changed'] }],
    ['2 sources changed', { changes: [change(), change({ what: 'house-rules:1' }), change(other)] }],
    ['source gone', { states: ['ingredient-gone'], changes: [change({ kind: 'file-gone' })] }],
    [
      '1 source changed · 2 sources gone',
      {
        states: ['ingredient-changed', 'ingredient-gone'],
        changes: [change(), change({ kind: 'section-gone' }), change({ kind: 'file-gone', ...other })],
      },
    ],
  ] as const)('is said as %s', (expected, parts) => {
    expect(stateWords(agent(parts))).toBe(expected);
  });
});

describe('the agents made here', () => {
  test('are listed with what they are made from, and what changed for the one under the cursor', () => {
    const { panes } = composedPanes(listing(agent()));
    expect(panes.map(({ lines }) => lines.map((line) => lineText(line).trim()))).toEqual([
      [expect.stringMatching(/^❯ mine +\S+ {2}from a-one, b-two +1 source changed$/)],
      ['~ House rules  a-one · project', 'was   • Be fast and correct', 'now   • Be very fast and correct'],
    ]);
    expect(words(panes[1]?.lines ?? [], 'added-word')).toEqual(['very']);
  });

  test('show no internal names, also of what is no longer there', () => {
    const gone = change({ kind: 'section-gone', what: 'core/api-design', before: null, after: null });
    const [line] = changeLines(listing(agent({ changes: [gone] })));
    expect(line && lineText(line)).toBe(' – Api design  a-one · project  no longer there; the text stays');
  });

  test('show all that changed: it scrolls to its last word, and begins anew for another', () => {
    const many = Array.from({ length: 40 }, (_, at) => change({ after: `- Rule ${at} LAST${at}` }));
    const model = listing(agent({ changes: many }), agent({ name: 'other' }));
    const shown = (one: Model) => (composedPanes(one).panes[1]?.lines ?? []).map(lineText).join('\n');
    expect(shown(model)).not.toContain('LAST39');
    const end = afterKeys(model, Array(12).fill('shift+pagedown').join(' '));
    expect(shown(end)).toContain('LAST39');
    expect(composedPanes(end).panes[1]?.position).toMatch(/–120 of 120$/);
    expect(afterKeys(end, 'down').composed.scroll).toBe(0);
    expect(madeFromLayout(model).first.rows + madeFromLayout(model).second.rows + 1).toBe(26);
  });

  test('have as many rows as is chosen', () => {
    const many = listing(agent({ changes: Array.from({ length: 40 }, () => change()) }));
    expect(madeFromLayout(afterKeys(many, '|')).first.rows).not.toBe(madeFromLayout(many).first.rows);
    expect(madeFromLayout(afterKeys(many, '| | | |'))).toEqual(madeFromLayout(many));
    expect(afterKeys(listing(agent({ changes: [] })), '|').notice?.text).toBe('There is only one pane on the screen');
  });

  test('say so where all of it is on the screen', () => {
    expect(afterKeys(listing(agent()), 'J').notice?.text).toBe('All of it is on the screen');
  });
});

test('the versions of a conflict have the words set off that differ from what was taken', () => {
  const chunk = {
    kind: 'conflict',
    ours: '- Be calm, fast\n',
    base: '- Be fast\n',
    theirs: '- Be very fast\n',
  } as const;
  const { lines } = mergeGrid([chunk], '40,40,40');
  const columns = [0, 1, 2].map((column) => lines.flatMap(({ cells }) => cells[column] ?? []));
  expect(columns.map((cells) => words(cells, 'added-word'))).toEqual([['calm'], [], ['very']]);
});

describe('a conflict longer than the screen', () => {
  const long = (word: string) => Array.from({ length: 80 }, (_, at) => `${word} ${at}\n`).join('');
  const conflict = { kind: 'conflict', ours: long('own'), base: long('then'), theirs: long('now') } as const;
  const chunks = [conflict, { kind: 'stable', text: 'Same.\n' }, conflict] as const;
  const result = { kind: 'conflict', path: '/p/mine.md', before: '', chunks } as never;
  const merging = afterActions(listing(agent()), { type: 'recomposed', path: '/p/mine.md', result });
  const position = (model: Model) => mergePanes(model).panes.at(-1)?.position;

  test.each([80, 120, 200])('shows all three versions on %i columns', (columns) => {
    expect(mergePanes({ ...merging, size: { columns, rows: 24 } }).panes).toHaveLength(3);
  });

  test('has columns that are shared out by a key, by the version that has the keys', () => {
    const columnsOf = (model: Model) => mergePanes(model).panes.map(({ columns }) => columns);
    const [usual = 0, second = 0] = columnsOf(merging);
    const moved = afterKeys(merging, '|');
    expect(columnsOf(moved)[0]).toBeGreaterThan(usual);
    expect(moved.notice?.text).toMatch(/^Share of the screen: version 1 50 %/);
    expect(columnsOf(afterKeys(merging, '| | | |'))).toEqual(columnsOf(merging));
    const behind = columnsOf(afterKeys(merging, 'right |'));
    expect([behind[0], behind[1] === second]).toEqual([usual, false]);
    expect(behind.reduce((sum, columns) => sum + columns, 0)).toBe(
      columnsOf(merging).reduce((sum, columns) => sum + columns, 0),
    );
  });

  test('scrolls by keys, and follows the cursor again when that goes on', () => {
    expect(position(merging)).toMatch(/^1–/);
    const further = afterKeys(merging, 'shift+down J');
    expect(position(further)).toMatch(/^3–/);
    expect(afterKeys(further, 'space').merge?.choices).toEqual(['ours', null]);
    expect(position(afterKeys(further, 'n'))).toBe(position(afterKeys(merging, 'n')));
    const end = afterKeys(merging, 'shift+pagedown '.repeat(20).trim());
    expect(position(end)).toMatch(/–161 of 161$/);
  });
});
