import { resultsOf } from './browse/browse-results.ts';
import { withCursor } from './browse/update-browse.ts';
import { comparisonGrid, firstColumn } from './compare/comparison-grid.ts';
import { composeTopics } from './compose/compose-topics.ts';
import { topicsWindow } from './compose/topics-window.ts';
import { browseLayout, compareLayout, composeLayout, frameLayout, GAP, LEAD } from './model/layout.ts';
import { type Model, screenOf } from './model/model.ts';

/** A cell of the screen, 0-based. */
interface Point {
  readonly column: number;
  readonly row: number;
}

/** The model after a click: what is under it gets the cursor. Elsewhere a click does nothing. */
export function clicked(model: Model, { column, row }: Point): Model {
  if (model.dialog) return model;
  const line = row - (frameLayout(model.size).roomy ? 2 : 1);
  switch (screenOf(model)) {
    case 'browse':
      return clickedInBrowse(model, column, line);
    case 'compare':
      return clickedInCompare(model, column, line);
    case 'compose':
      return clickedInCompose(model, column, line);
    default:
      return model;
  }
}

function clickedInBrowse(model: Model, column: number, line: number): Model {
  if (line < 0) return { ...model, browse: { ...model.browse, focus: 'search' } };
  const { first } = browseLayout(model.size);
  const index = model.browse.top + line;
  if (column >= first.columns || line >= first.rows || index >= resultsOf(model).length) return model;
  return withCursor({ ...model, browse: { ...model.browse, focus: 'list' } }, index);
}

function clickedInCompare(model: Model, column: number, line: number): Model {
  if (model.compare.isMatrix || line < 0) return model;
  const { columns } = compareLayout(model.size, model.compare.ids.length);
  const pane = Math.min(model.compare.ids.length - 1, firstColumn(model) + Math.floor(column / (columns + LEAD + GAP)));
  const topic = comparisonGrid(model).lines[model.compare.scroll + line]?.topic ?? model.compare.topic;
  return { ...model, compare: { ...model.compare, pane, topic: Math.max(0, topic) } };
}

function clickedInCompose(model: Model, column: number, line: number): Model {
  const layout = composeLayout(model);
  const { top, rows } = topicsWindow(model, layout.rows);
  const row = top + line;
  if (column >= layout.topics || line < 0 || line >= rows || row >= composeTopics(model).topics.length) return model;
  return { ...model, compose: { ...model.compose, row, pane: 'topics' } };
}
