import { columnChoices } from '../compare/column-choices.ts';
import { wordingLeft } from '../compose/update-wording.ts';
import { listedDrafts } from '../drafts/draft-list.ts';
import type { Binding } from '../keys/binding.ts';
import type { Action } from '../model/actions.ts';
import { type Dialog, isWording, openedFrom } from '../model/dialog.ts';
import { ANSWER_ROWS, boxKind, dialogLayout, FIELD_ROWS } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { clamped, movedIndex, scrolledTo } from '../model/scrolling.ts';
import { textField, wordSelected } from '../model/text-field.ts';
import { caretInRow, fieldLines, rowMoved } from '../model/wrapped-field.ts';
import { dialogLines } from './dialog-text.ts';
import { helpLines } from './help-page.ts';
import { helpFound } from './help-search.ts';
import { paletteCommands } from './palette.ts';
import { isRowDialog, movedInRows, rowText } from './row-text.ts';

type OpeningAction = Extract<
  Action,
  { type: 'helpOpened' | 'paletteOpened' | 'columnBoxOpened' | 'problemsOpened' | 'sourcesOpened' | 'newsOpened' }
>;

/** The model with the dialog that an action opens; one that is open already comes back once this one is closed. */
export function withDialogOpened(model: Model, action: OpeningAction): Model {
  return { ...model, dialog: openedFrom(model.dialog, openedDialog(action)) };
}

function openedDialog(action: OpeningAction): Dialog {
  switch (action.type) {
    case 'helpOpened':
      return { kind: 'help', query: textField(), cursor: 0, isSyntax: false };
    case 'paletteOpened':
      return { kind: 'palette', query: textField(), cursor: 0 };
    case 'columnBoxOpened':
      return { kind: 'column', query: textField(), cursor: 0 };
    case 'problemsOpened':
      return { kind: 'problems', scroll: 0, cursor: 0 };
    case 'sourcesOpened':
      return { kind: 'sources', scroll: 0 };
    case 'newsOpened':
      return { kind: 'news', scroll: 0 };
  }
}

/** An open dialog scrolled as far as its text goes, or its cursor moved. */
export function movedInDialog(model: Model, dialog: Dialog, action: Extract<Action, { type: 'moved' }>): Model {
  const { columns, rows } = dialogLayout(model.size, boxKind(dialog.kind));
  if (dialog.kind === 'begin') return model;
  if (isWording(dialog)) {
    const by = action.unit === 'page' ? Math.max(1, rows - 1) : 1;
    const words = rowMoved(dialog.words, columns - 1, action.direction * by);
    return words === null ? model : { ...model, dialog: { ...dialog, words } };
  }
  if (isRowDialog(dialog)) return movedInRows(model, dialog, action);
  if (dialog.kind === 'drafts') {
    const cursor = Math.max(
      0,
      movedIndex(dialog.cursor, action, listedDrafts(model).length, rows - filterRows(dialog)),
    );
    return { ...model, dialog: { ...dialog, cursor } };
  }
  if (dialog.kind === 'palette') {
    const cursor = Math.max(0, movedIndex(dialog.cursor, action, paletteCommands(model).length, rows - FIELD_ROWS));
    return { ...model, dialog: { ...dialog, cursor } };
  }
  if (dialog.kind === 'column') {
    const cursor = Math.max(0, movedIndex(dialog.cursor, action, columnChoices(model).length, rows - FIELD_ROWS));
    return { ...model, dialog: { ...dialog, cursor } };
  }
  if (dialog.kind === 'help') {
    if (dialog.query.text !== '') {
      const cursor = movedIndex(dialog.cursor, action, helpFound(model).length, rows - FIELD_ROWS);
      return { ...model, dialog: { ...dialog, cursor: Math.max(0, cursor) } };
    }
    const count = helpLines(model, dialog, columns).length;
    const scrolled = movedIndex(dialog.cursor, action, count, rows);
    return { ...model, dialog: { ...dialog, cursor: clamped(scrolled, 0, Math.max(0, count - rows)) } };
  }
  const count = dialogLines(model, dialog, columns).length;
  const height = Math.max(1, dialog.kind === 'overwrite' ? rows - ANSWER_ROWS : rows);
  const scroll = clamped(movedIndex(dialog.scroll, action, count, height), 0, Math.max(0, count - height));
  return { ...model, dialog: { ...dialog, scroll } };
}

