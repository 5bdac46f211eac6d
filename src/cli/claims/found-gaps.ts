import type { Saying, TopicWithGaps } from '../../core/claims/gaps.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { passageId } from '../../core/sections/passages-of.ts';

/** What others say that a definition does not. */
export interface FoundGaps {
  readonly definition: AgentDefinition;
  /** With how much their names and descriptions speak of the same job, where they were looked for. */
  readonly others: readonly { readonly definition: AgentDefinition; readonly likeness: number | null }[];
  readonly topics: readonly TopicWithGaps[];
}

/** The passage that a claim is in, as `compose` takes it: found by its path, wherever that lies. */
export function pickOfSaying({ definition, claim }: Saying): string {
  return `${definition.path}#${passageId(claim.passage)}`;
}
