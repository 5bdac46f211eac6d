import { Box } from 'ink';
import { Fragment, type ReactNode } from 'react';
import { composeTopics } from '../../../app/compose/compose-topics.ts';
import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { topicsWindow } from '../../../app/compose/topics-window.ts';
import { composeLayout } from '../../../app/model/layout.ts';
import type { ComposePane, Model } from '../../../app/model/model.ts';
import { type PickState, pickState } from '../../../core/compose/arrange-draft.ts';
import { sectionPart } from '../../../core/sections/definition-part.ts';
import type { Topic } from '../../../core/topics/comparison.ts';
import { cutLine, padLine, type Span, type StyledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../../text/wrap-spans.ts';
import { Pane, span, VerticalRule } from '../parts/frame.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';
import { resultPaneLines } from './compose-result.ts';
import { versionsPaneLines } from './compose-versions.ts';

/** The draft in the making: topics, the versions of one of them, and the result. */
export function ComposeScreen({ model, paint }: ScreenProps): ReactNode {
  const { rows, ...widths } = composeLayout(model);
  const views: Readonly<Record<ComposePane, (columns: number) => readonly StyledLine[]>> = {
    topics: (columns) => topicsPaneLines(model, { columns, rows }),
    versions: (columns) => versionsPaneLines(model, { columns, rows }),
    result: (columns) => resultPaneLines(model, { columns, rows }),
  };
  const shown = (['topics', 'versions', 'result'] as const).filter((pane) => widths[pane] > 0);
  return (
    <Box>
      {shown.map((pane, index) => (
        <Fragment key={pane}>
          {index > 0 && <VerticalRule paint={paint} rows={rows} />}
          <Pane paint={paint} lines={views[pane](widths[pane])} columns={widths[pane]} rows={rows} />
        </Fragment>
      ))}
    </Box>
  );
}

const CELL = 3;

/** Rows are topics, columns are agents, each cell says whether the agent has it and whether it is picked. */
function topicsPaneLines(
  model: Model,
  size: { readonly columns: number; readonly rows: number },
): readonly StyledLine[] {
  const { definitions, topics, lack } = composeTopics(model);
  const legend = definitions.map((definition, index) =>
    cutLine(
      {
        spans: [
          span(` ${index + 1} `, 'marker'),
          span(visibleText(definition.name), 'muted'),
          span(visibleText(` · ${definition.origin}`), 'muted'),
        ],
      },
      size.columns,
    ),
  );
  const titleWidth = Math.max(4, size.columns - CELL * definitions.length - 1);
  const { top, rows, legendRows } = topicsWindow(model, size.rows);
  const lines = topics.slice(top, top + rows).map((topic, index) => topicLine(model, topic, top + index, titleWidth));
  const head = headLine(model, definitions.length, titleWidth);
  if (topics.length === 0) {
    return [head, ...wrapSpans([span(lack ?? 'No sections here', 'muted')], size.columns, evenLead([span('  ')]))];
  }
  if (legendRows === 0) return [head, ...lines];
  const filler = Array.from({ length: rows - lines.length + 1 }, (): StyledLine => ({ spans: [] }));
  return [head, ...lines, ...filler, ...legend];
}

function headLine({ compose }: Model, count: number, titleWidth: number): StyledLine {
  const focused = compose.pane === 'topics';
  const title = padLine({ spans: [span('  '), span('Topics', focused ? 'heading' : 'strong')] }, titleWidth);
  const numbers = Array.from({ length: count }, (_, column) =>
    span(` ${column + 1} `, column === compose.column ? 'accent' : 'marker'),
  );
  return { spans: [...title.spans, ...numbers] };
}

function topicLine(model: Model, topic: Topic, row: number, titleWidth: number): StyledLine {
  const { compose, draft } = model;
  const { definitions } = composeTopics(model);
  const isCurrent = row === compose.row;
  const cells = topic.cells.map((section, column) => {
    const id = definitions[column]?.id ?? '';
    const state = section ? pickState(draft.present, id, sectionPart(section.id)) : null;
    return cellSpan(state, isCurrent && column === compose.column);
  });
  const title = [
    span(isCurrent ? '❯ ' : '  ', compose.pane === 'topics' ? 'accent' : 'muted'),
    span('  '.repeat(Math.min(3, topic.depth))),
    span(visibleText(topic.title)),
  ];
  const line = { spans: [...padLine(cutLine({ spans: title }, titleWidth - 1), titleWidth).spans, ...cells] };
  return isCurrent ? toneLine(line, 'cursor') : line;
}

function cellSpan(state: PickState | null, current: boolean): Span {
  const sign = state === null ? '–' : PICK_SIGNS[state];
  const role = state === null ? 'muted' : state === 'free' ? 'text' : 'accent';
  return current ? span(`[${sign}]`, 'accent') : span(` ${sign} `, role);
}
