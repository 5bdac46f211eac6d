import { expect, test } from 'vitest';
import type { UnionPick } from '../../../src/core/draft/draft.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { sectionUnion } from '../../../src/core/union/section-union.ts';
import { withTitlesOver } from '../../../src/core/union/titles-over.ts';
import { aDefinition } from '../../support/a-definition.ts';

const DEFINITION = aDefinition({
  body: '## Fire\n\nBefore lighting it:\n\n- Open the damper\n\n### At night\n\n- Rake the ashes\n\n## Water\n\n- Fill it\n',
});
const UNION = sectionUnion(DEFINITION, sectionsOf(DEFINITION), 'all');

/** The union with what says some words in another state, and its titles following. */
function without(union: UnionPick, ...words: readonly string[]): UnionPick {
  const passages = union.passages.map((passage) =>
    words.some((text) => passage.text.includes(text)) ? { ...passage, state: 'dropped' as const, by: null } : passage,
  );
  return withTitlesOver(union, { ...union, passages });
}

const standing = ({ passages }: UnionPick) =>
  passages.filter(({ state }) => state === 'kept').map(({ text }) => text.trim());

test('a title goes with all that stands under it, the titles inside included', () => {
  expect(standing(without(UNION, 'Rake'))).toEqual([
    '## Fire',
    'Before lighting it:',
    '- Open the damper',
    '## Water',
    '- Fill it',
  ]);
  expect(standing(without(UNION, 'Rake', 'Open'))).toEqual(['## Water', '- Fill it']);
});

test('a line that announces a list goes with it', () => {
  expect(standing(without(UNION, 'Open'))).toEqual([
    '## Fire',
    '### At night',
    '- Rake the ashes',
    '## Water',
    '- Fill it',
  ]);
});

test('a title comes back with what stands under it', () => {
  const less = without(UNION, 'Rake');
  const passages = less.passages.map((passage) =>
    passage.text.includes('Rake') ? { ...passage, state: 'kept' as const, by: null } : passage,
  );
  expect(standing(withTitlesOver(less, { ...less, passages }))).toEqual(standing(UNION));
});
