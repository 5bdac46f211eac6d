import { expect, test } from 'vitest';
import { pickOfBody, type UnionPick } from '../../../src/core/draft/draft.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { withPassageState } from '../../../src/core/union/arrange-union.ts';
import { sayingsOf } from '../../../src/core/union/sayings-of.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { unite } from '../../../src/core/union/unite.ts';
import { aDefinition } from '../../support/a-definition.ts';

test('unions say the items and texts that they keep', () => {
  const definition = aDefinition({ name: 'a', body: '## Rules\n\n- Cache reads\n- Limit rates\n' });
  const topics = alignTopics([{ definition, sections: sectionsOf(definition) }]);
  const unions = topicTrees(topics, [definition]).map((tree): UnionPick => unite(tree));
  const indices = (picks: Parameters<typeof sayingsOf>[0]) => [...sayingsOf(picks).values()].map(({ index }) => index);
  expect(indices([...unions, pickOfBody(definition)])).toEqual([1, 2]);
  expect(indices(unions.map((union) => withPassageState(union, 1, 'dropped')))).toEqual([2]);
});
