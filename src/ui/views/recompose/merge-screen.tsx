import { Box } from 'ink';
import type { ReactNode } from 'react';
import { compareLayout, frameLayout } from '../../../app/model/layout.ts';
import { MERGE_SIDES, type MergeState } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { mergeGrid } from '../../../app/recompose/merge-grid.ts';
import { joinColumns, padLine, type Span, type StyledLine, styledLine } from '../../../text/styled-text.ts';
import { Pane, span } from '../parts/frame.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';

const RULE: Span = span('│', 'muted');

const TITLES: Readonly<Record<(typeof MERGE_SIDES)[number], string>> = {
  ours: 'your file',
  base: 'what was picked',
  theirs: 'the ingredients now',
};

/** What a merge cannot decide by itself, the three versions side by side; what all agree on is folded. */
export function MergeScreen({ model, paint }: ScreenProps): ReactNode {
  const { columns, bodyHeight, roomy } = frameLayout(model.size);
  const layout = compareLayout(model.size, MERGE_SIDES.length);
  const { merge } = model;
  if (!merge) return null;
  const first = Math.max(0, Math.min(merge.side - layout.shown + 1, MERGE_SIDES.length - layout.shown));
  const shown = <Item,>(items: readonly Item[]) => items.slice(first, first + layout.shown);
  const { lines, starts } = mergeGrid(merge.file.chunks, layout.columns);
  const start = starts[merge.conflict] ?? 0;
  const top = scrolledTo(start, start - Math.floor(layout.rows / 3), layout.rows, lines.length);
  const joined = (cells: readonly StyledLine[]): StyledLine => {
    const width = layout.columns + 3;
    return (
      joinColumns(
        shown(cells).map((line) => ({ lines: [padLine(line, width)], width })),
        RULE,
      )[0] ?? styledLine('')
    );
  };
  const rule = styledLine(
    shown(MERGE_SIDES)
      .map(() => '─'.repeat(layout.columns + 3))
      .join('┼')
      .padEnd(columns, '─'),
    'muted',
  );
  const body = lines.slice(top, top + layout.rows).map(({ conflict, cells }, index) => {
    const isStart = starts[conflict] === top + index;
    return joined(cells.map((cell, side) => ({ spans: [leadOf(merge, conflict, side, isStart), ...cell.spans] })));
  });
  const titles = joined(MERGE_SIDES.map((side, at) => titleLine(TITLES[side], at === merge.side)));
  return (
    <Box>
      <Pane paint={paint} lines={[titles, ...(roomy ? [rule] : []), ...body]} columns={columns} rows={bodyHeight} />
    </Box>
  );
}

function titleLine(title: string, isFocused: boolean): StyledLine {
  return { spans: [span(isFocused ? '❯ ' : '  ', 'accent'), span(title, isFocused ? 'heading' : 'strong')] };
}

/** A dot at the version that was chosen, a bar at the conflict that the keys act on. */
function leadOf(
  { choices, conflict: current, side }: MergeState,
  conflict: number,
  at: number,
  isStart: boolean,
): Span {
  if (conflict < 0) return span('  ');
  if (isStart && choices[conflict] === MERGE_SIDES[at]) return span('● ', 'accent');
  if (conflict === current) return span('▎ ', at === side ? 'accent' : 'muted');
  return span(isStart && choices[conflict] === null ? '? ' : '  ', 'warning');
}
