import type { FieldChoice } from '../../core/compose/ingredient-fields.ts';
import type { Span, StyledLine } from '../../text/styled-text.ts';
import { cutLine, cutLines, cutMiddle, padLine, toneLine } from '../../text/styled-text.ts';
import { textWidth } from '../../text/text-cells.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { frameLayout, type SplitLayout, saveLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { SAVE_FIELDS, type SaveField } from '../model/save-state.ts';
import { clamped, scrolledTo } from '../model/scrolling.ts';
import { type FieldRow, fieldLines } from '../model/wrapped-field.ts';
import { FIELD_LABELS } from './field-labels.ts';
import { fieldRemark } from './field-remarks.ts';
import { formChoices } from './form-choices.ts';
import { shownFields } from './shown-fields.ts';

/** Cells before what a field holds: the cursor's sign and the label. */
export const LABEL = 14;
/** More of a remark is not shown: the list of choices has all of it. */
const MOST_REMARK_ROWS = 4;
const MOST_CHOICES = 8;

/** A line of the form. */
export interface FormRow {
  readonly field: SaveField;
  /** All of it, or the label before a field that stands on one row. */
  readonly line: StyledLine;
  /** Whether what the field holds is to be drawn behind the label. */
  readonly isInput: boolean;
  /** The stretch of what the field holds that the line shows, where it stands on several. */
  readonly stretch?: FieldRow;
}

/** The panes of the form: where there is no room side by side, the form grows with what is unfolded in it. */
export function formLayout(model: Model): SplitLayout {
  const layout = saveLayout(model);
  if (layout.direction === 'row' || layout.second.rows === 0) return layout;
  return saveLayout(model, formRows(model, layout.first.columns).length);
}

/** Cells for what a field holds, the caret included. */
export function fieldWidth(model: Model): number {
  return inputWidth(saveLayout(model).first.columns);
}

const inputWidth = (columns: number): number => Math.max(2, columns - LABEL - 1);

/** The lines of the form that are on the screen: the focused field always is, with what is said about it. */
export function visibleFormRows(model: Model): readonly FormRow[] {
  const { columns, rows } = formLayout(model).first;
  const all = formRows(model, columns);
  const { focused } = model.save;
  const first = all.findIndex(({ field }) => field === focused);
  const last = all.findLastIndex(({ field }) => field === focused);
  const top = clamped(Math.min(first, last - rows + 1), 0, Math.max(0, all.length - rows));
  return all.slice(top, top + rows);
}

function formRows(model: Model, columns: number): readonly FormRow[] {
  const width = inputWidth(columns);
  return shownFields(model).flatMap((field) => {
    const said = fieldRemark(model, field);
    const isFocused = model.save.focused === field;
    const remarks = said === null ? [] : cutLines(wrapSpans([said], width), MOST_REMARK_ROWS, width);
    const choices = isFocused ? choiceLines(model, columns) : [];
    return [
      ...linesOfField(model, field, width),
      ...remarks.map(({ spans }) => ({ field, line: { spans: [INDENT, ...spans] }, isInput: false })),
      ...choices.map((line) => ({ field, line, isInput: false })),
    ];
  });
}

const span = (text: string, role: Span['role'] = 'text'): Span => ({ text, role });
const INDENT = span(' '.repeat(LABEL));

/** The field itself: on one row, or, while it has the focus and holds more, on as many as it takes. */
function linesOfField(model: Model, field: SaveField, width: number): readonly FormRow[] {
  const isFocused = model.save.focused === field;
  const label = {
    spans: [
      span(isFocused ? '❯ ' : '  ', 'accent'),
      span(FIELD_LABELS[field].padEnd(LABEL - 2), isFocused ? 'strong' : 'muted'),
    ],
  };
  const room = { columns: width, rows: mostRows(model) };
  // Of what is being chosen the beginning is read.
  const isChosen = isFocused && model.save.choices !== null;
  const value = model.save.fields[field];
  const shown = isChosen ? { ...value, cursor: 0 } : value;
  const { lines, count } = fieldLines(shown, room, model.dialog === null && !isChosen);
  if (!isFocused || count === 1) return [{ field, line: label, isInput: true }];
  return lines.map(({ line, stretch }, index) => {
    const lead = index === 0 ? label.spans : [INDENT];
    return { field, line: { spans: [...lead, ...line.spans] }, isInput: false, stretch };
  });
}

