import { composeTopics, currentTopic } from '../../app/compose-topics.ts';
import type { Model, Size } from '../../app/model.ts';
import { renderedText } from '../../app/rendered-text.ts';
import type { Section } from '../../core/agent-definition.ts';
import { pickState } from '../../core/draft.ts';
import { flattenSections, sectionLabel, sectionText } from '../../core/section-text.ts';
import { cutLine, type StyledLine, styledLine, toneLine } from '../../core/styled-text.ts';
import { visibleText } from '../../core/visible-text.ts';
import { span, spreadLine } from './frame.tsx';

const BLANK: StyledLine = { spans: [] };

/** What each agent says of the topic under the cursor: a line each, then the text of the one the keys act on. */
export function versionsPaneLines(model: Model, { columns, rows }: Size): readonly StyledLine[] {
  const topic = currentTopic(model);
  if (!topic) return [styledLine('Versions', 'strong')];
  const focused = model.compose.pane === 'versions';
  const title = span(visibleText(topic.title), focused ? 'heading' : 'strong');
  const count = topic.cells.filter((cell) => cell !== null).length;
  const versions = topic.cells.flatMap((section, column) =>
    section ? [versionLine(model, section, column, columns)] : [],
  );
  const section = topic.cells[model.compose.column];
  const text = section
    ? renderedText(sectionText(section), columns, 'rendered')
    : [styledLine(`${agentName(model)} says nothing of this`, 'muted')];
  const head = [
    cutLine({ spans: [title, span(count === 1 ? '  one version' : `  ${count} versions`, 'muted')] }, columns),
    ...versions,
    BLANK,
  ];
  return [...head, ...text.slice(0, Math.max(0, rows - head.length))];
}

function versionLine(model: Model, section: Section, column: number, columns: number): StyledLine {
  const definition = composeTopics(model).definitions[column];
  const state = definition ? pickState(model.draft.present, definition.id, section.id) : 'free';
  const current = column === model.compose.column;
  const left = [
    span(current ? '❯ ' : '  ', model.compose.pane === 'versions' ? 'accent' : 'muted'),
    span(state === 'picked' ? '● ' : state === 'inside' ? '◦ ' : '○ ', state === 'free' ? 'muted' : 'accent'),
    span(`${column + 1} `, 'marker'),
    span(visibleText(sectionLabel(section))),
  ];
  const size = sizeWords(section);
  const line = spreadLine(cutLine({ spans: left }, columns - size.length - 2).spans, [span(size, 'muted')], columns);
  return current ? toneLine(line, 'cursor') : line;
}

/** How much there is to a section: its items where it has some, else its lines. */
function sizeWords(section: Section): string {
  const items = flattenSections([section]).reduce(
    (sum, { items: plain, kind }) => sum + plain.length + (kind === 'item' ? 1 : 0),
    0,
  );
  if (items > 0) return items === 1 ? '1 item' : `${items} items`;
  const lines = sectionText(section).trim().split('\n').length;
  return lines === 1 ? '1 line' : `${lines} lines`;
}

function agentName(model: Model): string {
  return visibleText(composeTopics(model).definitions[model.compose.column]?.name ?? 'This agent');
}
