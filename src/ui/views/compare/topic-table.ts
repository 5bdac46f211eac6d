import { columnLabel } from '../../../app/compare/columns.ts';
import { comparedTopics } from '../../../app/compare/compared-topics.ts';
import { type TopicRow, topicRows, topicTableWindow } from '../../../app/compare/topic-rows.ts';
import { joiningHere } from '../../../app/compose/joining.ts';
import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { places, stretchesByLine } from '../../../app/find/places-found.ts';
import { findOf } from '../../../app/model/focused-field.ts';
import { EDGE } from '../../../app/model/layout.ts';
import type { Model } from '../../../app/model/model.ts';
import { clamped } from '../../../app/model/scrolling.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { pickState } from '../../../core/compose/arrange-draft.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import { alikeShare } from '../../../core/merging/words-alike.ts';
import { sectionPart } from '../../../core/sections/definition-part.ts';
import type { Topic } from '../../../core/topics/comparison.ts';
import { greatest } from '../../../kit/long-lists.ts';
import {
  cutLine,
  cutMiddle,
  padLine,
  type Span,
  type StyledLine,
  styledLine,
  toneLine,
} from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';
import { type FramedPane, positionWords } from '../parts/panes.tsx';
import { topicTitle, topicTitleCells } from '../parts/topic-title.ts';

/** Widths of the table's columns in cells. */
interface Widths {
  readonly title: number;
  /** Of an agent: a sign, its number between marks of the cursor, and a blank. */
  readonly cell: number;
  /** Whether that has room for what the agent is called. */
  readonly isNamed: boolean;
  readonly alike: number;
  /** Of who says most; 0 where there is no room. */
  readonly most: number;
}

/** The table of topics as a pane: who speaks of what, how much, how alike, and who says most. */
export function topicTablePane(model: Model, columns: number, rows: number): FramedPane {
  const { topics, definitions, lack } = comparedTopics(model);
  const { top, rows: shown } = topicTableWindow(model);
  const widths = widthsFor(columns - EDGE, headLabels(model), greatest(topics.map(titleCells)));
  const numbers = topicRows(model);
  const lines = topics.slice(top, top + shown).flatMap((topic, index) => {
    const row = numbers[top + index];
    return row ? [topicLine(model, topic, row, { at: top + index, widths, columns })] : [];
  });
  const words = lack === null ? [] : [{ spans: [] }, styledLine(`  ${lack}`, 'muted')];
  const focused = definitions[model.compare.pane];
  const title = [span('Topics'), span(focused ? ` · ${columnLabel(model, focused)}` : '', 'muted')];
  const position = positionWords(top, shown, topics.length);
  return {
    name: 'topics',
    columns,
    rows,
    title,
    position,
    focused: findOf(model)?.isTyped !== true,
    lines: [headLine(model, widths), ...lines, ...words],
  };
}

/** Cells that the title of a topic takes, with what stands before it and a blank behind. */
const titleCells = (topic: Topic): number => 3 + topicTitleCells(topic);

/**
 * What each column is called beside its number: by its agent, with where that comes from if another has the name, and by
 * that alone where all have it.
 */
function headLabels(model: Model): readonly string[] {
  const { definitions } = comparedTopics(model);
  const isOfAll = new Set(definitions.map(({ name }) => name)).size === 1 && definitions.length > 1;
  return definitions.map((definition) => {
    const { name } = definition;
    const isShared = definitions.filter((one) => one.name === name).length > 1;
    const where = isShared ? whereLabel(model.library.definitions, definition) : '';
    return visibleText(isOfAll ? where : `${name} ${where}`.trim());
  });
}

const CELL = 8;
/** A cell is made so wide that its head names the agent, unless that leaves less than this. */
const NAMED_CELL = 14;
/** For that a title gives way down to this. */
const NAMED_TITLE = 40;
const MOST_CELL = 32;
/** Of a cell where many stand side by side: three digits at least fit in. */
const LEAST_CELL = 6;
const ALIKE = 7;
const MOST = 24;
const LEAST_TITLE = 12;
/** Longer titles are seldom, and the eye loses the row. */
const MOST_TITLE = 64;

