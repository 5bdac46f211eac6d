import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { UnionPick } from '../draft/draft.ts';
import type { TopicNode } from '../union/topic-node.ts';
import { unite } from '../union/unite.ts';
import { hasHeading, isItemTopic } from '../union/version-content.ts';
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
    labelsFirst(topics).map((topic) => unite(topic, sayings)),
    definitions.map(({ id }) => id),
    conflicts,
  );
}

/** Labels that stand under no heading of their own definition come before all headings: else they would stand under others'. */
function labelsFirst(topics: readonly TopicNode[]): readonly TopicNode[] {
  const first = topics.findIndex(hasHeading);
  const under = new Set<string>();
  const moved = topics.slice(Math.max(0, first)).filter((topic) => {
    const speakers = topic.versions.map(({ definition }) => definition.id);
    const isUnder = speakers.some((id) => under.has(id));
    if (hasHeading(topic)) for (const id of speakers) under.add(id);
    return isItemTopic(topic) && !isUnder;
  });
  if (first < 0 || moved.length === 0) return topics;
  return [...topics.slice(0, first), ...moved, ...topics.slice(first).filter((topic) => !moved.includes(topic))];
}
