import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import type { TermStatistics } from '../../core/topics/term-statistics.ts';

/** What was lined up beside the keys, of what takes too long for one. */
export interface TopicsState {
  /** The last alignment, and what it is of. */
  readonly aligned: (TopicsAsked & AlignedTopics) | null;
  /** The terms of a library, which are the same whatever is compared. */
  readonly statistics: { readonly all: readonly AgentDefinition[]; readonly counted: TermStatistics } | null;
  /** True while something is being lined up. */
  readonly isAsked: boolean;
}

/** Some definitions of a library. */
export interface TopicsAsked {
  /** Every definition of the library. */
  readonly all: readonly AgentDefinition[];
  readonly ids: readonly string[];
}

/** Some definitions and the topics they were lined up into. */
export interface AlignedTopics {
  readonly definitions: readonly AgentDefinition[];
  readonly topics: readonly Topic[];
}
