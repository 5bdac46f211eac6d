import { memoLast } from '../../kit/memo.ts';
import { resultsOf } from '../browse/browse-results.ts';
import { previewWindow } from '../browse/preview-window.ts';
import { columnChoices } from '../compare/column-choices.ts';
import { comparisonGrid } from '../compare/comparison-grid.ts';
import { listedEntries } from '../compose/ledger-list.ts';
import { passageWindow } from '../compose/passage-window.ts';
import { resultWindow } from '../compose/result-window.ts';
import { listedDrafts } from '../drafts/draft-list.ts';
import { keyContext } from '../keys/keymap.ts';
import { isWording } from '../model/dialog.ts';
import { findOf } from '../model/focused-field.ts';
import { boxKind, compareLayout, composeLayout, dialogLayout, readerLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { fieldRows } from '../model/wrapped-field.ts';
import { readerText } from '../reader/reader-text.ts';
import { changeLines } from '../recompose/change-lines.ts';
import { listedAgents, madeFromLayout } from '../recompose/made-from.ts';
import { mergeWindow } from '../recompose/merge-window.ts';
import { fileWindow } from '../save/file-window.ts';
import { dialogLines, isTextDialog } from './dialog-text.ts';
import { helpLines } from './help-page.ts';
import { isRowDialog, rowsOf } from './row-text.ts';

/** Why a command does nothing in a state, or `null` if it works. */
export type Refusal = (model: Model) => string | null;

/** A reason, unless it works. */
export const unless = (works: boolean, reason: string): string | null => (works ? null : reason);

/** What a screen with a cursor has rows of; others are texts. */
export function rowCount(model: Model): number | null {
  switch (keyContext(model)) {
    case 'search':
    case 'list':
      return resultsOf(model).length;
    case 'ledger':
      return listedEntries(model).length;
    case 'composed':
      return listedAgents(model).length;
    case 'column':
      return columnChoices(model).length;
    case 'filter':
      return model.dialog ? listedDrafts(model).length : listedAgents(model).length;
    case 'drafts':
      return listedDrafts(model).length;
    default:
      return null;
  }
}

/** Asked of every key that moves, six of them on most screens. */
export const nowhereToGo: Refusal = memoLast((model: Model) => {
  const { dialog, size } = model;
  if (isRowDialog(dialog) && rowsOf(model, dialog) > 1) return null;
  if (dialog !== null && isTextDialog(dialog)) {
    const { columns, rows } = dialogLayout(size, boxKind(dialog.kind));
    return unless(dialogLines(model, dialog, columns).length > rows, 'All of it is on the screen');
  }
  if (keyContext(model) === 'reader') {
    const isLonger = (readerText(model)?.lines.length ?? 0) > readerLayout(model).second.rows;
    return unless(isLonger, 'All of it is on the screen');
  }
  if (keyContext(model) === 'compare') return oneTopic(model);
  if (isWording(dialog)) {
    const { columns } = dialogLayout(size, boxKind(dialog.kind));
    return unless(fieldRows(dialog.words.text, columns - 1).length > 1, 'There is only this row');
  }
  const count = rowCount(model);
  return unless(count === null || count > 1, count === 0 ? 'Nothing here to go to' : 'There is only this one');
});

const oneTopic: Refusal = (model) => {
  const { topics, lines } = comparisonGrid(model);
  const isWhole = model.compare.isMatrix || lines.length <= compareLayout(model.size, model.compare.ids.length).rows;
  return unless(topics.length > 1 || !isWhole, 'There is only this one');
};
/** No other topic to go to. */
export const onlyTopic: Refusal = (model) =>
  unless(findOf(model) !== null || comparisonGrid(model).topics.length > 1, 'There is only this one');
/** No other section to go to. */
export const onlyEntry: Refusal = (model) =>
  unless((readerText(model)?.outline.length ?? 0) > 1, 'There is only this section');
/** No other conflict to go to. */
export const onlyConflict: Refusal = ({ merge }) =>
  unless((merge?.choices.length ?? 0) > 1, 'There is only this conflict');

/** A preview that is whole. */
export const noPreview: Refusal = (model) => {
  const window = previewWindow(model);
  return unless(window !== null && window.count !== window.lines.length, 'All of it is on the screen');
};

/** A page of help that is whole. */
export const allShown: Refusal = memoLast((model: Model) => {
  const { dialog, size } = model;
  if (dialog?.kind !== 'help' || dialog.query.text !== '') return null;
  const { columns, rows } = dialogLayout(size, boxKind('help'));
  return unless(helpLines(model, dialog, columns).length > rows, 'All of it is on the screen');
});

/** A file to be saved that is whole. */
export const noMoreOfFile: Refusal = (model) => {
  const { count, lines } = fileWindow(model);
  return unless(count !== lines.length, 'All of it is on the screen');
};
/** A result that is whole, or not there. */
export const wholeResult: Refusal = (model) => {
  const { result, rows } = composeLayout(model);
  if (result === 0) return 'The result is not on the screen';
  return unless(resultWindow(model).lines.length > rows, 'All of it is on the screen');
};

/** A passage that is whole. */
export const wholePassage: Refusal = (model) => {
  const window = passageWindow(model);
  return unless(
    !model.surroundings.linear && window !== null && window.count > window.lines.length,
    'All of it is on the screen',
  );
};
/** A conflict that is whole. */
export const wholeMerge: Refusal = (model) => {
  const window = mergeWindow(model);
  return unless(
    !model.surroundings.linear && window !== null && window.lines.length > window.rows,
    'All of it is on the screen',
  );
};
/** Changes that are whole. */
export const allChangesInView: Refusal = (model) =>
  unless(changeLines(model).length > madeFromLayout(model).second.rows, 'All of it is on the screen');
