import type { AgentDefinition } from './agent-definition.ts';
import type { ProblemCount } from './problem-count.ts';

/** What a list says of a definition. */
export interface ListedRow
  extends Pick<AgentDefinition, 'id' | 'kind' | 'name' | 'scope' | 'model' | 'shadowedBy' | 'path'>,
    ProblemCount {
  /** Whether it is switched off, by the name of its file or in it. */
  readonly isOff: boolean;
}

/** What lists are made of: rows, and what they left out. */
export interface Listing {
  /** Agents, in the order of a library. */
  readonly definitions: readonly ListedRow[];
  /** Skills and commands, in the same order. */
  readonly others: readonly ListedRow[];
}
