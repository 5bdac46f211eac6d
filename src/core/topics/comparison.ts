import type { AgentDefinition, Section } from '../definition/agent-definition.ts';
import type { Difference } from '../passages/difference.ts';

/** A definition with its sections, as comparing needs it. */
export interface Comparand {
  readonly definition: AgentDefinition;
  readonly sections: readonly Section[];
}

/** One row of a comparison: what each definition says of the same thing, in one section each. */
export interface Topic {
  /** The title that says best what the row is about: that of one of its sections. */
  readonly title: string;
  /** How deep the row stands under other rows; 0 at the top. */
  readonly depth: number;
  /** One cell a definition, in their order; `null` where it says nothing. */
  readonly cells: readonly (Section | null)[];
  /**
   * Whether it goes on with the row before it that stands as deep: what those say further that speak of its topic in several
   * sections.
   */
  readonly goesOn?: true;
  /** How much the texts of the row are alike, 0 to 1, as the mean of all pairs; `null` where there is only one. */
  readonly similarity: number | null;
  /** Why they stand together; `null` where there is only one. */
  readonly why: TopicReason | null;
}

/** Why the sections of a row stand together. */
export interface TopicReason {
  /** How much speaks for it, as a mean of all pairs: 0 is nothing, from 0.44 on two meet, equal ones go beyond 1. */
  readonly score: number;
  /**
   * What speaks for it most: what their titles say, what their texts say, or that they open or close, or stand alike; or
   * that the user wants it so, whatever the score is.
   */
  readonly by: 'title' | 'text' | 'place' | 'asked';
}

/** How a list item stands to those of the other definitions in its row. */
export type TopicItemKind = 'same' | 'near' | 'conflict' | 'unique';

/** A list item of a row, once for all definitions that have it. */
export interface TopicItem {
  /** As the first of them words it. */
  readonly text: string;
  readonly kind: TopicItemKind;
  /** The columns that have it, ascending. */
  readonly in: readonly number[];
  /** How each of those columns words it, in the order of `in`. */
  readonly wordings: readonly string[];
  /** Of a conflict what two of them differ in, and in which columns those stand. */
  readonly differs?: Difference & { readonly columns: readonly [number, number] };
}
