import type { ReactNode } from 'react';
import { dialogLines, type TextDialog } from '../../../app/commands/dialog-text.ts';
import { helpLines } from '../../../app/commands/help-page.ts';
import { type HelpEntry, helpEntries, helpFound } from '../../../app/commands/help-search.ts';
import { paletteCommands } from '../../../app/commands/palette.ts';
import { isRowDialog, rowsInView, rowsOf, rowText } from '../../../app/commands/row-text.ts';
import { columnChoices } from '../../../app/compare/column-choices.ts';
import { beginWords } from '../../../app/drafts/begin-composing.ts';
import { draftRow, listedDrafts } from '../../../app/drafts/draft-list.ts';
import { keyLabel } from '../../../app/keys/key-labels.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import type { Dialog } from '../../../app/model/dialog.ts';
import { ANSWER_ROWS, BOX, boxKind, dialogLayout, FIELD_ROWS } from '../../../app/model/layout.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { signSpan } from '../../../app/model/signs.ts';
import type { TextField } from '../../../app/model/text-field.ts';
import { fieldLines } from '../../../app/model/wrapped-field.ts';
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
import { wrapSpans } from '../../../text/wrap-spans.ts';
import { definitionListLines } from '../browse/definition-list.ts';
import { Box } from '../parts/box.ts';
import { Pane, span, spreadLine } from '../parts/frame.tsx';
import { hasCursor, positionWords, titledRule, withCursor } from '../parts/panes.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';
import { TextInput } from '../parts/text-input.tsx';
import { answersLine } from './answers-line.ts';
import { dialogTitle } from './dialog-title.ts';
import { overwriteContent } from './overwrite-content.ts';

interface DialogBoxProps extends ScreenProps {
  readonly dialog: Dialog;
}

const PLACEHOLDERS = {
  palette: 'type to find a command',
  column: 'type to find an agent',
  rename: 'the title it came with',
  reword: 'the words it came with',
  name: 'lowercase letters, digits and hyphens',
  new: 'type it',
  drafts: 'type to narrow the list',
} as const;

const BLANK: StyledLine = { spans: [] };

/** What is inside a box, and what is said at its edge. */
interface BoxContent {
  readonly title: string;
  readonly position: string;
  readonly lines: readonly StyledLine[];
  readonly field?: TextField;
  /** Whether it grows and shrinks while one types: its first line stays where it is. */
  readonly grows?: boolean;
  /** Whether the keys go elsewhere than to the field. */
  readonly isIdle?: boolean;
}

/** A dialog laid out. */
interface DialogFrame {
  /** Where the box begins. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** The lines of the box, its edges included. */
  readonly framed: readonly StyledLine[];
  readonly field: TextField | undefined;
  readonly isIdle: boolean;
}

/** Where the box of a dialog lies, and what it shows. */
export function dialogFrame(model: Model, dialog: Dialog): DialogFrame {
  const inside = dialogLayout(model.size, boxKind(dialog.kind));
  const {
    title,
    position,
    lines,
    field,
    grows = field !== undefined,
    isIdle = false,
  } = boxContent(model, dialog, inside);
  const width = inside.columns + BOX.columns;
  const rows = Math.min(inside.rows, Math.max(1, lines.length));
  const left = Math.max(0, Math.floor((model.size.columns - width) / 2));
  const height = grows ? inside.rows : rows;
  const top = Math.max(0, Math.floor((model.size.rows - 1 - height - BOX.rows) / 2));
  // What is only read has no row of its own for the terminal's cursor.
  const isRead = field === undefined && !hasCursor(lines);
  const shownTitle = isRead ? withCursor([span(title)]) : [span(title)];
  const framed = [
    edge(width, ['╭', '╮'], titledRule(width - 2, shownTitle, '', { focused: true, lead: '─ ', tail: ' ─' })),
    ...lines
      .slice(0, rows)
      .map((line) => ({ spans: [span('│ ', 'muted'), ...padLine(line, inside.columns).spans, span(' │', 'muted')] })),
    edge(width, ['╰', '╯'], titledRule(width - 2, [], position, { focused: false, lead: '─ ', tail: ' ─' })),
  ];
  return { left, top, width, framed, field, isIdle };
}

