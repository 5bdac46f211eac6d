import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { AskedRows, SectionAt } from '../../core/sections/asked-rows.ts';
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
  /** The section that is to be joined with the next one chosen; `null` for none. */
  readonly joining: SectionAt | null;
}

/** Some definitions of a library, and what the user says about their rows. */
export interface TopicsAsked {
  /** Every definition of the library. */
  readonly all: readonly AgentDefinition[];
  readonly ids: readonly string[];
  readonly rows: AskedRows;
}

/** Some definitions and the topics they were lined up into. */
export interface AlignedTopics {
  readonly definitions: readonly AgentDefinition[];
  readonly topics: readonly Topic[];
}
