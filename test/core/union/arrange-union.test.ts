import { describe, expect, test } from 'vitest';
import type { UnionPick } from '../../../src/core/draft/draft.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { withoutPassages, withPassageMoved, withPassageState } from '../../../src/core/union/arrange-union.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { unite } from '../../../src/core/union/unite.ts';
import { aDefinition } from '../../support/a-definition.ts';

/** The union of the first topic of some bodies; their definitions are called a, b, c … */
function unionOf(...bodies: readonly string[]): UnionPick {
  const definitions = bodies.map((body, at) => aDefinition({ name: 'abcd'[at] ?? '', body }));
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  const [tree] = topicTrees(topics, definitions);
  if (!tree) throw new Error('These bodies say nothing');
  return unite(tree);
}

/** Every passage: who says it, what, and what became of it. */
const words = ({ passages }: UnionPick) =>
  passages.map(({ agent, text, state, by }) => `${agent} ${text.trim()}: ${state}${by ? ` by ${by.definition}` : ''}`);

const at = ({ passages }: UnionPick, text: string) => passages.findIndex((passage) => passage.text.trim() === text);

describe('moving a passage', () => {
  const union = unionOf(
    '## Rules\n\n- First\n- **Second**: of two\n  - Inner\n- Third\n\n### One\n\n### Two\n\nText.\n',
  );

  test('changes places with the next of its kind and depth', () => {
    const moved = withPassageMoved(union, at(union, '- First'), 1);
    expect(at(moved, '- **Second**: of two')).toBeLessThan(at(moved, '- First'));
  });

  test.each([
    ['an item out of the one it stands in', '- Inner', -1],
    ['an item past one that stands deeper', '- Third', -1],
    ['a title', '### One', 1],
    ['the last of its kind', 'Text.', 1],
  ] as const)('does not take %s anywhere', (_, text, by) => {
    expect(at(union, text)).toBeGreaterThan(0);
    expect(withPassageMoved(union, at(union, text), by)).toBe(union);
  });

  test('goes past what does not stand in the result', () => {
    const shared = unionOf('- Cache reads\n- Limit rates\n', '- cache READS\n');
    const moved = withPassageMoved(shared, at(shared, '- Cache reads'), 1);
    expect(at(moved, '- Limit rates')).toBe(0);
  });
});

describe('a union without one of its definitions', () => {
  const ITEM = '- Check every token\n';

  test('keeps the first of those that said the same, and it stands for the others', () => {
    const union = unionOf(ITEM, ITEM, ITEM);
    const rest = withoutPassages(union, ({ definition }) => definition === 'project:a');
    expect(rest && words(rest)).toEqual([
      'b - Check every token: kept',
      'c - Check every token: redundant by project:b',
    ]);
  });

  test('is nothing where no other says anything', () => {
    expect(withoutPassages(unionOf(ITEM), () => true)).toBeNull();
  });
});

test('a passage that is taken back stands for itself', () => {
  const union = unionOf('- Cache reads\n', '- cache READS\n');
  expect(words(union)).toContain('b - cache READS: redundant by project:a');
  expect(words(withPassageState(union, at(union, '- cache READS'), 'kept'))).toContain('b - cache READS: kept');
});
