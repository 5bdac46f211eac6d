import { columnsInView } from '../../../app/compare/columns-in-view.ts';
import { type ComparisonGrid, comparisonGrid } from '../../../app/compare/comparison-grid.ts';
import { joiningHere } from '../../../app/compose/joining.ts';
import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { places, stretchesByLine, withPlaces } from '../../../app/find/places-found.ts';
import { findOf } from '../../../app/model/focused-field.ts';
import { frameLayout, LEAD } from '../../../app/model/layout.ts';
import type { Model } from '../../../app/model/model.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { pickState } from '../../../core/compose/arrange-draft.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import { alikeShare, wordsAlike } from '../../../core/merging/words-alike.ts';
import { sectionPart } from '../../../core/sections/definition-part.ts';
import { cutMiddle, type Span, type StyledLine, styledLine } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';
import { type PaneSet, sideBySide } from '../parts/panes.tsx';
import { topicTablePane } from './topic-table.ts';

/** Agents in columns, their matching sections on the same line, scrolling together; or the table of topics. */
export function comparePanes(model: Model): PaneSet {
  const { columns, bodyHeight: rows } = frameLayout(model.size);
  if (model.compare.isMatrix)
    return { direction: 'row', panes: [topicTablePane(model, columns, rows)], legend: [span(TABLE_WORDS, 'muted')] };
  const grid = comparisonGrid(model);
  const { scroll, view } = model.compare;
  const find = findOf(model);
  const found = places(model);
  const shown = grid.definitions.map((_, column) => stretchesByLine(found, scroll, scroll + rows, column));
  const hit = find ? found[find.hit]?.[0] : undefined;
  const here = hit ? hit.line : (conflictShown(grid, model.compare, rows) ?? firstShown(grid, model.compare));
  const body = grid.lines.slice(scroll, scroll + rows).map((_, index) => {
    const line = scroll + index;
    const cells = rowCells(model, grid, line, here);
    return cells.map(({ spans: [cursor = span(' '), sign = span(' '), ...spans] }, column) => {
      const text = withPlaces({ spans }, shown[column]?.get(line) ?? []);
      return { spans: [cursor, sign, ...text.spans] };
    });
  });
  const panes = columnsInView(model).flatMap((column) => {
    const definition = grid.definitions[column];
    if (!definition) return [];
    const position = column === 0 ? 'base' : alikeShare(wordsAlike(grid.definitions[0]?.body ?? '', definition.body));
    return {
      name: `column ${column}`,
      rows,
      columns: (grid.widths[column] ?? 0) + LEAD,
      title: columnTitle(model, grid, column, (grid.widths[column] ?? 0) + LEAD - textWidth(position) - TITLE_RULE),
      position,
      focused: column === model.compare.pane && find?.isTyped !== true,
      lines: body.map((cells) => cells[column] ?? styledLine('')),
    };
  });
  const base = `against base ${grid.numbers[0] ?? ''}`;
  const against = view === 'words' ? [`${base} (% of words alike):`, `${base}:`] : [];
  return { ...sideBySide(panes, columns), against };
}

/** What the numbers of the table count. */
const TABLE_WORDS = '  numbers: items, fields, or with ¶ paragraphs';

/** Cells of a column's title that belong to its rule: a lead, blanks, and the crossing. */
const TITLE_RULE = 6;
/** A name is not cut shorter than this for the sake of where it comes from. */
const LEAST_NAME = 8;

/** The number and the name of an agent, with where it comes from: cut so that what tells it from the others stays. */
function columnTitle(
  model: Model,
  { definitions, numbers }: ComparisonGrid,
  column: number,
  room: number,
): readonly Span[] {
  const definition = definitions[column];
  if (!definition) return [];
  const number = `${numbers[column] ?? ''} `;
  const name = visibleText(definition.name);
  const where = ` · ${visibleText(whereLabel(model.library.definitions, definition))}`;
  const least = Math.min(LEAST_NAME, textWidth(name));
  const isNeeded = definitions.filter((one) => one.name === definition.name).length > 1;
  const hasRoom = textWidth(number + name + where) <= room;
  const shown = hasRoom ? where : isNeeded ? cutMiddle(where, room - textWidth(number) - least) : '';
  return [span(`${number}${cutMiddle(name, Math.max(1, room - textWidth(number + shown)))}`), span(shown, 'muted')];
}

const HERE: Span = { ...span('❯', 'accent'), tone: 'here' };

/**
 * One line of the grid, with a sign at sections that are in the draft.
 *
 * @param here The line of the cursor: at the topic the keys act on, or at the place found.
 */
function rowCells(model: Model, grid: ComparisonGrid, line: number, here: number): readonly StyledLine[] {
  const found = grid.lines[line];
  const { topic = -1 } = found ?? {};
  const cells = found?.marked() ?? [];
  const isFirst = grid.starts[topic] === line;
  const waiting = isFirst ? joiningHere(model)?.section : undefined;
  const isCurrent = topic === model.compare.topic && cells.some(({ spans }) => spans.length > 0);
  return cells.map((cell, column) => {
    const section = grid.topics[topic]?.cells[column];
    const definition = grid.definitions[column];
    const state =
      section && definition ? pickState(model.draft.present, definition.id, sectionPart(section.id)) : 'free';
    const isFocused = column === model.compare.pane;
    const cursor = !isCurrent || !isFocused ? span(' ') : line === here ? HERE : span('▎', 'accent');
    const name = section && section === waiting ? 'joining' : PICK_SIGNS[state];
    const taken = isFirst && name !== 'free' ? signSpan(name) : span(' ');
    return { spans: [cursor, taken, ...cell.spans] };
  });
}

/** The line of the conflict gone to, while it is in view and the keys act on its topic. */
function conflictShown(
  { conflicts, lines }: ComparisonGrid,
  { conflict, scroll, topic }: Model['compare'],
  rows: number,
): number | null {
  const line = conflicts[conflict];
  const isInView = line !== undefined && line >= scroll && line < scroll + rows;
  return isInView && lines[line]?.topic === topic ? line : null;
}

/** The first line on the screen with text of the topic that the keys act on, where its beginning is above. */
function firstShown({ lines }: ComparisonGrid, { scroll, topic }: Model['compare']): number {
  return lines.findIndex(
    (line, at) => at >= scroll && line.topic === topic && line.cells.some(({ spans }) => spans.length > 0),
  );
}
