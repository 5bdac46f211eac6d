import type { Action } from '../model/actions.ts';
import { composeLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { composeTopics } from './compose-topics.ts';
import { entriesWindow, listedEntries } from './ledger-list.ts';
import { resultStops } from './result-stops.ts';
import { resultWindow } from './result-window.ts';
import { CELL, topicsWindow, topicTitleWidth } from './topics-window.ts';

type Click = Extract<Action, { type: 'clicked' }>;

/** Composing after a click: its pane has the keys, and the cursor is on the topic, the passage or the line. */
export function clickedInCompose(model: Model, { pane, row: line, column, stop }: Click): Model {
  const { compose } = model;
  switch (pane) {
    case 'topics': {
      const { top, rows } = topicsWindow(model, composeLayout(model).rows);
      const row = top + line;
      if (line >= rows || row >= composeTopics(model).topics.length) return model;
      const cell = cellAt(model, column, line);
      return { ...model, compose: { ...compose, row, line: 0, pane, ...(cell !== null && { column: cell }) } };
    }
    case 'versions':
      return { ...model, compose: { ...compose, pane, ...stop } };
    case 'result': {
      const { lines, top } = resultWindow(model);
      const place = lines[top + line];
      const at = resultStops(model.draft.present.picks, compose.held).findIndex(
        (one) => one.pick === place?.pick && one.passage === place.passage,
      );
      // What was clicked stays where it is.
      return { ...model, compose: { ...compose, pane, ...(at >= 0 && { stop: at, resultTop: top }) } };
    }
    default:
      return model;
  }
}

/** The column of the agent whose cell of a topic lies under a point of the topics; `null` beside the cells. */
export function cellAt(model: Model, column: number, line: number): number | null {
  const { top, rows } = topicsWindow(model, composeLayout(model).rows);
  const topic = line < rows ? composeTopics(model).topics[top + line] : undefined;
  const cell = Math.floor((column - topicTitleWidth(model)) / CELL);
  return topic?.cells[cell] ? cell : null;
}

/** What is left out after a click: the cursor is on the entry. */
export function clickedInLedger(model: Model, { pane, row }: Click): Model {
  const { top } = entriesWindow(model);
  if (pane !== 'entries' || top + row >= listedEntries(model).length) return model;
  return { ...model, ledger: { ...model.ledger, cursor: top + row, scroll: 0 } };
}
