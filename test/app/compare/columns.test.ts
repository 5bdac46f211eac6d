import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsInView } from '../../../src/app/compare/columns-in-view.ts';
import { comparedTopics } from '../../../src/app/compare/compared-topics.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { pickWords } from '../../support/a-draft.ts';
import { afterActions, aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const bodyOf = (name: string) =>
  `---\nname: ${name}\n---\n# Forge\n\nHeat it as ${name} does.\n\n# Only ${name}\n\nCool it.\n`;

const comparing = (count: number, columns = 120) => {
  const names = ['a', 'b', 'c', 'd', 'e'].slice(0, count);
  const library = libraryFrom(Object.fromEntries(names.map((name) => [name, bodyOf(name)])));
  const model = afterActions(aModel({ library }), { type: 'resized', size: { columns, rows: 30 } });
  return afterKeys(model, `${'tab '.repeat(count)}d`);
};

/** The columns from left to right, each by its number and name. */
const columns = (model: Model) => {
  const { definitions, numbers } = comparedTopics(model);
  return definitions.map(({ name }, column) => `${numbers[column]} ${name}`);
};

const topic = (model: Model) => comparedTopics(model).topics[model.compare.topic]?.title;

describe('the base', () => {
  test('is the first, and any other by a key: it moves to the left and keeps its number', () => {
    const model = comparing(3);
    expect(columns(model)).toEqual(['1 a', '2 b', '3 c']);
    const changed = afterKeys(model, 'n right right b');
    expect(columns(changed)).toEqual(['3 c', '1 a', '2 b']);
    expect([changed.compare.pane, topic(changed)]).toEqual([0, 'Forge']);
    expect(changed.notice?.text).toBe('Compared with base 3 c · project · u takes it back');
  });

  test('says so where it is that already', () => {
    expect(afterKeys(comparing(2), 'b').notice?.text).toBe('It is the base already');
  });

  test('is composed from as what it is: by its number', () => {
    expect(afterKeys(comparing(3), 'right b c').compose.ids).toEqual(comparing(3).compare.all);
  });
});

describe('a column that is dropped', () => {
  test('takes the topics along that it alone has, and comes back', () => {
    const model = afterKeys(comparing(3), 'n right');
    const dropped = afterKeys(model, 'X');
    expect(columns(dropped)).toEqual(['1 a', '3 c']);
    expect(dropped.notice?.text).toBe('2 b · project removed · u takes it back');
    expect(comparedTopics(dropped).topics.map(({ title }) => title)).toEqual([
      'Frontmatter',
      'Forge',
      'Only a',
      'Only c',
    ]);
    const back = afterKeys(dropped, 'u');
    expect([columns(back), back.compare.pane]).toEqual([columns(model), 1]);
    expect(back.notice?.text).toBe('Undone: 2 b · project removed');
  });

  test('leaves the base to the next', () => {
    expect(columns(afterKeys(comparing(3), 'X'))).toEqual(['2 b', '3 c']);
  });

  test('is not composed from', () => {
    expect(afterKeys(comparing(3), 'X c').compose.ids).toHaveLength(2);
  });

  test('keeps the cursor on its topic', () => {
    const model = afterKeys(comparing(3), 'right n n n n');
    expect(topic(model)).toBe('Only c');
    expect(topic(afterKeys(model, 'X'))).toBe('Only c');
  });

  test('stays where only two are left', () => {
    expect(afterKeys(comparing(2), 'X').notice?.text).toBe('A comparison needs two columns');
  });
});

describe('undo', () => {
  test('takes back what is newest: columns and what was taken, in their order', () => {
    const model = afterKeys(comparing(3), 'n X space right b');
    expect(columns(model)).toEqual(['3 c', '2 b']);
    const once = afterKeys(model, 'u');
    expect([columns(once), once.draft.present.picks.map(pickWords)]).toEqual([['2 b', '3 c'], ['b Forge']]);
    const twice = afterKeys(once, 'u');
    expect([columns(twice), twice.draft.present.picks]).toEqual([['2 b', '3 c'], []]);
    expect(columns(afterKeys(twice, 'u'))).toEqual(['1 a', '2 b', '3 c']);
    expect(afterKeys(comparing(3), 'u').notice?.text).toBe('Nothing to undo');
  });
});

describe('columns that do not fit', () => {
  const narrow = comparing(5, 110);

  test('are gone through while the base stays', () => {
    expect(columnsInView(narrow)).toEqual([0, 1, 2]);
    expect(columnsInView(afterKeys(narrow, '}'))).toEqual([0, 2, 3]);
    expect(columnsInView(afterKeys(narrow, '} } } }'))).toEqual([0, 3, 4]);
    expect(columnsInView(afterKeys(narrow, '} } {'))).toEqual([0, 2, 3]);
  });

  test('come into view with the cursor, which is always on one that is there', () => {
    const right = afterKeys(narrow, 'right right right');
    expect([right.compare.pane, columnsInView(right)]).toEqual([3, [0, 2, 3]]);
    expect(columnsInView(afterKeys(right, 'left'))).toEqual([0, 2, 3]);
    expect(afterKeys(narrow, 'right }').compare.pane).toBe(2);
  });

  test('are all in view where there is room', () => {
    expect(afterKeys(comparing(3), '}').notice?.text).toBe('All columns are on the screen');
  });

  test('where there is room for one, it is the one under the cursor', () => {
    const tiny = comparing(3, 40);
    expect(columnsInView(tiny)).toEqual([0]);
    expect(columnsInView(afterKeys(tiny, '} }'))).toEqual([2]);
  });
});

test('law: whatever keys are pressed, columns and cursor are those of the comparison', () => {
  const keys = fc.array(fc.constantFrom('l', 'h', 'b', 'X', 'u', '}', '{', 'n', 'space', 'm'), { maxLength: 12 });
  fc.assert(
    fc.property(keys, (pressed) => {
      const model = afterKeys(comparing(4, 80), pressed.join(' '));
      const { definitions, topics } = comparedTopics(model);
      expect(definitions.map(({ id }) => id).toSorted()).toEqual([...model.compare.ids].toSorted());
      expect(columnsInView(model)).toContain(model.compare.pane);
      expect(topics[model.compare.topic]).toBeDefined();
    }),
    { numRuns: 30 },
  );
});

describe('a column added by search', () => {
  const TWO = afterKeys(aModel(), 'tab tab d');
  const names = (model: Model) => comparedTopics(model).definitions.map(({ name }) => name);

  test('typing finds it, Enter adds it at the right, with the keys on it, and says so', () => {
    const box = afterKeys(TWO, 'a "watch"');
    expect(box.dialog).toMatchObject({ kind: 'column', cursor: 0 });
    const added = afterKeys(box, 'enter');
    expect(names(added)).toEqual(['api-smith', 'data-keeper', 'night-watch']);
    expect(added.compare).toMatchObject({ pane: 2, base: TWO.compare.base });
    expect([added.dialog, added.notice?.text]).toEqual([
      null,
      expect.stringMatching(/^3 night-watch · .* added · u takes/),
    ]);
    const undone = afterKeys(added, 'u');
    expect([names(undone), undone.compare.all]).toEqual([names(TWO), TWO.compare.all]);
    expect(undone.notice?.text).toMatch(/^Undone: 3 night-watch/);
  });

  test('Escape adds none, and what is a column already is refused', () => {
    expect(afterKeys(TWO, 'a escape').compare).toEqual(TWO.compare);
    const again = afterKeys(TWO, 'a "api-smith" enter');
    expect([again.dialog?.kind, again.notice?.text]).toEqual(['column', 'It is a column already']);
  });

  test('what was removed comes back with its number', () => {
    const removed = afterKeys(afterKeys(TWO, 'a "watch" enter'), 'left X');
    expect(names(removed)).toEqual(['api-smith', 'night-watch']);
    const back = afterKeys(removed, 'a "data-k" enter');
    expect(comparedTopics(back)).toMatchObject({ numbers: [1, 2, 3] });
    expect(back.compare.pane).toBe(1);
  });

  test('where all agents are columns there is none to add', () => {
    expect(afterKeys(aModel(), 'tab tab tab d a').notice?.text).toBe('There is no other agent');
  });
});
