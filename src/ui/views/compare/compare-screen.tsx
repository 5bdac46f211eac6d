import { type ComparisonGrid, comparisonGrid, firstColumn } from '../../../app/compare/comparison-grid.ts';
import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { compareLayout, frameLayout, LEAD } from '../../../app/model/layout.ts';
import type { Model } from '../../../app/model/model.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { pickState } from '../../../core/compose/arrange-draft.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import { sectionPart } from '../../../core/sections/definition-part.ts';
import { type StyledLine, styledLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';
import { type PaneSet, positionWords, sideBySide } from '../parts/panes.tsx';
import { topicMatrixLines } from './topic-matrix.ts';

/** Definitions in columns, their matching sections on the same line, scrolling together; or the table of topics. */
export function comparePanes(model: Model): PaneSet {
  const { columns, bodyHeight: rows } = frameLayout(model.size);
  const grid = comparisonGrid(model);
  if (model.compare.isMatrix) {
    const position = grid.topics.length > 0 ? `${model.compare.topic + 1} of ${grid.topics.length}` : '';
    const lines = topicMatrixLines(model, columns, rows);
    return {
      direction: 'row',
      panes: [{ name: 'topics', columns, rows, title: [span('Topics')], position, focused: true, lines }],
    };
  }
  const { scroll } = model.compare;
  const body = grid.lines.slice(scroll, scroll + rows).map((_, index) => rowCells(model, grid, scroll + index));
  const { definitions: library } = model.library;
  const panes = grid.definitions.map((definition, column) => {
    const where = ` · ${visibleText(whereLabel(library, definition))}`;
    return {
      name: `column ${column}`,
      rows,
      title: [span(`${column + 1} ${visibleText(definition.name)}`), span(where, 'muted')],
      focused: column === model.compare.pane,
      lines: body.map((cells) => cells[column] ?? styledLine('')),
    };
  });
  const first = firstColumn(model);
  const shown = panes.slice(first, first + compareLayout(model.size, panes.length).shown);
  const last = shown.at(-1);
  // One position speaks for all: they scroll together.
  const position = positionWords(scroll, rows, grid.lines.length);
  return sideBySide(last ? [...shown.slice(0, -1), { ...last, position }] : [], grid.width + LEAD, columns);
}

/** One line of the grid: a bar at the topic the keys act on, a dot at sections that are in the draft. */
function rowCells(model: Model, grid: ComparisonGrid, line: number): readonly StyledLine[] {
  const { topic = -1, cells = [] } = grid.lines[line] ?? {};
  const isFirst = grid.starts[topic] === line;
  const isLast = (grid.starts[topic + 1] ?? grid.lines.length) === line + 1;
  return cells.map((cell, column) => {
    const section = grid.topics[topic]?.cells[column];
    const definition = grid.definitions[column];
    const current = topic === model.compare.topic && !(isLast && cells.every(({ spans }) => spans.length === 0));
    const state =
      section && definition ? pickState(model.draft.present, definition.id, sectionPart(section.id)) : 'free';
    const dot = isFirst && state !== 'free' ? signSpan(PICK_SIGNS[state], ' ') : null;
    const bar = current ? span('▎ ', column === model.compare.pane ? 'accent' : 'muted') : span('  ');
    return { spans: [dot ?? bar, ...cell.spans] };
  });
}