/** A dialog: a box over the dimmed screen, so that what is asked about stays in sight. */
export function DialogBox({ model, dialog, paint }: DialogBoxProps): ReactNode {
  const { left, top, width, framed, field, isIdle } = dialogFrame(model, dialog);
  const columns = width - BOX.columns;
  return (
    <>
      <Box position="absolute" marginLeft={left} marginTop={top}>
        <Pane paint={paint} lines={framed} columns={width} rows={framed.length} />
      </Box>
      {field && (
        <Box position="absolute" marginLeft={left + 2} marginTop={top + 1} width={columns} height={1}>
          <TextInput
            field={field}
            width={columns}
            focused={!isIdle}
            placeholder={placeholderOf(dialog)}
            paint={paint}
          />
        </Box>
      )}
    </>
  );
}

function edge(width: number, [start, end]: readonly [string, string], rule: readonly Span[]): StyledLine {
  return cutLine({ spans: [span(start, 'muted'), ...rule, span(end, 'muted')] }, width);
}

function placeholderOf({ kind }: Dialog): string {
  return kind === 'palette' || kind === 'column' || kind === 'drafts' ? PLACEHOLDERS[kind] : '';
}

function boxContent(model: Model, dialog: Dialog, { columns, rows }: Size): BoxContent {
  const title = dialogTitle(model, dialog);
  switch (dialog.kind) {
    case 'palette': {
      const count = paletteCommands(model).length;
      const height = rows - FIELD_ROWS;
      const top = scrolledTo(dialog.cursor, 0, height, count);
      const lines = [BLANK, BLANK, ...paletteLines(model, dialog.cursor, columns, height)];
      return { title, position: positionWords(top, height, count), lines, field: dialog.query };
    }
    case 'column': {
      const hits = columnChoices(model);
      const height = rows - FIELD_ROWS;
      const top = scrolledTo(dialog.cursor, 0, height, hits.length);
      const list = definitionListLines({
        hits,
        library: model.library.definitions,
        top,
        cursor: dialog.cursor,
        marked: new Set(model.compare.ids),
        twins: new Set(),
        judged: model.browse.judged,
        columns,
        rows: height,
      });
      const none = styledLine('No agent is called that', 'muted');
      const lines = [BLANK, BLANK, ...(hits.length === 0 ? [none] : list)];
      return { title, position: positionWords(top, height, hits.length), lines, field: dialog.query };
    }
    case 'help': {
      if (dialog.query.text === '') {
        const all = helpLines(model, dialog, columns);
        const words = all.length > rows ? `${positionWords(dialog.cursor, rows, all.length)} · ` : '';
        const position = `${words}type to search all ${helpEntries(model).length}`;
        return { title, position, lines: all.slice(dialog.cursor, dialog.cursor + rows) };
      }
      const found = helpFound(model);
      const height = rows - FIELD_ROWS;
      const top = scrolledTo(dialog.cursor, 0, height, found.length);
      const lines = [BLANK, BLANK, ...foundLines(found, dialog.cursor, top, columns, height)];
      return { title, position: positionWords(top, height, found.length), lines, field: dialog.query };
    }
    case 'name':
    case 'new':
    case 'rename':
    case 'reword': {
      const { lines, top, count } = fieldLines(dialog.words, { columns, rows }, true);
      const position = count > rows ? positionWords(top, rows, count) : '';
      const isEmpty = dialog.words.text === '';
      const placeholder = cutLine({ spans: [{ ...span(PLACEHOLDERS[dialog.kind], 'muted'), tone: 'caret' }] }, columns);
      return { title, position, lines: isEmpty ? [placeholder] : lines.map(({ line }) => line), grows: true };
    }
    case 'drafts': {
      const count = listedDrafts(model).length;
      const height = dialog.filter ? rows - FIELD_ROWS : rows;
      const position = positionWords(scrolledTo(dialog.cursor, 0, height, count), height, count);
      const list = draftLines(model, dialog, columns, height);
      if (dialog.filter === null) return { title, position, lines: list };
      const { words, isTyped } = dialog.filter;
      return { title, position, lines: [BLANK, BLANK, ...list], field: words, isIdle: !isTyped };
    }
    case 'begin': {
      const words = beginWords(model, dialog.ids).flatMap((text) => wrapSpans([span(text)], columns));
      const answers = [`Add to it (${keyOf(model, 'begin.add')})`, `Begin another (${keyOf(model, 'begin.new')})`];
      // Where there is no room for all, it is the answers that are needed.
      const shown = words.slice(0, Math.max(1, rows - ANSWER_ROWS));
      return { title, position: '', lines: [...shown, BLANK, answersLine(answers, dialog.answer, columns)] };
    }
    case 'overwrite':
      return { title, ...overwriteContent(model, dialog, { columns, rows }) };
    default: {
      const all = dialogLines(model, dialog, columns);
      const top = scrolledTo(dialog.scroll, dialog.scroll, rows, all.length);
      const position = all.length > rows ? textPosition(model, dialog, top, { columns, rows }, all.length) : '';
      return { title, position, lines: all.slice(top, top + rows) };
    }
  }
}

