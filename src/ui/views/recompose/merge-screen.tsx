import { compareLayout, LEAD } from '../../../app/model/layout.ts';
import { MERGE_SIDES, type MergeState, type Model } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { mergeGrid } from '../../../app/recompose/merge-grid.ts';
import type { Span, StyledLine } from '../../../text/styled-text.ts';
import { span } from '../parts/frame.tsx';
import { type PaneSet, sideBySide } from '../parts/panes.tsx';

const TITLES: Readonly<Record<(typeof MERGE_SIDES)[number], string>> = {
  ours: 'your file',
  base: 'what was picked',
  theirs: 'the ingredients now',
};

/** What a merge cannot decide by itself, the three versions side by side; what all agree on is folded. */
export function mergePanes(model: Model): PaneSet {
  const { merge } = model;
  const layout = compareLayout(model.size, MERGE_SIDES.length);
  if (!merge) return { direction: 'row', panes: [] };
  const first = Math.max(0, Math.min(merge.side - layout.shown + 1, MERGE_SIDES.length - layout.shown));
  const { lines, starts } = mergeGrid(merge.file.chunks, layout.columns);
  const start = starts[merge.conflict] ?? 0;
  const top = scrolledTo(start, start - Math.floor(layout.rows / 3), layout.rows, lines.length);
  const visible = lines.slice(top, top + layout.rows);
  const panes = MERGE_SIDES.map((side, at) => ({
    name: side,
    rows: layout.rows,
    title: [span(TITLES[side])],
    focused: at === merge.side,
    lines: visible.map(({ conflict, cells }, index): StyledLine => {
      const isStart = starts[conflict] === top + index;
      return { spans: [leadOf(merge, conflict, at, isStart), ...(cells[at]?.spans ?? [])] };
    }),
  }));
  const shown = panes.slice(first, first + layout.shown);
  return sideBySide(shown, layout.columns + LEAD, model.size.columns);
}

/** A dot at the version that was chosen, a bar at the conflict that the keys act on. */
function leadOf(
  { choices, conflict: current, side }: MergeState,
  conflict: number,
  at: number,
  isStart: boolean,
): Span {
  if (conflict < 0) return span('  ');
  if (isStart && choices[conflict] === MERGE_SIDES[at]) return signSpan('taken', ' ');
  if (conflict === current) return span('▎ ', at === side ? 'accent' : 'muted');
  return isStart && choices[conflict] === null ? signSpan('undecided', ' ') : span('  ');
}
