import { currentPickIndex } from '../../app/compose-topics.ts';
import { resultLines } from '../../app/composed-result.ts';
import type { Model, Size } from '../../app/model.ts';
import { scrolledTo } from '../../app/scrolling.ts';
import { padLine, type StyledLine, styledLine } from '../../core/styled-text.ts';
import { wrapSpans } from '../../core/wrap-spans.ts';
import { span } from './frame.tsx';

/** Cells at the right of the result for the number of the agent a pick came from. */
const GUTTER = 3;

/** The result as it stands, with the number of the agent where each pick starts. */
export function resultPaneLines(model: Model, { columns, rows }: Size): readonly StyledLine[] {
  const { compose, draft } = model;
  const { picks } = draft.present;
  const focused = compose.pane === 'result';
  const head: StyledLine = { spans: [span('Result', focused ? 'heading' : 'strong')] };
  if (picks.length === 0) return [head, { spans: [] }, ...emptyWords(columns)];
  const width = columns - GUTTER - 2;
  const lines = resultLines(picks, width);
  const current = currentPickIndex(model);
  const start = Math.max(
    0,
    lines.findIndex(({ pick }) => pick === (current ?? picks.length - 1)),
  );
  const height = rows - 1;
  const top = scrolledTo(start, Math.max(0, start - Math.floor(height / 3)), height, lines.length);
  const visible = lines.slice(top, top + height).map(({ line, pick }, index): StyledLine => {
    const isStart = pick >= 0 && lines[top + index - 1]?.pick !== pick;
    const bar = span(pick >= 0 && pick === current ? '▎ ' : '  ', focused ? 'accent' : 'muted');
    const agent = compose.ids.indexOf(picks[pick]?.definition ?? '');
    const origin = span(isStart ? (agent >= 0 ? `${agent + 1}` : '·').padStart(GUTTER) : '', 'marker');
    return { spans: [bar, ...padLine(line, width).spans, origin] };
  });
  return [head, ...visible];
}

function emptyWords(columns: number): readonly StyledLine[] {
  return wrapSpans(styledLine('Nothing picked yet. Space takes the section under the cursor.', 'muted').spans, columns);
}
