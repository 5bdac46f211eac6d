import { composeLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { clamped, scrolledTo } from '../model/scrolling.ts';
import { currentPickIndex, currentStop } from './compose-topics.ts';
import { type ResultLine, resultLines } from './composed-result.ts';
import { type ResultStop, resultStops } from './result-stops.ts';
import { stopAtTopic } from './result-topic.ts';
import { withCompose } from './with-draft.ts';

/** Cells at the right of the result for who says a line, with a blank before it. */
export const GUTTER = 4;
/** Cells before each line, for the bar at what the keys act on. */
export const BAR = 2;

/** The part of the result that is on the screen. */
export interface ResultWindow {
  readonly lines: readonly ResultLine[];
  /** First line on the screen. */
  readonly top: number;
  /** First line of what the keys act on, 0-based. */
  readonly start: number;
  /** Whether a line is part of what the keys act on. */
  readonly isCurrent: (line: ResultLine) => boolean;
}

/** What the result shows: what the keys act on, or where it was scrolled to. */
export function resultWindow(model: Model): ResultWindow {
  const { result: columns, rows } = composeLayout(model);
  const lines = resultLines(model.draft.present.picks, Math.max(1, columns - GUTTER - BAR), model.compose.held);
  const isCurrent = currentLine(model);
  const stop = currentStop(model) ?? stopBeside(model);
  const start = Math.max(0, stop ? lines.findIndex((line) => isOf(line, stop)) : 0);
  const follows = scrolledTo(start, Math.max(0, start - Math.floor(rows / 3)), rows, lines.length);
  const { resultTop } = model.compose;
  const top = resultTop === null ? follows : clamped(resultTop, 0, Math.max(0, lines.length - rows));
  return { lines, top, start, isCurrent };
}

/** The result scrolled, the cursors where they were. */
export function resultScrolled(
  model: Model,
  { unit, direction }: { readonly unit: 'line' | 'page'; readonly direction: -1 | 1 },
): Model {
  const { rows } = composeLayout(model);
  const { lines, top } = resultWindow(model);
  const by = direction * (unit === 'line' ? 1 : Math.max(1, rows - 2));
  return withCompose(model, {
    held: model.compose.held,
    resultTop: clamped(top + by, 0, Math.max(0, lines.length - rows)),
  });
}

/** What the keys act on; outside of the result that is what was taken of the version chosen. */
function currentLine(model: Model): (line: ResultLine) => boolean {
  const stop = currentStop(model);
  if (stop) return (line) => isOf(line, stop);
  const index = currentPickIndex(model);
  return ({ pick }) => pick === index;
}

/** Outside of the result, the stop of what the cursor is on. */
function stopBeside(model: Model): ResultStop | undefined {
  return resultStops(model.draft.present.picks, model.compose.held)[stopAtTopic(model) ?? -1];
}

const isOf = ({ pick, passage }: ResultLine, stop: ResultStop): boolean =>
  pick === stop.pick && (stop.passage === null || passage === stop.passage);
