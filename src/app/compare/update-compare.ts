import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { sectionText } from '../../core/sections/section-text.ts';
import type { Topic } from '../../core/topics/comparison.ts';
import { counted } from '../../text/count-text.ts';
import type { Action, Direction } from '../model/actions.ts';
import { CHOSEN_ROWS, type ChosenRows, COMPARE_VIEWS } from '../model/compare-state.ts';
import { compareLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { clamped, movedIndex } from '../model/scrolling.ts';
import { atSameTopic, comparePaneChanged } from './columns.ts';
import { comparedTopics, isFrontmatter } from './compared-topics.ts';
import { type ComparisonGrid, comparisonGrid } from './comparison-grid.ts';
import { statedFields } from './frontmatter-rows.ts';

/** The texts scrolled by keys, with the topic of the first line shown, at their ends the next topic; or the cursor moved in the table of topics. */
export function movedInCompare(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  const grid = comparisonGrid(model);
  const page = pageOf(model);
  if (model.compare.isMatrix) {
    return atTopic(model, grid, Math.max(0, movedIndex(model.compare.topic, action, grid.topics.length, page)));
  }
  const scroll = clamped(movedIndex(model.compare.scroll, action, grid.lines.length, page), 0, lastScroll(grid, page));
  const last = grid.topics.length - 1;
  // Where there is nothing more to scroll to, the topics that are on the screen are gone through.
  const isStill = scroll === model.compare.scroll && action.unit !== 'end';
  const atEnd = action.unit === 'end' && action.direction > 0;
  const first = Math.max(0, grid.lines[scroll]?.topic ?? 0);
  const topic = isStill ? clamped(model.compare.topic + action.direction, 0, last) : atEnd ? last : first;
  return { ...model, compare: { ...model.compare, scroll, topic } };
}

/** The table of topics in place of the texts, or the texts again, at the topic under the cursor. */
export function matrixToggled(model: Model): Model {
  const { compare } = model;
  return atTopic(
    { ...model, compare: { ...compare, isMatrix: !compare.isMatrix, find: null } },
    comparisonGrid(model),
    compare.topic,
  );
}

/** The topics of the next kind, the cursor on the one it was on, as far as that is among them. */
export function otherRowsChosen(model: Model): Model {
  const rows = CHOSEN_ROWS[(CHOSEN_ROWS.indexOf(model.compare.rows) + 1) % CHOSEN_ROWS.length] ?? 'all';
  const changed = atSameTopic(model, { ...model, compare: { ...model.compare, rows } });
  const { topics, count } = comparedTopics(changed);
  return noted(changed, `${ROWS[rows]}: ${topics.length - 1} of ${counted(count, 'topic')}`, 'plain');
}

const ROWS: Readonly<Record<ChosenRows, string>> = {
  all: 'All topics',
  shared: 'What several speak of',
  alone: 'What one alone speaks of',
  conflict: 'What two are in conflict in',
};

/** The next or previous topic in which the definitions do not say the same; the model as it is if there is none. */
export function differenceChanged(model: Model, direction: Direction): Model {
  const grid = comparisonGrid(model);
  const { topics, definitions } = grid;
  for (let at = model.compare.topic + direction; ; at += direction) {
    const topic = topics[at];
    if (!topic) break;
    if (differs(topic, definitions)) return atTopic(model, grid, at);
  }
  return noted(model, 'No further difference', 'plain');
}

/** The next place where columns contradict each other, after the last the first; the model as it is if there is none. */
export function nextConflictShown(model: Model): Model {
  const { conflicts, lines } = comparisonGrid(model);
  const { topic, conflict } = model.compare;
  const topicAt = (at: number) => lines[conflicts[at] ?? -1]?.topic ?? -1;
  const next = topicAt(conflict) === topic ? conflict + 1 : conflicts.findIndex((_, at) => topicAt(at) >= topic);
  const at = next >= 0 && next < conflicts.length ? next : 0;
  const line = conflicts[at];
  if (line === undefined) return noted(model, 'No conflict', 'plain');
  const shown = atPlaceInCompare(model, line, model.compare.pane);
  return { ...shown, compare: { ...shown.compare, conflict: at } };
}

function differs(topic: Topic, definitions: readonly AgentDefinition[]): boolean {
  const texts = isFrontmatter(topic)
    ? definitions.map((definition) => JSON.stringify([...statedFields(definition)]))
    : topic.cells.map((cell) => cell && sectionText(cell).trim());
  return new Set(texts).size > 1;
}

/** The next or previous topic, scrolled to where it starts. */
export function topicChanged(model: Model, direction: Direction): Model {
  const grid = comparisonGrid(model);
  return atTopic(model, grid, clamped(model.compare.topic + direction, 0, grid.topics.length - 1));
}

/** The next view, at the same topic. */
export function compareViewChanged(model: Model): Model {
  const view = COMPARE_VIEWS[(COMPARE_VIEWS.indexOf(model.compare.view) + 1) % COMPARE_VIEWS.length] ?? 'words';
  const changed = { ...model, compare: { ...model.compare, view } };
  return atTopic(changed, comparisonGrid(changed), model.compare.topic);
}

/** What is folded shown whole, or folded again, at the same topic. */
export function foldToggled(model: Model): Model {
  const changed = { ...model, compare: { ...model.compare, isFolded: !model.compare.isFolded } };
  const words = changed.compare.isFolded ? 'Folded: what is the same in all, and long values' : 'All lines are shown';
  return noted(atTopic(changed, comparisonGrid(changed), model.compare.topic), words);
}

/** The texts with a line of a column in view; where it was not, with some lines above it. The cursor is there. */
export function atPlaceInCompare(model: Model, line: number, column: number): Model {
  const grid = comparisonGrid(model);
  const page = pageOf(model);
  const { scroll: before } = model.compare;
  const isInView = line >= before && line < before + page;
  const scroll = isInView ? before : clamped(line - Math.floor(page / 3), 0, lastScroll(grid, page));
  const topic = Math.max(0, grid.lines[line]?.topic ?? 0);
  return comparePaneChanged({ ...model, compare: { ...model.compare, scroll, topic } }, column - model.compare.pane);
}

/** The texts, or the table of topics, at a topic. */
export function topicShown(model: Model, topic: number): Model {
  return atTopic(model, comparisonGrid(model), topic);
}

function atTopic(model: Model, grid: ComparisonGrid, topic: number): Model {
  const start = topic === 0 ? 0 : (grid.starts[topic] ?? 0);
  const scroll = clamped(start, 0, lastScroll(grid, pageOf(model)));
  return { ...model, compare: { ...model.compare, topic, scroll } };
}

const pageOf = ({ size, compare }: Model): number => compareLayout(size, compare.ids.length).rows;

const lastScroll = ({ lines }: ComparisonGrid, page: number): number => Math.max(0, lines.length - page);
