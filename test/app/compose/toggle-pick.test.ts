import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellState } from '../../../src/app/compose/cell-state.ts';
import { composeTopics, versionPassages } from '../../../src/app/compose/compose-topics.ts';
import { composedResult } from '../../../src/app/compose/composed-result.ts';
import { accountOfTopic, accountOfVersion } from '../../../src/app/compose/ledger-list.ts';
import { resultStops } from '../../../src/app/compose/result-stops.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { parseDraft, serialiseDraft } from '../../../src/core/draft/draft-file.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { resultPaneText } from '../../../src/ui/views/compose/compose-result.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LIBRARY = libraryFrom({
  a: [
    '---\nname: a\n---\n# A\n\nYou forge.\n\n## Rules\n\n* Be kind\n* Be fast\n  1. First\n  2. Second\n',
    '**Style:**\n\n- Short words\n\nSay no more.\n\n### Tone\n\nCalm.\n\n## Tools\n\nNone.\n',
  ].join('\n'),
  b: '---\nname: b\n---\nYou write.\n\n## Rules\n\n- Be kind\n- Use numbers\n- Ask first\n\n## Style\n\n- Short words always\n',
});

const COMPOSING = afterKeys(aModel({ library: LIBRARY }), 'tab tab c g');
const titled = (title: string) => composeTopics(COMPOSING).topics.findIndex((topic) => topic.title === title);
const at = (model: Model, row: number, column: number): Model => ({
  ...model,
  compose: { ...model.compose, row, column, pane: 'topics', line: 0 },
});

const text = ({ draft }: Model) => composedResult(draft.present.picks).text;

function version(model: Model, title: string, column: number) {
  const definition = composeTopics(model).definitions[column];
  const section = composeTopics(model).topics[titled(title)]?.cells[column];
  if (!definition || !section) throw new Error(`No version of ${title}`);
  return { definition, section };
}

describe('Space on one item of a section that is taken', () => {
  const TAKEN = afterKeys(at(COMPOSING, titled('Rules'), 1), 'space');
  const LEFT = afterKeys(TAKEN, 'tab down space');

  test('leaves out that item and keeps the rest', () => {
    expect(text(TAKEN)).toBe('## Rules\n\n- Be kind\n- Use numbers\n- Ask first\n');
    expect(text(LEFT)).toBe('## Rules\n\n- Use numbers\n- Ask first\n');
    expect(LEFT.notice?.text).toBe('Left out: Be kind · Rules 2 of 3 · u brings it back');
  });

  test('makes the section one that is partly taken', () => {
    const { definition, section } = version(LEFT, 'Rules', 1);
    expect(cellState(LEFT.draft.present, definition, section)).toBe('part');
    expect(accountOfVersion(LEFT, definition, section)).toMatchObject({ kept: 2, leftOut: 1 });
  });

  test('is the whole section again once nothing of it is left out', () => {
    const all = afterKeys(LEFT, 'down space up space down space');
    expect(all.draft.present.picks).toEqual(TAKEN.draft.present.picks);
  });

  test('is kept on disk as it is', () => {
    expect(parseDraft(serialiseDraft(LEFT.draft.present))).toEqual(LEFT.draft.present);
  });

  test('on the version of which some is taken takes all of it', () => {
    expect(text(afterKeys(LEFT, 'up space'))).toBe(text(TAKEN));
  });
});

test('the title over a whole document speaks for what is right under it: size, taking and merging agree', () => {
  const row = titled('A');
  const taken = afterKeys(at(COMPOSING, row, 0), 'space');
  expect(text(taken)).toBe('You forge.\n');
  expect(accountOfTopic({ ...taken, compose: { ...taken.compose, row } }).kept).toBe(1);
});

test('merging a topic replaces what is taken of it inside a larger section', () => {
  const library = libraryFrom({
    a: '---\nname: a\n---\n## All\n\nFirst.\n\n### Rules\n\n- Be kind\n- Be fast\n\n### Last\n\nEnd.\n',
    b: '---\nname: b\n---\n## Rules\n\n- Be kind\n- Use numbers\n',
  });
  const composing = afterKeys(aModel({ library }), 'tab tab c g space');
  const row = composeTopics(composing).topics.findIndex(({ title }) => title === 'Rules');
  const merged = afterKeys(at(composing, row, 0), 'm m');
  for (const words of ['Be kind', 'Be fast', 'Use numbers', 'First.', 'End.'])
    expect(text(merged).split(words)).toHaveLength(2);
});

/** A cell of the topics, or a passage of its version. */
const somewhere = fc.record({ row: fc.nat(), column: fc.nat(1), line: fc.option(fc.nat(), { nil: null }) });

function goneTo(model: Model, { row, column, line }: { row: number; column: number; line: number | null }): Model {
  const { topics } = composeTopics(model);
  const there = at(model, row % topics.length, column);
  if (line === null) return there;
  const inVersion = afterKeys(there, 'tab');
  const count = versionPassages(inVersion).length;
  return { ...inVersion, compose: { ...inVersion.compose, line: count === 0 ? 0 : 1 + (line % count) } };
}

