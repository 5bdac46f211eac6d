import { expect, test } from 'vitest';
import { isJudged } from '../../../src/app/compare/judged-rows.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { afterActions, aModel, definitionsFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const library = (count: number) =>
  definitionsFrom(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`n${at}`, `---\nname: n${at}\ndescription: x\n---\n`]),
    ),
  );
const read = (count: number, before = aModel()) => {
  const definitions = library(count);
  return { definitions, step: update(before, { type: 'libraryRead', definitions, problems: [], complete: true }) };
};
const judged = ({ library: { definitions }, browse }: Model) =>
  definitions.filter((definition) => isJudged(browse.judged, definition));

test('many rows that nothing is known of are drawn first and judged then', () => {
  const { definitions, step } = read(12, aModel({ size: { columns: 100, rows: 40 } }));
  const effect = step.effects.find(({ type }) => type === 'judgeRows');
  expect(effect).toMatchObject({ definitions: expect.arrayContaining([...definitions]) });
  expect(judged(step.model)).toEqual([]);

  const { model, effects } = update(
    { ...step.model, notice: { text: 'News', tone: 'plain' } },
    { type: 'rowsJudged', definitions },
  );
  expect(effects).toEqual([]);
  expect(judged(model)).toEqual(definitions);
  expect(model.notice?.text).toBe('News');
});

test('few rows are judged as they are drawn', () => {
  const { definitions, step } = read(8);
  expect(step.effects.map(({ type }) => type)).not.toContain('judgeRows');
  expect(judged(step.model)).toEqual(definitions);
});

test('going down a list judges row by row, and none is forgotten that was seen lately', () => {
  const { model, effects } = read(100).step;
  const drawn = effects.flatMap((effect) => (effect.type === 'judgeRows' ? effect.definitions : []));
  const down = afterKeys(afterActions(model, { type: 'rowsJudged', definitions: drawn }), 'down '.repeat(60));
  expect(judged(down)).toEqual(down.library.definitions.slice(0, down.browse.top + drawn.length));
});

test('no more are remembered than was seen lately', () => {
  const { definitions, step } = read(2_000);
  const after = definitions.reduce(
    (model, definition) => update(model, { type: 'rowsJudged', definitions: [definition] }).model,
    step.model,
  );
  expect(judged(after).length).toBeGreaterThanOrEqual(512);
  expect(judged(after).length).toBeLessThanOrEqual(1_024);
  expect(judged(after)).toContain(definitions.at(-1));
});