/** What of a text is in the box: of one with rows to choose from, which of these. */
function textPosition(model: Model, dialog: TextDialog, top: number, { columns, rows }: Size, count: number): string {
  if (!isRowDialog(dialog) || rowsOf(model, dialog) === 0) return positionWords(top, rows, count);
  const seen = rowsInView(rowText(model, dialog, columns), top, rows);
  return seen.shown === 0 ? '' : positionWords(seen.first, seen.shown, seen.count);
}

function draftLines(
  model: Model,
  { cursor, at }: Extract<Dialog, { kind: 'drafts' }>,
  width: number,
  rows: number,
): readonly StyledLine[] {
  const drafts = listedDrafts(model);
  if (drafts.length === 0 && model.dialog?.kind === 'drafts' && model.dialog.filter)
    return [styledLine('No draft holds that', 'muted')];
  if (drafts.length === 0) return [styledLine('No drafts yet: the first thing you take begins one', 'muted')];
  const table = drafts.map((draft) => draftRow(model, draft, at));
  const longest = greatest(table.map(({ name }) => textWidth(visibleText(name))));
  const nameWidth = Math.min(Math.floor(width / 2), longest + 2);
  const top = scrolledTo(cursor, 0, rows, drafts.length);
  return table.slice(top, top + rows).map(({ name, size, age }, index) => {
    const current = top + index === cursor;
    const isPresent = drafts[top + index]?.id === model.kept.id;
    const left = [
      span(current ? '❯ ' : '  ', 'accent'),
      isPresent ? signSpan('open', ' ') : span('  '),
      ...padLine({ spans: [span(cutMiddle(visibleText(name), nameWidth - 2))] }, nameWidth).spans,
      span(size, 'muted'),
    ];
    // What is long gives way before how old it is.
    const line = spreadLine(cutLine({ spans: left }, width - textWidth(age) - 2).spans, [span(age, 'muted')], width);
    return current ? toneLine(line, 'cursor') : line;
  });
}

function paletteLines(model: Model, cursor: number, width: number, rows: number): readonly StyledLine[] {
  const commands = paletteCommands(model);
  if (commands.length === 0) return [styledLine('No command is called that', 'muted')];
  const top = scrolledTo(cursor, 0, rows, commands.length);
  return commands.slice(top, top + rows).map(({ title, keys, refusal }, index) => {
    const current = top + index === cursor;
    const reason = refusal === null ? [] : [span(` · ${refusal}`, 'muted')];
    const left = [span(current ? '❯ ' : '  ', 'accent'), span(title, refusal === null ? 'text' : 'muted'), ...reason];
    const right = keys.map(keyLabel).join(' ');
    const room = width - textWidth(right) - 1;
    const line = spreadLine(cutLine({ spans: left }, room).spans, [span(right, 'muted')], width);
    return current ? toneLine(line, 'cursor') : line;
  });
}

/** What help found: keys, what they do, and where. */
function foundLines(
  found: readonly HelpEntry[],
  cursor: number,
  top: number,
  width: number,
  rows: number,
): readonly StyledLine[] {
  if (found.length === 0) return [styledLine('Nothing found', 'muted')];
  return found.slice(top, top + rows).map(({ keys, title, where, refusal }, index) => {
    const current = top + index === cursor;
    const words = span(title, refusal === null ? 'text' : 'muted');
    const lead = [span(current ? '❯ ' : '  ', 'accent'), ...padLine({ spans: [span(keys, 'accent')] }, 12).spans];
    const left = cutLine({ spans: [...lead, span(' '), words] }, width - textWidth(where) - 1);
    const line = spreadLine(left.spans, [span(where, 'muted')], width);
    return current ? toneLine(line, 'cursor') : line;
  });
}
