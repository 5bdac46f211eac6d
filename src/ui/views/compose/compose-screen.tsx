import { cellState } from '../../../app/compose/cell-state.ts';
import { composeTopics, currentTopic } from '../../../app/compose/compose-topics.ts';
import { joiningHere } from '../../../app/compose/joining.ts';
import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { CELL, topicsWindow, topicTitleWidth } from '../../../app/compose/topics-window.ts';
import type { ComposePane } from '../../../app/model/compose-state.ts';
import { composeLayout, EDGE } from '../../../app/model/layout.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { type SignName, signSpan } from '../../../app/model/signs.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import type { Topic } from '../../../core/topics/comparison.ts';
import { cutLine, lineWidth, padLine, type Span, type StyledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../../text/wrap-spans.ts';
import { span } from '../parts/frame.tsx';
import { labelled } from '../parts/labelled.ts';
import type { FramedPane, PaneSet } from '../parts/panes.tsx';
import { topicTitle } from '../parts/topic-title.ts';
import { resultPaneText } from './compose-result.ts';
import { versionsPaneLines } from './compose-versions.ts';

/** The draft in the making: topics, the versions of one of them, and the result. */
export function composePanes(model: Model): PaneSet {
  const { rows, ...widths } = composeLayout(model);
  const { compose, draft } = model;
  const topic = currentTopic(model);
  const result = resultPaneText(model, { columns: widths.result, rows });
  const panes: Readonly<Record<ComposePane, () => Omit<FramedPane, keyof Size | 'name' | 'focused'>>> = {
    topics: () => ({
      title: topicsTitle(model, widths.topics),
      lines: topicsPaneLines(model, { columns: widths.topics, rows }),
    }),
    versions: () => {
      const lines = versionsPaneLines(model, { columns: widths.versions, rows });
      return {
        title: topic ? [span(visibleText(topic.title))] : [span('Versions')],
        position: topic ? versionCount(topic) : '',
        lines,
        stops: lines.map(({ stop }) => stop),
      };
    },
    result: () => ({
      title: [span('Result')],
      position: draft.present.picks.length > 0 ? result.position : '',
      lines: result.lines,
    }),
  };
  const shown = (['topics', 'versions', 'result'] as const).filter((pane) => widths[pane] > 0);
  return {
    direction: 'row',
    legend: result.legend,
    panes: shown.map((pane, at) => ({
      name: pane,
      ...panes[pane](),
      columns: widths[pane] + (at === shown.length - 1 ? EDGE : 0),
      rows,
      focused: compose.pane === pane,
    })),
  };
}

/** Rows are topics, columns are agents, each cell says whether the agent has it and whether it is picked. */
function topicsPaneLines(
  model: Model,
  size: { readonly columns: number; readonly rows: number },
): readonly StyledLine[] {
  const { definitions, topics, lack } = composeTopics(model);
  const legend = definitions.map((definition, index): StyledLine => {
    const number = span(` ${index + 1} `, 'marker');
    const where = visibleText(whereLabel(model.library.definitions, definition));
    const label = labelled(visibleText(definition.name), where, size.columns - lineWidth({ spans: [number] }));
    return { spans: [number, ...label.map(({ text }) => span(text, 'muted'))] };
  });
  const titleWidth = topicTitleWidth(model);
  const { top, rows, legendRows } = topicsWindow(model, size.rows);
  const lines = topics.slice(top, top + rows).map((topic, index) => topicLine(model, topic, top + index, titleWidth));
  if (topics.length === 0) {
    return wrapSpans([span(lack ?? 'No sections here', 'muted')], size.columns, evenLead([span('  ')]));
  }
  if (legendRows === 0) return lines;
  const filler = Array.from({ length: rows - lines.length + 1 }, (): StyledLine => ({ spans: [] }));
  return [...lines, ...filler, ...legend];
}

/** The title of the topics with the numbers of the agents, each over its column. */
function topicsTitle(model: Model, columns: number): readonly Span[] {
  const { definitions, topics } = composeTopics(model);
  const { row, column } = model.compose;
  const words = topics.length > 0 ? ` ${row + 1} of ${topics.length} ` : ' ';
  // Before the title stands what begins the rule, two cells.
  const room = columns - CELL * definitions.length - 1 - 2 - 'Topics'.length - words.length;
  const numbers = definitions.map((_, at) => span(`─${at + 1}─`, at === column ? 'accent' : 'muted'));
  return [span('Topics'), span(words, 'muted'), span('─'.repeat(Math.max(0, room)), 'muted'), ...numbers];
}

function versionCount({ cells }: Topic): string {
  const count = cells.filter((cell) => cell !== null).length;
  return count === 1 ? 'one version' : `${count} versions`;
}

function topicLine(model: Model, topic: Topic, row: number, titleWidth: number): StyledLine {
  const { compose, draft } = model;
  const { definitions } = composeTopics(model);
  const waiting = joiningHere(model)?.section;
  const isCurrent = row === compose.row;
  const cells = topic.cells.map((section, column) => {
    const definition = definitions[column];
    const state = section && definition ? cellState(draft.present, definition, section) : null;
    if (state === null && topic.goesOn) return cellSpan(null, isCurrent && column === compose.column);
    const name = state === null ? 'lacks' : section === waiting ? 'joining' : PICK_SIGNS[state];
    return cellSpan(name, isCurrent && column === compose.column);
  });
  const title = [span(isCurrent && compose.pane === 'topics' ? '❯ ' : '  ', 'accent'), ...topicTitle(topic)];
  const line = { spans: [...padLine(cutLine({ spans: title }, titleWidth - 1), titleWidth).spans, ...cells] };
  return isCurrent ? toneLine(line, compose.pane === 'topics' ? 'cursor' : 'resting-cursor') : line;
}

function cellSpan(name: SignName | null, current: boolean): Span {
  const sign = name === null ? span(' ') : signSpan(name);
  const [before, after] = current ? ['[', ']'] : [' ', ' '];
  return { ...sign, text: `${before}${sign.text}${after}`, role: current ? 'accent' : sign.role };
}
