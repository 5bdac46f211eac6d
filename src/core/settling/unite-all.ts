import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { UnionPick } from '../draft/draft.ts';
import type { TopicNode } from '../union/topic-tree.ts';
import { unite } from '../union/unite.ts';
import { type Conflicts, settledUnions } from './settle-unions.ts';

/**
 * Every topic united, and what one says decided against what the others say: of two passages that contradict each other
 * the first definition's stands, and what is nearly said in another topic is said once.
 *
 * @param definitions Those the topics are of, in their order.
 * @param conflicts Whether the first of two stands that contradict each other, or both do.
 */
export function uniteAll(
  topics: readonly TopicNode[],
  definitions: readonly Pick<AgentDefinition, 'id'>[],
  conflicts: Conflicts = 'first',
): readonly UnionPick[] {
  const sayings = new Map();
  return settledUnions(
    topics.map((topic) => unite(topic, sayings)),
    definitions.map(({ id }) => id),
    conflicts,
  );
}