/** Rows for the field that has the focus: half the height, less where the file below would have no room. */
function mostRows(model: Model): number {
  const { bodyHeight } = frameLayout(model.size);
  const half = Math.floor(bodyHeight / 2);
  const beside = saveLayout(model).direction === 'row';
  return Math.max(1, beside ? half : Math.min(half, bodyHeight - SAVE_FIELDS.length - 3));
}

/** The open list of choices, in a box under its field. */
function choiceLines(model: Model, columns: number): readonly StyledLine[] {
  if (model.save.choices === null) return [];
  const { cursor } = model.save.choices;
  const all = formChoices(model);
  const width = Math.max(8, columns - 6);
  // Behind an edge, a blank and the sign of the cursor, and before a blank and an edge.
  const inside = width - 6;
  const isRoomy = all.every(({ value, from }) => textWidth(value) + GAP_BETWEEN + textWidth(from) <= inside);
  const isStacked = !isRoomy && saveLayout(model).direction === 'row';
  const most = isStacked ? Math.max(2, Math.floor((mostRows(model) - 2) / MOST_STACKED_ROWS)) : MOST_CHOICES;
  const top = scrolledTo(cursor, 0, most, all.length);
  const shown = all.slice(top, top + most);
  const place = all.length > shown.length ? ` ${top + 1}–${top + shown.length} of ${all.length} ` : '';
  const edge = (start: string, words: string, end: string): StyledLine => ({
    spans: [span(`   ${start}${words}${'─'.repeat(Math.max(0, width - 2 - words.length))}${end}`, 'muted')],
  });
  const fromWidth = Math.min(Math.floor((inside + 2) * 0.55), Math.max(...all.map(({ from }) => textWidth(from))));
  const lines = shown.flatMap((choice, index) => {
    const isHere = top + index === cursor;
    const rows = isStacked ? stackedChoice(choice, inside, isHere) : [choiceRow(choice, inside, fromWidth, isHere)];
    return rows.map((own, at): StyledLine => {
      const row = { spans: [span(isHere && at === 0 ? '❯ ' : '  ', 'accent'), ...own.spans] };
      const { spans } = isHere ? toneLine(row, 'cursor') : row;
      return { spans: [span('   │ ', 'muted'), ...spans, span(' │', 'muted')] };
    });
  });
  return [edge('╭', '─ choices ', '╮'), ...lines, edge('╰', place === '' ? '' : `─${place}`, '╯')];
}

/** Cells between what a choice is and where it comes from. */
const GAP_BETWEEN = 2;
/** Of what a choice is so many rows are shown, and one below of where it comes from. */
const MOST_VALUE_ROWS = 2;
const MOST_STACKED_ROWS = MOST_VALUE_ROWS + 1;

/** A choice and where it comes from, on one row. */
function choiceRow({ value, from }: FieldChoice, inside: number, fromWidth: number, isHere: boolean): StyledLine {
  const room = inside - fromWidth - GAP_BETWEEN;
  const left = padLine(cutLine({ spans: [valueSpan(value, isHere)] }, room), room + GAP_BETWEEN);
  // What tells two of them apart is at the end.
  const origin = cutMiddle(visibleText(from), fromWidth);
  const right = padLine({ spans: [span(origin, isHere ? 'text' : 'muted')] }, fromWidth);
  return { spans: [...left.spans, ...right.spans] };
}

/** A choice with where it comes from under it, where both have no room on one row. */
function stackedChoice({ value, from }: FieldChoice, inside: number, isHere: boolean): readonly StyledLine[] {
  const values = cutLines(wrapSpans([valueSpan(value, isHere)], inside), MOST_VALUE_ROWS, inside);
  const origin = span(`  ${cutMiddle(visibleText(from), inside - 2)}`, isHere ? 'text' : 'muted');
  return [...values, { spans: [origin] }].map((line) => padLine(line, inside));
}

const valueSpan = (value: string, isHere: boolean): Span => span(visibleText(value) || '–', isHere ? 'strong' : 'text');