function widthsFor(columns: number, labels: readonly string[], longest: number): Widths {
  const count = labels.length;
  const most = columns - ALIKE - MOST - LEAST_CELL * count >= 2 * LEAST_TITLE ? MOST : 0;
  const room = columns - ALIKE - most;
  const wanted = clamped(4 + greatest(labels.map(textWidth)), CELL, MOST_CELL);
  const roomEach = Math.floor((room - BASE.length - clamped(longest, 2 * LEAST_TITLE, NAMED_TITLE)) / count);
  const named = Math.min(wanted, roomEach);
  const plain = room - CELL * count >= 2 * LEAST_TITLE ? CELL : LEAST_CELL;
  const isNamed = named >= Math.max(plain, Math.min(NAMED_CELL, wanted));
  const cell = isNamed ? named : plain;
  const widest = isNamed ? Math.max(longest, 2 * LEAST_TITLE) : MOST_TITLE;
  return {
    title: clamped(room - (isNamed ? BASE.length : 0) - cell * count, LEAST_TITLE, Math.min(MOST_TITLE, widest)),
    cell,
    isNamed,
    alike: ALIKE,
    most,
  };
}

const BASE = ' base';

/** The base is told so behind its name. */
const cellOf = ({ cell, isNamed }: Widths, column: number): number =>
  isNamed && column === 0 ? cell + BASE.length : cell;

function headLine(model: Model, widths: Widths): StyledLine {
  const { title, cell, isNamed, alike, most } = widths;
  const { numbers } = comparedTopics(model);
  const labels = isNamed ? headLabels(model) : [];
  const heads = numbers.flatMap((number, column): readonly Span[] => {
    const role = column === model.compare.pane ? 'accent' : 'muted';
    const base = column === 0 && cell >= CELL ? BASE : '';
    const label = labels[column] ?? '';
    const room = cell - 2 - textWidth(`${number} `);
    const head = label === '' ? `${number}${base}` : `${number} ${cutMiddle(label, room)}${base}`;
    return padLine(styledLine(` ${head}`, role), cellOf(widths, column)).spans;
  });
  const right = [span('alike'.padStart(alike - 1), 'muted'), span(most > 0 ? '   says most' : '', 'muted')];
  return { spans: [...padLine(styledLine(''), title).spans, ...heads, ...right] };
}

function topicLine(
  model: Model,
  topic: Topic,
  { amounts, alike, most }: TopicRow,
  { at, widths, columns }: { readonly at: number; readonly widths: Widths; readonly columns: number },
): StyledLine {
  const { definitions } = comparedTopics(model);
  const waiting = joiningHere(model)?.section;
  const isCurrent = at === model.compare.topic;
  const found = stretchesByLine(places(model), at, at + 1).get(at);
  const title = [span(isCurrent ? '❯ ' : '  ', 'accent'), ...topicTitle(topic, found)];
  const cells = amounts.flatMap((amount, column): readonly Span[] => {
    const section = topic.cells[column];
    const state = section
      ? pickState(model.draft.present, definitions[column]?.id ?? '', sectionPart(section.id))
      : 'free';
    const [open, close] = isCurrent && column === model.compare.pane ? ['[', ']'] : [' ', ' '];
    const name = section && section === waiting ? 'joining' : PICK_SIGNS[state];
    const sign = name === 'free' ? span(' ') : signSpan(name);
    const lack = topic.goesOn ? span(' ') : signSpan('lacks');
    const number = amount ? span(`${amount.unit === 'paragraph' ? '¶' : ''}${amount.count}`) : lack;
    return padLine({ spans: [sign, span(open, 'accent'), number, span(close, 'accent')] }, cellOf(widths, column))
      .spans;
  });
  const left = padLine(cutLine({ spans: title }, widths.title - 1), widths.title);
  const share = span((alike === null ? '' : alikeShare(alike)).padStart(widths.alike - 1), 'muted');
  const end = widths.most > 0 ? span(`   ${most}`) : span('');
  const line = padLine({ spans: [...left.spans, ...cells, share, end] }, columns);
  return isCurrent ? toneLine(line, 'cursor') : line;
}
