import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { type AskedRows, NOTHING_ASKED } from '../../core/sections/asked-rows.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { alignTopics } from '../../core/topics/align-topics.ts';
import { tooMuchToCompare } from '../../core/topics/comparison-size.ts';
import { type TermStatistics, termStatistics } from '../../core/topics/term-statistics.ts';
import { memoLast } from '../../kit/memo.ts';
import { definitionsAmong, knownDefinitions } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import type { AlignedTopics, TopicsAsked, TopicsState } from '../model/topics-state.ts';

/** What is said in place of topics that are being lined up. */
export const ALIGNING = 'Lining up the topics …';

/** The topics of some definitions as far as a screen can have them. */
export interface ShownTopics extends AlignedTopics {
  /** Why there are none, in words for the screen; `null` where they were lined up. */
  readonly lack: string | null;
}

/** The topics of the definitions with some ids: at once where that is quick, else once they were lined up beside the keys. */
export function shownTopics(model: Pick<Model, 'library' | 'topics' | 'draft'>, ids: readonly string[]): ShownTopics {
  const { library, topics } = model;
  return shownOf(knownDefinitions(library), topics.aligned, topics.statistics, askedRows(model), ...ids);
}

/** What the user says about the rows: it is part of the draft. */
export function askedRows({ draft }: Pick<Model, 'draft'>): AskedRows {
  return draft.present.rows ?? NOTHING_ASKED;
}

// Comparing and composing ask for the same ids in arrays of their own.
const shownOf = memoLast(
  (
    all: readonly AgentDefinition[],
    aligned: TopicsState['aligned'],
    statistics: TopicsState['statistics'],
    rows: AskedRows,
    ...ids: readonly string[]
  ): ShownTopics => {
    const isSame = aligned?.all === all && aligned.rows === rows && aligned.ids.length === ids.length;
    if (isSame && ids.every((id, at) => id === aligned.ids[at])) {
      return { definitions: aligned.definitions, topics: aligned.topics, lack: null };
    }
    const definitions = definitionsAmong(all, ids);
    const counted = statistics?.all === all ? statistics.counted : null;
    const refusal = tooMuchToCompare(definitions);
    if (refusal !== null) return { definitions, topics: [], lack: `There is ${refusal}` };
    if (isLaborious(all, definitions, counted)) return { definitions, topics: [], lack: ALIGNING };
    return { ...lineUp({ all, ids, rows }, counted ?? countedOf(all)), lack: null };
  },
);

const countedOf = memoLast(termStatistics);

/** From so many definitions in the library, or characters to compare, on lining up takes longer than a key may. */
const MANY_DEFINITIONS = 100;
const MANY_CHARACTERS = 60_000;

function isLaborious(
  all: readonly AgentDefinition[],
  definitions: readonly AgentDefinition[],
  counted: TermStatistics | null,
): boolean {
  if (counted === null && all.length >= MANY_DEFINITIONS) return true;
  return definitions.reduce((sum, { body }) => sum + body.length, 0) >= MANY_CHARACTERS;
}

/**
 * Some definitions of a library lined up.
 *
 * @param statistics The terms of the library, counted.
 */
export function lineUp({ all, ids, rows }: TopicsAsked, statistics: TermStatistics): AlignedTopics {
  const definitions = definitionsAmong(all, ids);
  const comparands = definitions.map((definition) => ({ definition, sections: sectionsOf(definition) }));
  return { definitions, topics: alignTopics(comparands, statistics, rows) };
}
