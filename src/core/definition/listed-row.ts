import type { AgentDefinition } from './agent-definition.ts';
import type { ProblemCount } from './problem-count.ts';

/** What a list says of a definition. */
export interface ListedRow
  extends Pick<AgentDefinition, 'id' | 'kind' | 'name' | 'scope' | 'model' | 'shadowedBy' | 'path'>,
    ProblemCount {
  /** Whether it is switched off, by the name of its file or in it. */
  readonly isOff: boolean;
}

/** What a list of agents is made of. */
export interface Listing {
  /** Agents, in the order of a library. */
  readonly rows: readonly ListedRow[];
  /** The skills and commands that it leaves out. */
  readonly others: readonly Pick<AgentDefinition, 'kind'>[];
}
