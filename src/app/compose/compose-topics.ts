import { isPickOf } from '../../core/compose/arrange-draft.ts';
import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import type { Passage } from '../../core/sections/passage.ts';
import { passagesOf } from '../../core/sections/passages-of.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { sectionsIn, wholeTopicAt } from '../../core/topics/whole-topics.ts';
import { spokenSections } from '../../core/union/topic-tree.ts';
import { memoLast } from '../../kit/memo.ts';
import { comparisonGrid } from '../compare/comparison-grid.ts';
import { type ShownTopics, shownTopics } from '../compare/topics.ts';
import { type Model, screenOf } from '../model/model.ts';
import { readerText } from '../reader/reader-text.ts';
import { type ResultStop, resultStops } from './result-stops.ts';

/** A section of a definition, as the keys that pick act on it. */
export interface Candidate {
  readonly definition: AgentDefinition;
  readonly section: Section;
}

/** The topics of the definitions being composed from. */
export function composeTopics(model: Model): ShownTopics {
  return shownTopics(model, model.compose.ids);
}

/** The topic under the cursor. */
export function currentTopic(model: Model): Topic | null {
  return composeTopics(model).topics[model.compose.row] ?? null;
}

/** All rows of that topic: one, but where an agent speaks of it in several sections. */
export function currentRows(model: Model): readonly Topic[] {
  return rowsAt(composeTopics(model).topics, model.compose.row);
}

const rowsAt = memoLast(wholeTopicAt);

/** The section that a pick on this screen would take, or `null` where there is none. */
export function candidate(model: Model): Candidate | null {
  switch (screenOf(model)) {
    case 'reader': {
      const text = readerText(model);
      return text && pair(text.definition, text.outline[model.reader.section]?.section);
    }
    case 'compare': {
      const { definitions, topics } = comparisonGrid(model);
      const { pane, topic } = model.compare;
      return pair(definitions[pane], topics[topic]?.cells[pane]);
    }
    case 'compose': {
      const { definitions, topics } = composeTopics(model);
      const { row, column } = model.compose;
      return pair(definitions[column], topics[row]?.cells[column]);
    }
    default:
      return null;
  }
}

/** The passages of the version under the cursor that can be picked one by one. */
export function versionPassages(model: Model): readonly Passage[] {
  const current = candidate(model);
  return current ? ownPassages(current.definition, current.section) : [];
}

const ownPassages = memoLast((definition: AgentDefinition, section: Section): readonly Passage[] =>
  spokenSections(definition, section)
    .flatMap(passagesOf)
    .filter(({ kind }) => kind !== 'title'),
);

/** The passage of the version that the cursor is on, or `null` where it is on the version as a whole. */
export function currentPassage(model: Model): Passage | null {
  if (screenOf(model) !== 'compose' || model.compose.pane !== 'versions') return null;
  return versionPassages(model)[model.compose.line - 1] ?? null;
}

/** Every version of the topic under the cursor. */
export function currentVersions(model: Model): readonly Candidate[] {
  const rows = currentRows(model);
  return composeTopics(model).definitions.flatMap((definition, column) =>
    sectionsIn(rows, column).map((section) => ({ definition, section })),
  );
}

/** The place of the result that its keys act on, or `null` outside of the result or in an empty one. */
export function currentStop(model: Model): ResultStop | null {
  if (screenOf(model) !== 'compose' || model.compose.pane !== 'result') return null;
  return resultStops(model.draft.present.picks, model.compose.held)[model.compose.stop] ?? null;
}

/** Index of the pick that moving, renaming and editing act on, or `null` where there is none. */
export function currentPickIndex(model: Model): number | null {
  const { picks } = model.draft.present;
  if (screenOf(model) !== 'compose') return null;
  if (model.compose.pane === 'result') return currentStop(model)?.pick ?? null;
  const current = candidate(model);
  if (!current) return null;
  const index = picks.findIndex((pick) => isPickOf(pick, current.definition.id, current.section.id));
  return index < 0 ? null : index;
}

function pair(definition: AgentDefinition | undefined, section: Section | null | undefined): Candidate | null {
  return definition && section ? { definition, section } : null;
}
