import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import { INHERIT, NO_TOOLS, toolList } from '../../../src/core/definition/tools.ts';
import type { PassageKey, Standing } from '../../../src/core/draft/draft.ts';
import { parseDraft, serialiseDraft } from '../../../src/core/draft/draft-file.ts';
import { ARBITRARY_DRAFT } from '../../support/arbitrary-draft.ts';
import { aPassage, aPick, aUnion, savableDraft } from '../../support/savable-draft.ts';

test('law: a draft is read back as it was kept', () => {
  fc.assert(
    fc.property(ARBITRARY_DRAFT, (draft) => {
      expect(parseDraft(serialiseDraft(draft))).toEqual(draft);
    }),
  );
});

test.each([
  ['', INHERIT],
  [' ', INHERIT],
  ['Read, Bash(a, b)', toolList(['Read', 'Bash(a, b)'])],
  [null, INHERIT],
  [[], NO_TOOLS],
])('tools kept as %j are %j', (kept, expected) => {
  const file = JSON.parse(serialiseDraft(savableDraft()));
  const text = JSON.stringify({ ...file, fields: { ...file.fields, tools: kept } });
  expect(parseDraft(text)?.fields.tools).toEqual(expected);
});

test.each([
  ['*', { kind: 'body' }],
  ['anvil', { kind: 'section', id: 'anvil' }],
  ['anvil:2', { kind: 'passage', section: 'anvil', index: 2 }],
] as const)('what is picked is kept as %s', (section, part) => {
  const draft = savableDraft({ picks: [aPick({ part })] });
  const [pick] = JSON.parse(serialiseDraft(draft)).picks;
  expect(pick).toMatchObject({ kind: 'section', section });
  expect(pick).not.toHaveProperty('part');
  expect(parseDraft(serialiseDraft(draft))).toEqual(draft);
});

const BY: PassageKey = { definition: 'project:forge', section: 'anvil', index: 1 };

test.each([
  ['kept', BY, 'kept'],
  ['dropped', BY, 'dropped'],
  ['merged', null, 'dropped'],
  ['redundant', null, 'dropped'],
] as const)('a passage kept on the disk as %s with %j standing for it is %s', (state, by, expected) => {
  const file = JSON.parse(serialiseDraft(savableDraft({ picks: [aUnion([aPassage()])] })));
  Object.assign(file.picks[0].passages[0], { state, by });
  expect(parseDraft(JSON.stringify(file))?.picks).toEqual([aUnion([aPassage({}, { state: expected, by: null })])]);
});

test('what stands for a passage is stated of merged and redundant ones, and of no others', () => {
  expectTypeOf<{ state: 'kept'; by: PassageKey }>().not.toExtend<Standing>();
  expectTypeOf<{ state: 'dropped'; by: PassageKey }>().not.toExtend<Standing>();
  expectTypeOf<{ state: 'merged'; by: null }>().not.toExtend<Standing>();
  expectTypeOf<{ state: 'redundant'; by: null }>().not.toExtend<Standing>();
});
