import { passageInFile } from '../../core/compose/picked-passages.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Pick as DraftPick, PassageKey } from '../../core/draft/draft.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { spokenSections } from '../../core/union/topic-tree.ts';
import { memoLast } from '../../kit/memo.ts';
import { type Model, screenOf } from '../model/model.ts';
import { composeTopics, currentStop, versionPassages } from './compose-topics.ts';
import { type ResultStop, resultStops } from './result-stops.ts';
import { withCompose } from './with-draft.ts';

/** What a stop of the result is of; of a whole section no passage is named. */
type Said = Pick<PassageKey, 'definition' | 'section'> & { readonly index: number | null };

/** A version of a topic. */
interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The version of a topic that a section of an agent speaks in, the innermost; `null` where no topic has it. */
export function cellOf(model: Model, definition: string, section: string): Cell | null {
  const { definitions, topics } = composeTopics(model);
  return cellsBySection(topics, definitions).get(cellKey(definition, section)) ?? null;
}

const cellKey = (definition: string, section: string): string => `${definition}\n${section}`;

/** The innermost topic of a section is the last one that has it. */
const cellsBySection = memoLast(
  (topics: readonly Topic[], definitions: readonly AgentDefinition[]): ReadonlyMap<string, Cell> =>
    new Map(
      topics.flatMap(({ cells }, row) =>
        definitions.flatMap((definition, column) => {
          const cell = cells[column];
          const sections = cell ? spokenSections(definition, cell) : [];
          return sections.map(({ id }) => [cellKey(definition.id, id), { row, column }] as const);
        }),
      ),
    ),
);

/** The model with the topics and versions on what the result's cursor is on, wherever that went. */
export function withTopicFollowed(before: Model, after: Model): Model {
  if (screenOf(after) !== 'compose' || after.compose.pane !== 'result') return after;
  const { stop, held } = after.compose;
  const isThere = before.compose.pane === 'result' && before.compose.stop === stop && before.compose.held === held;
  if (isThere && before.draft.present === after.draft.present) return after;
  const said = saidHere(after);
  const cell = said && cellOf(after, said.definition, said.section);
  if (!said || !cell) return after;
  const there = { ...after, compose: { ...after.compose, ...cell } };
  const at = versionPassages(there).findIndex(({ section, index }) => section === said.section && index === said.index);
  return { ...there, compose: { ...there.compose, line: at + 1 } };
}

/** In the result, its cursor on what the topic under the cursor has there, unless it is in that topic already. */
export function withStopAtTopic(model: Model): Model {
  if (model.compose.pane !== 'result') return model;
  const said = saidHere(model);
  const isThere = said !== null && cellOf(model, said.definition, said.section)?.row === model.compose.row;
  const stop = isThere ? null : stopAtTopic(model);
  return stop === null ? model : withCompose(model, { stop });
}

/** What the result's cursor is on, in the words of its agent; `null` outside of the result. */
function saidHere(model: Model): Said | null {
  const { picks } = model.draft.present;
  const stop = currentStop(model);
  const pick = stop && picks[stop.pick];
  if (!pick || !stop) return null;
  if (pick.kind === 'union' || stop.passage === null) return saidBy(pick, stop.passage);
  const definition = composeTopics(model).definitions.find(({ id }) => id === pick.definition);
  const passage = definition && passageInFile(pick, definition, stop.passage);
  return passage ? { ...passage, definition: pick.definition } : saidBy(pick, null);
}

/**
 * Index of the first stop of the result that is of what the cursor is on: of the passage, the version or the topic. Of
 * what is not in the result it is where that would stand, at the topic before it; `null` at the beginning.
 */
export function stopAtTopic(model: Model): number | null {
  const { topics, definitions } = composeTopics(model);
  const { picks } = model.draft.present;
  const places = placesOf(picks, resultStops(picks, model.compose.held), topics, definitions);
  const { row, column } = model.compose;
  const passage = versionPassages(model)[model.compose.line - 1];
  const id = definitions[column]?.id;
  const before = places.reduce((last, { cell }) => (cell && cell.row < row ? Math.max(last, cell.row) : last), -1);
  const isPassage = ({ said }: Place): boolean =>
    said !== null && said.definition === id && said.section === passage?.section && said.index === passage.index;
  const wanted: readonly ((place: Place) => boolean)[] = [
    isPassage,
    ({ cell }) => cell?.row === row && cell.column === column,
    ({ cell }) => cell?.row === row,
    ({ cell }) => cell?.row === before,
  ];
  return wanted.map((isIt) => places.findIndex(isIt)).find((at) => at >= 0) ?? null;
}

/** What a stop of the result is of, and the version that says it. */
interface Place {
  readonly said: Said | null;
  readonly cell: Cell | null;
}

const placesOf = memoLast(
  (
    picks: readonly DraftPick[],
    stops: readonly ResultStop[],
    topics: readonly Topic[],
    definitions: readonly AgentDefinition[],
  ): readonly Place[] => {
    const cells = cellsBySection(topics, definitions);
    return stops.map(({ pick: at, passage }) => {
      const pick = picks[at];
      const said = pick ? saidBy(pick, passage) : null;
      return { said, cell: (said && cells.get(cellKey(said.definition, said.section))) ?? null };
    });
  },
);

/** What a stop is of; of a passage in a section that was taken whole its file is not asked. */
function saidBy(pick: DraftPick, passage: number | null): Said | null {
  if (pick.kind === 'union') {
    if (passage !== null) return pick.passages[passage] ?? null;
    const first = pick.passages.find(({ state }) => state === 'kept') ?? pick.passages[0];
    return first ? { ...first, index: null } : null;
  }
  const { definition, part } = pick;
  if (passage !== null || part.kind === 'body') return null;
  return part.kind === 'section'
    ? { definition, section: part.id, index: null }
    : { definition, section: part.section, index: part.index };
}
