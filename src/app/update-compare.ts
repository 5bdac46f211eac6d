import type { Action, Direction } from './actions.ts';
import { type ComparisonGrid, comparisonGrid } from './comparison-grid.ts';
import { compareLayout } from './layout.ts';
import { COMPARE_VIEWS, type Model } from './model.ts';
import { clamped, movedIndex } from './scrolling.ts';

/** The columns scrolled by keys; the topic is that of the first line shown. */
export function movedInCompare(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  const grid = comparisonGrid(model);
  const page = pageOf(model);
  const scroll = clamped(movedIndex(model.compare.scroll, action, grid.lines.length, page), 0, lastScroll(grid, page));
  const atEnd = action.unit === 'end' && action.direction > 0;
  const topic = atEnd ? grid.topics.length - 1 : (grid.lines[scroll]?.topic ?? 0);
  return { ...model, compare: { ...model.compare, scroll, topic } };
}

/** The next or previous topic, scrolled to where it starts. */
export function topicChanged(model: Model, direction: Direction): Model {
  const grid = comparisonGrid(model);
  return atTopic(model, grid, clamped(model.compare.topic + direction, 0, grid.topics.length - 1));
}

/** The pane to the left or right. */
export function comparePaneChanged(model: Model, direction: Direction): Model {
  const pane = clamped(model.compare.pane + direction, 0, model.compare.ids.length - 1);
  return { ...model, compare: { ...model.compare, pane } };
}

/** The next view, at the same topic. */
export function compareViewChanged(model: Model): Model {
  const view = COMPARE_VIEWS[(COMPARE_VIEWS.indexOf(model.compare.view) + 1) % COMPARE_VIEWS.length] ?? 'rendered';
  const changed = { ...model, compare: { ...model.compare, view } };
  return atTopic(changed, comparisonGrid(changed), model.compare.topic);
}

function atTopic(model: Model, grid: ComparisonGrid, topic: number): Model {
  const scroll = clamped(grid.starts[topic] ?? 0, 0, lastScroll(grid, pageOf(model)));
  return { ...model, compare: { ...model.compare, topic, scroll } };
}

const pageOf = ({ size, compare }: Model): number => compareLayout(size, compare.ids.length).rows;

const lastScroll = ({ lines }: ComparisonGrid, page: number): number => Math.max(0, lines.length - page);
