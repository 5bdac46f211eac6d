import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { alignTopics } from '../../core/topics/align-topics.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { type TermStatistics, termStatistics } from '../../core/topics/term-statistics.ts';
import { definitionsAmong } from '../model/known-definitions.ts';

/** Some definitions and the topics they were lined up into. */
export interface AlignedTopics {
  readonly definitions: readonly AgentDefinition[];
  readonly topics: readonly Topic[];
}

/** The last alignment; only the present one is ever asked about. */
let last: {
  readonly all: readonly AgentDefinition[];
  readonly ids: readonly string[];
  readonly aligned: AlignedTopics;
} | null = null;

/** The library whose terms were counted last: that takes longer than comparing, and is the same whatever is compared. */
let counted: { readonly all: readonly AgentDefinition[]; readonly statistics: TermStatistics } | null = null;

/**
 * The topics of the definitions with some ids, lined up once for as long as neither changes.
 *
 * @param all Every definition of the library.
 */
export function alignedTopics(all: readonly AgentDefinition[], ids: readonly string[]): AlignedTopics {
  const known = alignedBefore(all, ids);
  if (known) return known;
  if (counted?.all !== all) counted = { all, statistics: termStatistics(all) };
  const definitions = definitionsAmong(all, ids);
  const comparands = definitions.map((definition) => ({ definition, sections: sectionsOf(definition) }));
  const aligned = { definitions, topics: alignTopics(comparands, counted.statistics) };
  last = { all, ids, aligned };
  return aligned;
}

/** From so many definitions in the library, or characters to compare, on lining up takes longer than a key may. */
const MANY_DEFINITIONS = 100;
const MANY_CHARACTERS = 60_000;

/** Whether lining these up would hold up the screen, so that it is better shown first and filled in then. */
export function isLaborious(all: readonly AgentDefinition[], ids: readonly string[]): boolean {
  if (alignedBefore(all, ids)) return false;
  if (counted?.all !== all && all.length >= MANY_DEFINITIONS) return true;
  return definitionsAmong(all, ids).reduce((sum, { body }) => sum + body.length, 0) >= MANY_CHARACTERS;
}

/** What was lined up last, if it was this: comparing and composing ask for the same ids in arrays of their own. */
function alignedBefore(all: readonly AgentDefinition[], ids: readonly string[]): AlignedTopics | null {
  if (last?.all !== all || last.ids.length !== ids.length) return null;
  return last.ids.every((id, at) => id === ids[at]) ? last.aligned : null;
}