test('law: what Space leaves out, Space brings back, and the result is the same as before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(somewhere, fc.constantFrom('space', 'm', 'M', 'r "z" enter', '>')), { maxLength: 8 }),
      somewhere,
      (way, last) => {
        const before = goneTo(
          way.reduce((model, [place, key]) => afterKeys(goneTo(model, place), key), COMPOSING),
          last,
        );
        const once = afterKeys(before, 'space');
        const twice = afterKeys(once, 'space');
        if (once.notice?.text.startsWith('Left out')) expect(text(twice)).toBe(text(before));
        else if (last.line !== null) expect(text(afterKeys(twice, 'space'))).toBe(text(once));
      },
    ),
    { numRuns: 60 },
  );
});

test('what is taken of a topic of which nothing stood any more stands where it would without that', () => {
  const titled = (title: string) => composeTopics(COMPOSING).topics.findIndex((topic) => topic.title === title);
  const emptied = ['M', 'm', 'm', 'space'].reduce(
    (model, key, step) =>
      afterKeys(
        goneTo(model, { row: titled(['A', 'Rules', 'Style', 'Tools'][step] ?? ''), column: 0, line: null }),
        key,
      ),
    COMPOSING,
  );
  const taken = afterKeys(goneTo(emptied, { row: titled('Rules'), column: 1, line: 0 }), 'space');
  expect(text(afterKeys(taken, 'space space'))).toBe(text(taken));
});

test('law: no passage that stands in the draft stands in it twice', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(somewhere, fc.constantFrom('space', 'm', 'M')), { maxLength: 10 }), (way) => {
      const end = way.reduce((model, [place, key]) => afterKeys(goneTo(model, place), key), COMPOSING);
      for (const own of ['First', 'Second', 'Say no more.', 'Calm.', 'None.', 'You forge.', 'Use numbers'])
        expect(text(end).split(own).length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 60 },
  );
});

describe('Space in the result on a passage of a section that was taken whole', () => {
  const TAKEN = afterKeys(at(COMPOSING, titled('Rules'), 1), 'space');
  const LEFT = afterKeys(TAKEN, 'shift+tab down down space');

  test('leaves that passage out, by name, and the section is one that is partly taken', () => {
    expect(text(LEFT)).toBe('## Rules\n\n- Be kind\n- Ask first\n');
    expect(LEFT.notice?.text).toBe('Left out: Use numbers · Rules 2 of 3 · u brings it back');
    const { definition, section } = version(LEFT, 'Rules', 1);
    expect(cellState(LEFT.draft.present, definition, section)).toBe('part');
  });

  test('shows it where it stood until the cursor goes on, and takes it back there', () => {
    const shown = resultPaneText(LEFT, { columns: 60, rows: 20 }).lines.map((line) => lineText(line).trim());
    expect(shown).toContainEqual(expect.stringMatching(/^❯ ○ Use numbers +2$/));
    const back = afterKeys(LEFT, 'space');
    expect([text(back), back.notice?.text]).toEqual([
      text(TAKEN),
      'Taken: Use numbers · Rules 3 of 3 · u takes it out again',
    ]);
    expect(back.draft.present.picks).toEqual(TAKEN.draft.present.picks);
    expect(back.compose.stop).toBe(LEFT.compose.stop);
  });

  test('the cursor goes on to what stands behind it, or before it', () => {
    expect(text(afterKeys(LEFT, 'down space'))).toBe('## Rules\n\n- Be kind\n');
    expect(text(afterKeys(LEFT, 'up space'))).toBe('## Rules\n\n- Ask first\n');
  });

  test('undo brings it back', () => {
    expect(afterKeys(LEFT, 'u').draft.present).toEqual(TAKEN.draft.present);
  });

  test('on the first place all of it goes', () => {
    expect(text(afterKeys(TAKEN, 'shift+tab g space'))).toBe('');
  });
});

test('law: what Space leaves out in the result, Space brings back, wherever the cursor stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(somewhere, fc.constantFrom('space', 'm', 'M', 'r "z" enter', '>')), { maxLength: 6 }),
      fc.nat(),
      (way, stop) => {
        const taken = way.reduce((model, [place, key]) => afterKeys(goneTo(model, place), key), COMPOSING);
        const inResult = { ...taken, compose: { ...taken.compose, pane: 'result' as const, held: null } };
        const stops = resultStops(taken.draft.present.picks, null);
        const before = { ...inResult, compose: { ...inResult.compose, stop: stop % Math.max(1, stops.length) } };
        if (stops[before.compose.stop]?.passage == null) return;
        const once = afterKeys(before, 'space');
        expect(once.notice?.text).toMatch(/^Left out/);
        expect(text(afterKeys(once, once.compose.held === null ? 'u' : 'space'))).toBe(text(before));
      },
    ),
    { numRuns: 60 },
  );
});
