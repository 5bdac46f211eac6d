import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INHERIT, NO_TOOLS, toolList } from '../../../src/core/definition/tools.ts';
import { parseDraft, serialiseDraft } from '../../../src/core/draft/draft-file.ts';
import { ARBITRARY_DRAFT } from '../../support/arbitrary-draft.ts';
import { savableDraft } from '../../support/savable-draft.ts';

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
  const draft = savableDraft();
  const text = JSON.stringify({ version: 2, ...draft, fields: { ...draft.fields, tools: kept } });
  expect(parseDraft(text)?.fields.tools).toEqual(expected);
});
