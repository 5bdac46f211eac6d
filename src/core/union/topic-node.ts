import type { AgentDefinition, Section } from '../definition/agent-definition.ts';
import type { WholeSection } from './grouping/whole-sections.ts';

/** What one definition says of a topic. */
export interface Version {
  readonly definition: AgentDefinition;
  readonly section: Section;
  /** Where it is one block with what is inside it: that. */
  readonly whole?: WholeSection | null;
  /** Whether another definition is the one that says who the agent is. */
  readonly givesWay?: boolean;
  /** Whether a fuller list of the same definition says what it lists. */
  readonly isSummary?: boolean;
  /** Whether it ends its definition where another has closing words already. */
  readonly closesAgain?: boolean;
}

/** A topic with the topics that stand under it. */
export interface TopicNode {
  readonly title: string;
  /** At least one, in the order of the definitions. */
  readonly versions: readonly Version[];
  /** Whether it introduces the agents: the text before all sections, or the title over them all. */
  readonly isOpening: boolean;
  /** Whether other definitions have something to say beside it. */
  readonly isOfSeveral?: boolean;
  /** The level of heading that its title becomes; else it is what it is in its file. */
  readonly level?: number;
  readonly children: TopicNode[];
}
