import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { whereLabel } from '../../core/library/where-label.ts';
import { visibleText } from '../../text/visible-text.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action, Direction } from '../model/actions.ts';
import type { ColumnsStep } from '../model/compare-state.ts';
import { compareLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { clamped } from '../model/scrolling.ts';
import { chosenColumn } from './column-choices.ts';
import { columnsInView } from './columns-in-view.ts';
import { comparedTopics } from './compared-topics.ts';
import { comparisonGrid } from './comparison-grid.ts';

type ColumnsAction = Extract<Action, { type: 'baseChanged' | 'columnAdded' | 'columnDropped' | 'columnsPassed' }>;

/** Update for the columns of a comparison: which is the base, which are there, which are in view. Pure. */
export function updateColumns(model: Model, action: ColumnsAction): Model {
  switch (action.type) {
    case 'baseChanged':
      return withBase(model);
    case 'columnAdded':
      return withColumn(model);
    case 'columnDropped':
      return withoutColumn(model);
    case 'columnsPassed':
      return withColumnsPassed(model, action.direction);
  }
}

/** So many columns to the left or right. */
export function comparePaneChanged(model: Model, by: number): Model {
  const pane = clamped(model.compare.pane + by, 0, model.compare.ids.length - 1);
  return atSameHeight(model, inView({ ...model, compare: { ...model.compare, pane } }));
}

/** Whether the columns were changed after the draft was changed last. */
export function isColumnsStepNewest({ compare, draft, trail }: Model): boolean {
  const last = compare.past.at(-1);
  return trail.at(-1) === 'compare' && last !== undefined && draft.past.length <= last.draftSteps;
}

/** The columns as they were before they were changed last. */
export function columnsTakenBack(model: Model): Model {
  const last = model.compare.past.at(-1);
  if (!last) return model;
  const { what, draftSteps: _, ...columns } = last;
  const past = model.compare.past.slice(0, -1);
  return noted(atSameTopic(model, { ...model, compare: { ...model.compare, ...columns, past } }), `Undone: ${what}`);
}

/** An agent of a comparison by its number, its name and where it comes from. */
export function columnLabel({ compare, library }: Model, definition: AgentDefinition): string {
  const where = whereLabel(library.definitions, definition);
  return visibleText(`${compare.all.indexOf(definition.id) + 1} ${definition.name} · ${where}`);
}

function withBase(model: Model): Model {
  const definition = comparedTopics(model).definitions[model.compare.pane];
  if (!definition) return model;
  const words = `base ${columnLabel(model, definition)}`;
  const compare = { ...model.compare, base: definition.id, pane: 0, past: pastOf(model, words) };
  return withNews(atSameTopic(model, { ...model, compare }), `Compared with ${words}`);
}

/** The agent under the cursor of the box as another column, with the keys on it. */
function withColumn(model: Model): Model {
  const definition = chosenColumn(model);
  const { compare } = model;
  if (!definition || compare.ids.includes(definition.id)) return model;
  const all = compare.all.includes(definition.id) ? compare.all : [...compare.all, definition.id];
  const ids = all.filter((id) => id === definition.id || compare.ids.includes(id));
  const widened = { ...model, dialog: null, compare: { ...compare, all, ids } };
  const words = `${columnLabel(widened, definition)} added`;
  const next = { ...widened, compare: { ...widened.compare, past: pastOf(model, words) } };
  const pane = comparedTopics(next).definitions.indexOf(definition);
  return withNews(comparePaneChanged(atSameTopic(model, next), pane - compare.pane), words);
}

function withoutColumn(model: Model): Model {
  const { compare } = model;
  const definition = comparedTopics(model).definitions[compare.pane];
  if (!definition) return model;
  const ids = compare.ids.filter((id) => id !== definition.id);
  const base = ids.includes(compare.base) ? compare.base : (ids[0] ?? '');
  const pane = Math.min(compare.pane, ids.length - 1);
  const words = `${columnLabel(model, definition)} removed`;
  const next = { ...compare, ids, base, pane, past: pastOf(model, words) };
  return withNews(atSameTopic(model, { ...model, compare: next }), words);
}

function withNews(model: Model, words: string): Model {
  return noted(model, `${words} · ${keyOf(model, 'compare.undo')} takes it back`);
}

function pastOf({ compare, draft }: Model, what: string): readonly ColumnsStep[] {
  const { all, ids, base, pane, past } = compare;
  return [...past, { all, ids, base, pane, what, draftSteps: draft.past.length }];
}

/** The columns in view moved by one; the base stays. */
function withColumnsPassed(model: Model, direction: Direction): Model {
  const { compare, size } = model;
  const count = compare.ids.length;
  const { shown } = compareLayout(size, count);
  if (shown === 1) return comparePaneChanged(model, direction);
  const [, first = 1] = columnsInView(model);
  const passed = clamped(first - 1 + direction, 0, count - shown);
  const pane = compare.pane === 0 ? 0 : clamped(compare.pane, passed + 1, passed + shown - 1);
  return atSameHeight(model, { ...model, compare: { ...compare, passed, pane } });
}

/** The columns in view kept as those that are passed over. */
function inView(model: Model): Model {
  const [, first = 1] = columnsInView(model);
  return { ...model, compare: { ...model.compare, passed: first - 1 } };
}

/** Other columns or topics at the topic that was under the cursor, as far as it is there. */
export function atSameTopic(before: Model, after: Model): Model {
  const { topics } = comparedTopics(after);
  const { topic } = before.compare;
  const old = comparedTopics(before).topics[topic];
  const same = topics.findIndex(({ cells }) => cells.some((cell) => cell && old?.cells.includes(cell)));
  const now = same >= 0 ? same : clamped(topic, 0, topics.length - 1);
  return atSameHeight(before, { ...after, compare: { ...after.compare, topic: now } });
}

/** Other columns in view, or others as wide, with the topic that the keys act on at the height where it stood: each column makes rows of its own. */
export function atSameHeight(before: Model, after: Model): Model {
  const [old, now] = [comparisonGrid(before), comparisonGrid(after)];
  const height = (old.starts[before.compare.topic] ?? 0) - before.compare.scroll;
  const { rows } = compareLayout(after.size, after.compare.ids.length);
  const last = Math.max(0, now.lines.length - rows);
  const scroll = clamped((now.starts[after.compare.topic] ?? 0) - height, 0, last);
  return { ...after, compare: { ...after.compare, scroll } };
}
