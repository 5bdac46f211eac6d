import { LEAD, mergeLayout } from '../../../app/model/layout.ts';
import type { Model } from '../../../app/model/model.ts';
import { MERGE_SIDES, type MergeState } from '../../../app/model/recompose-state.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { SIDE_TITLES } from '../../../app/recompose/made-from.ts';
import { mergeColumns, mergeWindow } from '../../../app/recompose/merge-window.ts';
import type { Span, StyledLine } from '../../../text/styled-text.ts';
import { span } from '../parts/frame.tsx';
import { type PaneSet, positionWords, sideBySide } from '../parts/panes.tsx';

/** What an update cannot decide by itself, the three versions side by side; what all agree on is folded. */
export function mergePanes(model: Model): PaneSet {
  const { merge } = model;
  const window = mergeWindow(model);
  const layout = mergeLayout(model.size);
  if (!merge || !window) return { direction: 'row', panes: [] };
  const { inView, widths } = mergeColumns(model);
  const { lines, starts, top } = window;
  const visible = lines.slice(top, top + layout.rows);
  const shown = MERGE_SIDES.map((side, at) => ({
    name: side,
    columns: (widths[at] ?? 0) + LEAD,
    rows: layout.rows,
    title: [span(SIDE_TITLES[side])],
    focused: at === merge.side,
    lines: visible.map(({ conflict, cells }, index): StyledLine => {
      const isStart = starts[conflict] === top + index;
      return { spans: [...leadOf(merge, conflict, at, isStart), span(' '), ...(cells[at]?.spans ?? [])] };
    }),
  })).filter((_, at) => inView.includes(at));
  // One position speaks for all: they scroll together.
  const position = lines.length > layout.rows ? positionWords(top, layout.rows, lines.length) : '';
  const panes = shown.map((pane, at) => (at === shown.length - 1 ? { ...pane, position } : pane));
  return sideBySide(panes, model.size.columns);
}

/** The cursor at the version that the keys act on, and a sign at the one that was chosen. */
function leadOf(
  { choices, conflict: current, side }: MergeState,
  conflict: number,
  at: number,
  isStart: boolean,
): readonly Span[] {
  const isHere = conflict >= 0 && conflict === current && at === side;
  const cursor = isHere ? span(isStart ? '❯' : '▎', 'accent') : span(' ');
  if (conflict < 0 || !isStart) return [cursor, span(' ')];
  if (choices[conflict] === MERGE_SIDES[at]) return [cursor, signSpan('stands')];
  return [cursor, choices[conflict] === null ? signSpan('undecided') : span(' ')];
}