/** Rows over the drafts, while their list is narrowed. */
const filterRows = ({ filter }: Extract<Dialog, { kind: 'drafts' }>): number => (filter === null ? 0 : FIELD_ROWS);

/** What is under the cursor of the palette, or of what help found. */
export function chosenCommand(
  model: Model,
): { readonly binding: Binding | null; readonly refusal: string | null } | undefined {
  if (model.dialog?.kind === 'help') return helpFound(model)[model.dialog.cursor];
  return model.dialog?.kind === 'palette' ? paletteCommands(model)[model.dialog.cursor] : undefined;
}

/** Help at its other page, with nothing typed. */
export function helpTurned(model: Model): Model {
  if (model.dialog?.kind !== 'help') return model;
  return { ...model, dialog: { ...model.dialog, query: textField(), cursor: 0, isSyntax: !model.dialog.isSyntax } };
}

/** The model with its dialog closed, and nothing done: at the one that it was opened from, if it was. */
export function withDialogClosed(model: Model): Model {
  const { dialog, rivals } = model;
  const left = dialog?.kind === 'rivals' ? { ...rivals, cursor: dialog.cursor } : rivals;
  return { ...model, rivals: left, dialog: dialog?.below ?? null };
}

/** A dialog after a click: beside it, it is closed with nothing done; on a row of a list, the cursor is there. */
export function clickedInDialog(
  model: Model,
  dialog: Dialog,
  { pane, row, column, isDouble }: Extract<Action, { type: 'clicked' }>,
): Model {
  if (pane === 'outside') return isWording(dialog) ? wordingLeft(model, dialog, false) : withDialogClosed(model);
  const { columns, rows } = dialogLayout(model.size, boxKind(dialog.kind));
  const at = (count: number, first: number): number | null => {
    const height = rows - first;
    const cursor = 'cursor' in dialog ? dialog.cursor : 0;
    const index = row - first + scrolledTo(cursor, 0, height, count);
    return row >= first && row < rows && index < count ? index : null;
  };
  switch (dialog.kind) {
    case 'palette':
      return {
        ...model,
        dialog: { ...dialog, cursor: at(paletteCommands(model).length, FIELD_ROWS) ?? dialog.cursor },
      };
    case 'column':
      return {
        ...model,
        dialog: { ...dialog, cursor: at(columnChoices(model).length, FIELD_ROWS) ?? dialog.cursor },
      };
    case 'help': {
      const found = dialog.query.text === '' ? 0 : helpFound(model).length;
      return { ...model, dialog: { ...dialog, cursor: at(found, FIELD_ROWS) ?? dialog.cursor } };
    }
    case 'drafts':
      return {
        ...model,
        dialog: { ...dialog, cursor: at(listedDrafts(model).length, filterRows(dialog)) ?? dialog.cursor },
      };
    case 'problems':
    case 'rivals': {
      const found = rowText(model, dialog, columns).rows.findIndex(
        ([start, end]) => row + dialog.scroll >= start && row + dialog.scroll < end,
      );
      return { ...model, dialog: { ...dialog, cursor: found < 0 ? dialog.cursor : found } };
    }
    case 'name':
    case 'new':
    case 'rename':
    case 'reword': {
      const { stretch } = fieldLines(dialog.words, { columns, rows }, true).lines[row] ?? {};
      if (!stretch) return model;
      const there = caretInRow(dialog.words, stretch, columns, Math.max(0, column));
      return { ...model, dialog: { ...dialog, words: isDouble ? wordSelected(there) : there } };
    }
    default:
      return model;
  }
}
