import type { AgentDefinition } from '../core/agent-definition.ts';
import type { Topic } from '../core/comparison.ts';
import { memoLast } from '../core/memo.ts';
import { sectionsOf } from '../core/sections/sections-of.ts';
import { alignTopics } from '../core/topics/align-topics.ts';
import { termStatistics } from '../core/topics/term-statistics.ts';
import { definitionsAmong } from './browse-results.ts';

/** Some definitions and the topics they were lined up into. */
export interface AlignedTopics {
  readonly definitions: readonly AgentDefinition[];
  readonly topics: readonly Topic[];
}

/**
 * The topics of the definitions with some ids, lined up once for as long as neither changes.
 *
 * @param all Every definition of the library.
 */
export const alignedTopics = memoLast((all: readonly AgentDefinition[], ids: readonly string[]): AlignedTopics => {
  const definitions = definitionsAmong(all, ids);
  const comparands = definitions.map((definition) => ({ definition, sections: sectionsOf(definition) }));
  return { definitions, topics: alignTopics(comparands, statisticsOf(all)) };
});

/** Counting takes longer than comparing, and is the same whatever is compared. */
const statisticsOf = memoLast(termStatistics);
