import { Box } from 'ink';
import type { ReactNode } from 'react';
import { type ComparisonGrid, comparisonGrid, firstColumn } from '../../../app/compare/comparison-grid.ts';
import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { compareLayout, frameLayout } from '../../../app/model/layout.ts';
import type { Model } from '../../../app/model/model.ts';
import { pickState } from '../../../core/compose/arrange-draft.ts';
import { sectionPart } from '../../../core/sections/definition-part.ts';
import { joinColumns, padLine, type Span, type StyledLine, styledLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { Pane, span } from '../parts/frame.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';
import { topicMatrixLines } from './topic-matrix.ts';

const RULE: Span = span('│', 'muted');

/** Definitions in columns, their matching sections on the same line, scrolling together; or the table of topics. */
export function CompareScreen({ model, paint }: ScreenProps): ReactNode {
  const { columns, bodyHeight, roomy } = frameLayout(model.size);
  if (model.compare.isMatrix) {
    return (
      <Pane paint={paint} lines={topicMatrixLines(model, columns, bodyHeight)} columns={columns} rows={bodyHeight} />
    );
  }
  const grid = comparisonGrid(model);
  const { rows } = compareLayout(model.size, grid.definitions.length);
  const { scroll } = model.compare;
  const body = grid.lines.slice(scroll, scroll + rows).map((_, index) => rowLine(model, grid, scroll + index));
  const head = [titleLine(model, grid), ...(roomy ? [crossedRule(model, grid, columns)] : [])];
  return (
    <Box>
      <Pane paint={paint} lines={[...head, ...body]} columns={columns} rows={bodyHeight} />
    </Box>
  );
}

/** The rule under the titles, crossed by those between the columns. */
function crossedRule(model: Model, { definitions, width }: ComparisonGrid, columns: number): StyledLine {
  const line = shown(model, definitions).map(() => '─'.repeat(width + 3));
  return styledLine(line.join('┼').padEnd(columns, '─'), 'muted');
}

function titleLine(model: Model, { definitions, width }: ComparisonGrid): StyledLine {
  const cells = definitions.map((definition, column): StyledLine => {
    const focused = column === model.compare.pane;
    const origin = span(visibleText(` · ${definition.origin}`), 'muted');
    const name = span(visibleText(definition.name), focused ? 'heading' : 'strong');
    return { spans: [span(focused ? '❯ ' : '  ', 'accent'), name, origin] };
  });
  return joined(shown(model, cells), width);
}

/** One line of the grid: a bar at the topic the keys act on, a dot at sections that are in the draft. */
function rowLine(model: Model, grid: ComparisonGrid, line: number): StyledLine {
  const { topic = -1, cells = [] } = grid.lines[line] ?? {};
  const isFirst = grid.starts[topic] === line;
  const isLast = (grid.starts[topic + 1] ?? grid.lines.length) === line + 1;
  const marked = cells.map((cell, column) => {
    const section = grid.topics[topic]?.cells[column];
    const definition = grid.definitions[column];
    const current = topic === model.compare.topic && !(isLast && cells.every(({ spans }) => spans.length === 0));
    const state =
      section && definition ? pickState(model.draft.present, definition.id, sectionPart(section.id)) : 'free';
    const dot = isFirst && state !== 'free' ? `${PICK_SIGNS[state]} ` : null;
    const bar = current ? span('▎ ', column === model.compare.pane ? 'accent' : 'muted') : span('  ');
    return { spans: [dot ? span(dot, 'accent') : bar, ...cell.spans] };
  });
  return joined(shown(model, marked), grid.width);
}

/** Of something for each column, that of the columns on the screen. */
function shown<Item>(model: Model, items: readonly Item[]): readonly Item[] {
  const first = firstColumn(model);
  return items.slice(first, first + compareLayout(model.size, model.compare.ids.length).shown);
}

function joined(cells: readonly StyledLine[], width: number): StyledLine {
  const columns = cells.map((line) => ({ lines: [padLine(line, width + 3)], width: width + 3 }));
  return joinColumns(columns, RULE)[0] ?? styledLine('');
}
