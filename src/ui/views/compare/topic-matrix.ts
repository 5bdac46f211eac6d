import { comparisonGrid } from '../../../app/compare/comparison-grid.ts';
import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import type { Model } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { pickState } from '../../../core/compose/arrange-draft.ts';
import type { Section } from '../../../core/definition/agent-definition.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import { sectionPart } from '../../../core/sections/definition-part.ts';
import { sectionText } from '../../../core/sections/section-text.ts';
import type { Topic } from '../../../core/topics/comparison.ts';
import { greatest } from '../../../kit/long-lists.ts';
import { cutLine, padLine, type Span, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';

/** Cells of a bar, and of a column of the table with its dot. */
const BAR = 6;
const CELL = BAR + 3;
const ALIKE = 7;

/**
 * The table of topics: who speaks of what, how much, and how alike. A bar is as long as the root of the text's length:
 * lengths differ too much to be told apart at their own scale.
 */
export function topicMatrixLines(model: Model, columns: number, rows: number): readonly StyledLine[] {
  const { definitions, topics, lack } = comparisonGrid(model);
  const { topic: current, pane } = model.compare;
  const titleWidth = Math.max(8, Math.min(48, columns - CELL * definitions.length - ALIKE - 2));
  const legend = definitions.map((definition, column) =>
    cutLine(
      {
        spans: [
          span(`   ${column + 1} `, column === pane ? 'accent' : 'marker'),
          span(visibleText(definition.name), column === pane ? 'strong' : 'text'),
          span(visibleText(` · ${whereLabel(model.library.definitions, definition)}`), 'muted'),
        ],
      },
      columns,
    ),
  );
  const room = Math.max(1, rows - legend.length - 3);
  const largest = Math.max(1, greatest(topics.flatMap(({ cells }) => cells.map(sizeOf))));
  const top = scrolledTo(current, Math.max(0, current - Math.floor(room / 2)), room, topics.length);
  const lines = topics
    .slice(top, top + room)
    .map((topic, index) => topicLine(model, topic, top + index, titleWidth, largest));
  const numbers = definitions.map((_, column) =>
    span(`  ${column + 1}`.padEnd(CELL), column === pane ? 'accent' : 'marker'),
  );
  const head: StyledLine = {
    spans: [...padLine(styledLine('  Topic', 'strong'), titleWidth).spans, ...numbers, span('alike', 'muted')],
  };
  if (topics.length === 0)
    return [...legend, { spans: [] }, styledLine(`  ${lack ?? 'No sections to compare'}`, 'muted')];
  return [...legend, { spans: [] }, head, ...lines];
}

function topicLine(model: Model, topic: Topic, row: number, titleWidth: number, largest: number): StyledLine {
  const { definitions } = comparisonGrid(model);
  const isCurrent = row === model.compare.topic;
  const title = [
    span(isCurrent ? '❯ ' : '  ', 'accent'),
    span('  '.repeat(Math.min(3, topic.depth))),
    span(visibleText(topic.title)),
  ];
  const cells = topic.cells.flatMap((section, column): readonly Span[] => {
    if (!section) return [span('  '), signSpan('lacks', ' '.repeat(CELL - 3))];
    const state = pickState(model.draft.present, definitions[column]?.id ?? '', sectionPart(section.id));
    const isFocused = isCurrent && column === model.compare.pane;
    const sign = state !== 'free' ? signSpan(PICK_SIGNS[state], ' ') : span(isFocused ? '❯ ' : '  ', 'accent');
    return [sign, span(bar(sizeOf(section) / largest).padEnd(CELL - 2), isFocused ? 'accent' : 'text')];
  });
  const alike = topic.similarity === null ? '' : `${Math.round(topic.similarity * 100)} %`;
  const left = padLine(cutLine({ spans: title }, titleWidth - 1), titleWidth);
  const line = { spans: [...left.spans, ...cells, span(alike.padStart(5), 'muted')] };
  return isCurrent ? toneLine(line, 'cursor') : line;
}

function sizeOf(section: Section | null): number {
  return section ? sectionText(section).length : 0;
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar for a share of the largest; whatever is there at all is seen. */
function bar(share: number): string {
  const eighths = Math.max(1, Math.round(Math.sqrt(share) * BAR * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
