import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonGrid } from '../../../src/app/compare/comparison-grid.ts';
import { places } from '../../../src/app/find/places-found.ts';
import { compareLayout } from '../../../src/app/model/layout.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { lineText, lineWidth } from '../../../src/text/styled-text.ts';
import { pickWords } from '../../support/a-draft.ts';
import { afterActions, aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const COMPARING = afterKeys(aModel(), 'tab tab d');

const long = (word: string) =>
  ['A', 'B', 'C']
    .map((title) => `# ${title}\n${Array.from({ length: 30 }, (_, at) => `- ${word} ${at}\n`).join('')}`)
    .join('');
const LONG = afterKeys(aModel({ library: libraryFrom({ one: long('x'), two: long('y') }) }), 'tab tab d');

const titles = (model: Model) => comparisonGrid(model).topics.map(({ title }) => title);
const lastScroll = (model: Model) =>
  Math.max(0, comparisonGrid(model).lines.length - compareLayout(model.size, model.compare.ids.length).rows);

describe('the grid of a comparison', () => {
  test('starts the cells of a topic on the same line', () => {
    const { topics, lines, starts } = comparisonGrid(COMPARING);
    expect(topics.map(({ title }) => title)).toEqual(['Frontmatter', 'preamble', 'Storage', 'Security', 'Contracts']);
    expect(lines[starts[3] ?? -1]?.cells.map(lineText)).toEqual(['  Security', '~ Security']);
  });

  test('has a line for each row of the tallest cell and a blank one', () => {
    const { starts } = comparisonGrid(COMPARING);
    expect(
      starts
        .slice(1)
        .map((start) => start - (starts[1] ?? 0))
        .slice(0, 3),
    ).toEqual([0, 2, 6]);
  });

  test('says where an agent lacks a topic', () => {
    const { lines, starts } = comparisonGrid(COMPARING);
    expect(lines[starts[2] ?? -1]?.cells.map(lineText)).toEqual(['–', '+ Storage']);
  });

  test('shows differences as words that come and go', () => {
    const { lines, starts } = comparisonGrid(COMPARING);
    const cells = lines.slice(starts[3], starts[4]).flatMap((line) => line.marked()[1] ?? []);
    const added = cells.flatMap(({ spans }) =>
      spans.filter(({ role }) => role === 'added-word').map(({ text }) => text),
    );
    expect(added.join(' ')).toContain('Encrypt');
  });

  test('law: no cell is wider than its column', () => {
    const size = fc.record({ columns: fc.integer({ min: 20, max: 200 }), rows: fc.integer({ min: 5, max: 60 }) });
    fc.assert(
      fc.property(size, fc.constantFrom('', 'v', 'v v', 'z', '|', '| | |'), (given, keys) => {
        const grid = comparisonGrid(afterKeys(afterActions(COMPARING, { type: 'resized', size: given }), keys));
        for (const { cells } of grid.lines)
          for (const [at, cell] of cells.entries()) expect(lineWidth(cell)).toBeLessThanOrEqual(grid.widths[at] ?? 0);
      }),
    );
  });
});

describe('comparing', () => {
  test('! goes from conflict to conflict and begins anew, and is offered only where there is one', () => {
    const filler = Array.from({ length: 40 }, (_, at) => `- heat ${at} times\n`).join('');
    const rules = (minutes: number, word: string) =>
      `# A\n${filler}- Wait for ${minutes} minutes\n# B\n${filler}# C\n- ${word} wear gloves\n`;
    const library = libraryFrom({ one: rules(5, 'Always'), two: rules(9, 'Never') });
    const begun = afterKeys(aModel({ library }), 'tab tab d z');
    const { conflicts, lines } = comparisonGrid(begun);
    expect(conflicts.map((line) => lineText(lines[line]?.cells[1] ?? { spans: [] }))).toEqual([
      '≠ Wait for 9 minutes',
      '≠ Never wear gloves',
    ]);
    const [first, second, third] = [afterKeys(begun, '!'), afterKeys(begun, '! !'), afterKeys(begun, '! ! !')];
    const titleOf = (model: Model) => titles(model)[model.compare.topic];
    expect([first, second, third].map(titleOf)).toEqual(['A', 'C', 'A']);
    const rows = compareLayout(begun.size, 2).rows;
    for (const [at, model] of [first, second].entries()) {
      const line = (conflicts[at] ?? 0) - model.compare.scroll;
      expect(line).toBeGreaterThanOrEqual(0);
      expect(line).toBeLessThan(rows);
    }
    expect(afterKeys(LONG, '!').notice?.text).toBe(
      "No conflict in numbers, do and don't, opposites, order · meaning is not judged",
    );
  });

  test('n and p go from topic to topic, and no further', () => {
    const two = afterKeys(LONG, 'n');
    expect(two.compare).toMatchObject({ topic: 1, scroll: comparisonGrid(two).starts[1] });
    expect(afterKeys(two, 'p p').compare).toMatchObject({ topic: 0, scroll: 0 });
    expect(afterKeys(two, 'n n n n').compare.topic).toBe(titles(LONG).length - 1);
  });

  test('scrolling takes the topic along', () => {
    expect(afterKeys(LONG, 'pagedown pagedown').compare.topic).toBe(1);
    expect(afterKeys(LONG, 'G').compare).toMatchObject({ topic: 3, scroll: lastScroll(LONG) });
    expect(afterKeys(LONG, 'G g').compare).toMatchObject({ topic: 0, scroll: 0 });
  });

  test('G goes to the last topic even where everything is on the screen', () => {
    expect(afterKeys(COMPARING, 'G').compare).toMatchObject({ topic: 4, scroll: 0 });
  });

  test('left and right change the pane, and no further', () => {
    expect(afterKeys(COMPARING, 'right').compare.pane).toBe(1);
    expect(afterKeys(COMPARING, 'l l').compare.pane).toBe(1);
    expect(afterKeys(COMPARING, 'l h left').compare.pane).toBe(0);
  });

  test('the views follow each other at the same topic', () => {
    const views = ['v', 'v v', 'v v v'].map((keys) => afterKeys(COMPARING, `n ${keys}`).compare);
    expect(views.map(({ view, topic }) => `${view} ${topic}`)).toEqual(['plain 1', 'source 1', 'words 1']);
  });

  test('Space takes the section of the pane, or says that there is none', () => {
    const taken = afterKeys(COMPARING, 'n n n right space');
    expect(taken.draft.present.picks.map(pickWords)).toEqual(['data-keeper Security']);
    expect(afterKeys(COMPARING, 'n n space').notice?.text).toBe('Nothing to take here');
  });

  test('c composes from what is compared', () => {
    expect(afterKeys(COMPARING, 'c').compose.ids).toEqual(COMPARING.compare.ids);
    expect(afterKeys(COMPARING, 'c escape').trail).toEqual(['browse', 'compare']);
  });

  test('law: whatever keys are pressed, scroll and topic stay inside the comparison', () => {
    const keys = fc.array(
      fc.constantFrom('down', 'up', 'pagedown', 'pageup', 'G', 'g', 'n', 'p', 'v', 'l', 'b', 'z', 'u'),
    );
    fc.assert(
      fc.property(keys, (pressed) => {
        const model = afterKeys(LONG, pressed.join(' '));
        expect(model.compare.scroll).toBeGreaterThanOrEqual(0);
        expect(model.compare.scroll).toBeLessThanOrEqual(lastScroll(model));
        expect(comparisonGrid(model).topics[model.compare.topic]).toBeDefined();
      }),
      { numRuns: 50 },
    );
  });
});

describe('finding in the texts', () => {
  const FOUND = afterKeys(LONG, '/ "Y 2"');

  test('typing goes to the first place, in whichever column', () => {
    expect(FOUND.compare).toMatchObject({ pane: 1, find: { hit: 0, isTyped: true } });
    const { scroll } = FOUND.compare;
    const { rows } = compareLayout(FOUND.size, 2);
    const shown = comparisonGrid(FOUND).lines.slice(scroll, scroll + rows);
    expect(shown.map(({ cells }) => lineText(cells[1] ?? { spans: [] }))).toContainEqual(expect.stringMatching(/y 2$/));
  });

  test('n and N go through the places while a search is on, round about; then n goes through the topics again', () => {
    const on = afterKeys(FOUND, 'enter');
    const count = places(on).length;
    // 2 and 20 to 29, below each of three titles.
    expect(count).toBe(33);
    expect(afterKeys(on, 'n n').compare.find?.hit).toBe(2);
    expect(afterKeys(on, 'N').compare.find?.hit).toBe(count - 1);
    expect(afterKeys(on, 'N').compare.topic).toBe(3);
    const left = afterKeys(on, 'escape');
    expect(left).toMatchObject({ trail: ['browse', 'compare'], compare: { find: null } });
    expect(afterKeys(left, 'g n').compare.topic).toBe(1);
  });

  test('what is not found leaves everything where it was', () => {
    const none = afterKeys(LONG, '/ "nowhere" enter');
    expect(none.compare).toEqual(afterKeys(LONG, '').compare);
  });

  test('shows what is folded, where it may stand', () => {
    const same = libraryFrom({ one: `${long('x')}\nEnd.\n`, two: `${long('x')}\nelse.\n` });
    const folded = afterKeys(aModel({ library: same }), 'tab tab d');
    expect(places(afterKeys(folded, '/ "x 15" enter')).length).toBe(6);
  });
});
