import type { Section } from '../../definition/agent-definition.ts';
import type { PlacedSection } from '../../topics/order-topics.ts';
import type { WholeSection } from './whole-sections.ts';

/** A section to be united with others, by its place. */
export interface PlacedVersion extends PlacedSection {
  readonly section: Section;
  readonly parent: PlacedVersion | null;
  /** What it is the beginning of, where it is a block. */
  readonly whole: WholeSection | null;
  /** Whether its own text is the end of its definition. */
  readonly isLast: boolean;
  /** Whether its title speaks of nothing but what the agents are named after. */
  readonly isOfName: boolean;
  /** Whether it is the one order of work at the top that its definition calls so. */
  readonly isOnlyWork: boolean;
  /** Whether it is words at the end that sum nothing up: a rule for what is handed over, which is no end for others. */
  readonly isRuleAtEnd: boolean;
  /** Whether a fuller list of the same definition says what it lists. */
  readonly isSummary: boolean;
  /** Whether the user says something about the row it stands in. */
  readonly isAsked: boolean;
}
