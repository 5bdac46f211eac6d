import { composeLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { scrolledTo } from '../model/scrolling.ts';
import { composeTopics } from './compose-topics.ts';

/** Which topics the matrix shows. */
export interface TopicsWindow {
  /** First topic on the screen. */
  readonly top: number;
  /** Topics there is room for. */
  readonly rows: number;
  /** Lines below them for the names of the agents; 0 where there is no room. */
  readonly legendRows: number;
}

/**
 * The part of the topic matrix that is on the screen, with the cursor in its middle where possible.
 *
 * @param height Lines of the pane.
 */
export function topicsWindow(model: Model, height: number): TopicsWindow {
  const { definitions, topics } = composeTopics(model);
  const legendRows = height >= definitions.length + 8 ? definitions.length + 1 : 0;
  const rows = height - legendRows;
  const { row } = model.compose;
  return { top: scrolledTo(row, Math.max(0, row - Math.floor(rows / 2)), rows, topics.length), rows, legendRows };
}

/** Cells for the sign of an agent. */
export const CELL = 3;

/** Cells for the title of a topic; behind it stand the signs of the agents. */
export function topicTitleWidth(model: Model): number {
  return Math.max(4, composeLayout(model).topics - CELL * composeTopics(model).definitions.length - 1);
}
