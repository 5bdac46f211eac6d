import { expect, test } from 'vitest';
import { judgedLater } from '../../../src/app/compare/judged-rows.ts';
import { update } from '../../../src/app/update.ts';
import { lintDefinition } from '../../../src/core/lint/lint-definition.ts';
import { aModel, definitionsFrom } from '../../support/a-model.ts';

const library = (count: number) =>
  definitionsFrom(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`n${at}`, `---\nname: n${at}\ndescription: x\n---\n`]),
    ),
  );
const read = (count: number) => {
  const definitions = library(count);
  return { definitions, step: update(aModel(), { type: 'libraryRead', definitions, problems: [], complete: true }) };
};

test('many rows that nothing is known of are drawn first and judged then', () => {
  const { definitions, step } = read(12);
  const effect = step.effects.find(({ type }) => type === 'judgeRows');
  expect(effect).toMatchObject({ definitions: expect.arrayContaining([...definitions]) });

  for (const definition of definitions) lintDefinition(definition);
  const { model, effects } = update({ ...step.model, notice: { text: 'News', tone: 'plain' } }, { type: 'rowsJudged' });
  expect(effects).toEqual([]);
  expect(model).not.toBe(step.model);
  expect(model.notice?.text).toBe('News');
});

test('few rows are judged as they are drawn', () => {
  const { definitions, step } = read(8);
  expect(step.effects.map(({ type }) => type)).not.toContain('judgeRows');
  expect(judgedLater(definitions)).toEqual([]);
});
