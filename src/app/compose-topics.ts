import type { AgentDefinition, Section } from '../core/agent-definition.ts';
import type { Topic } from '../core/comparison.ts';
import { definitionsAmong } from './browse-results.ts';
import { comparisonGrid } from './comparison-grid.ts';
import { type Model, screenOf } from './model.ts';
import { readerText } from './reader-text.ts';
import { type AlignedTopics, alignedTopics } from './topics.ts';

/** A section of a definition, as the keys that pick act on it. */
export interface Candidate {
  readonly definition: AgentDefinition;
  readonly section: Section;
}

/** The topics of the definitions being composed from. */
export function composeTopics({ library, compose, aligning }: Model): AlignedTopics {
  const all = library.definitions;
  return aligning ? { definitions: definitionsAmong(all, compose.ids), topics: [] } : alignedTopics(all, compose.ids);
}

/** The topic under the cursor. */
export function currentTopic(model: Model): Topic | null {
  return composeTopics(model).topics[model.compose.row] ?? null;
}

/** The section that a pick on this screen would take, or `null` where there is none. */
export function candidate(model: Model): Candidate | null {
  switch (screenOf(model)) {
    case 'reader': {
      const text = readerText(model);
      return text && pair(text.definition, text.sections[model.reader.section]);
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

/** Every version of the topic under the cursor. */
export function currentVersions(model: Model): readonly Candidate[] {
  const { definitions } = composeTopics(model);
  return currentTopic(model)?.cells.flatMap((section, column) => pair(definitions[column], section) ?? []) ?? [];
}

/** Index of the pick that moving, renaming and editing act on, or `null` where there is none. */
export function currentPickIndex(model: Model): number | null {
  const { picks } = model.draft.present;
  if (screenOf(model) !== 'compose') return null;
  if (model.compose.pane === 'result') return model.compose.pick < picks.length ? model.compose.pick : null;
  const current = candidate(model);
  const index = picks.findIndex(
    ({ definition, section }) => definition === current?.definition.id && section === current.section.id,
  );
  return index < 0 ? null : index;
}

function pair(definition: AgentDefinition | undefined, section: Section | null | undefined): Candidate | null {
  return definition && section ? { definition, section } : null;
}
