import { resultsOf } from './browse/browse-results.ts';
import { scrolledList, withCursor, withRowsMarked } from './browse/update-browse.ts';
import { clickedInDialog } from './commands/update-dialog.ts';
import { updateColumns } from './compare/columns.ts';
import { comparisonGrid } from './compare/comparison-grid.ts';
import { HEAD_ROWS, topicRows, topicTableWindow } from './compare/topic-rows.ts';
import { cellAt, clickedInCompose, clickedInLedger } from './compose/click-compose.ts';
import { withStopAtTopic } from './compose/result-topic.ts';
import { movedInCompose } from './compose/update-compose.ts';
import type { Action } from './model/actions.ts';
import { type ComposePane, isComposePane } from './model/compose-state.ts';
import type { Dialog } from './model/dialog.ts';
import { focusedField, withFocusedField } from './model/focused-field.ts';
import { type Model, type Screen, screenOf } from './model/model.ts';
import { MERGE_SIDES } from './model/recompose-state.ts';
import { wordSelected } from './model/text-field.ts';
import { caretAt } from './model/wrapped-field.ts';
import { outlineTop } from './reader/outline-window.ts';
import { readerText } from './reader/reader-text.ts';
import { atLine, atSection, movedInReader, sectionChanged } from './reader/update-reader.ts';
import { clickedInComposed, clickedInMerge } from './recompose/click-recompose.ts';
import { fileMoved } from './save/file-window.ts';
import { withChoiceMoved } from './save/form-choices.ts';
import { clickedInForm } from './save/update-save.ts';
import { previewScrolled } from './update-position.ts';

type Click = Extract<Action, { type: 'clicked' }>;
type Wheel = Extract<Action, { type: 'wheeled' }>;

/** The model after a click: what is under it gets the cursor. Elsewhere a click does nothing. */
export function clicked(model: Model, click: Click): Model {
  if (click.field !== undefined) return clickedInField(model, click, click.field);
  if (model.dialog) return clickedInDialog(model, model.dialog, click);
  switch (screenOf(model)) {
    case 'browse':
      return clickedInBrowse(model, click);
    case 'reader':
      return clickedInReader(model, click);
    case 'compare':
      return clickedInCompare(model, click);
    case 'compose':
      return clickedInCompose(model, click);
    case 'ledger':
      return clickedInLedger(model, click);
    case 'composed':
      return clickedInComposed(model, click);
    case 'merge':
      return clickedInMerge(model, click);
    case 'save':
      return clickedInForm(model, click);
  }
}

/** The model after a click on the title of a pane: that gets the keys; a column that has them becomes the base. */
export function titleClicked(model: Model, pane: string): Model {
  if (model.dialog) return model;
  switch (screenOf(model)) {
    case 'browse':
      return pane === 'list' ? { ...model, browse: { ...model.browse, focus: 'list' } } : model;
    case 'compose':
      return isComposePane(pane) ? withStopAtTopic({ ...model, compose: { ...model.compose, pane } }) : model;
    case 'compare': {
      const column = columnOf(pane);
      if (column === null) return model;
      if (column === model.compare.pane) return column > 0 ? updateColumns(model, { type: 'baseChanged' }) : model;
      return { ...model, compare: { ...model.compare, pane: column } };
    }
    default:
      return model;
  }
}

/** Columns of a list with the signs of its rows. */
const SIGN_COLUMNS = 3;

/** What Enter does in a list, and what else a second click on one place means, by the pane. */
const SECOND_CLICKS: Readonly<Record<string, Action>> = {
  list: { type: 'readerOpened' },
  preview: { type: 'readerOpened' },
  entries: { type: 'entryVisited' },
  agents: { type: 'recomposeRequested' },
  versions: { type: 'sectionPicked' },
  result: { type: 'sectionPicked' },
  topics: { type: 'matrixToggled' },
  column: { type: 'sectionPicked' },
  ...Object.fromEntries(MERGE_SIDES.map((side) => [side, { type: 'versionChosen' }])),
};

/** The same of a dialog. */
const SECOND_CLICKS_IN: { readonly [Kind in Dialog['kind']]?: Action } = {
  drafts: { type: 'draftChosen' },
  problems: { type: 'problemVisited' },
  rivals: { type: 'rivalsListed' },
  column: { type: 'columnAdded' },
  palette: { type: 'commandChosen' },
  help: { type: 'commandChosen' },
};

/** What a click on the signs of a row means. */
const SIGN_CLICKS: Readonly<Record<string, Action>> = {
  list: { type: 'definitionMarked', move: 0 },
  outline: { type: 'sectionPicked' },
  entries: { type: 'sectionPicked' },
  versions: { type: 'sectionPicked' },
};

/**
 * What a click does beyond moving the cursor: on the signs of a row, or on a cell of the topics, it takes, a second one does
 * what Enter does.
 *
 * @param model After the click.
 */
export function actOfClick(model: Model, { pane, column, row, isDouble }: Click): Action | null {
  const { dialog } = model;
  if (dialog) return (isDouble && pane === 'dialog' && SECOND_CLICKS_IN[dialog.kind]) || null;
  if (pane === 'topics' && screenOf(model) === 'compose')
    return cellAt(model, column, row) === null ? null : { type: 'sectionPicked' };
  const ofSigns = column < SIGN_COLUMNS ? SIGN_CLICKS[pane] : undefined;
  const ofSecond = isDouble ? SECOND_CLICKS[columnOf(pane) === null ? pane : 'column'] : undefined;
  return ofSigns ?? ofSecond ?? null;
}

/** The caret at a cell of the field that is typed into; the search line gets the keys first. */
function clickedInField(model: Model, { column, isDouble }: Click, width: number): Model {
  const isElsewhere = model.dialog === null && screenOf(model) === 'browse' && model.browse.focus === 'list';
  const focused: Model = isElsewhere ? { ...model, browse: { ...model.browse, focus: 'search' } } : model;
  const field = focusedField(focused);
  if (!field) return model;
  // What has not the keys is drawn from its start.
  const there = caretAt(isElsewhere ? { ...field, cursor: 0 } : field, width, column);
  return withFocusedField(focused, isDouble ? wordSelected(there) : there);
}

function clickedInBrowse(model: Model, { pane, row }: Click): Model {
  if (pane === 'header') return { ...model, browse: { ...model.browse, focus: 'search' } };
  const index = model.browse.top + row;
  if (pane !== 'list' || index >= resultsOf(model).length) return model;
  return withCursor({ ...model, browse: { ...model.browse, focus: 'list' } }, index);
}

function clickedInReader(model: Model, { pane, row }: Click): Model {
  const text = readerText(model);
  if (!text) return model;
  if (pane === 'text') return atLine(model, model.reader.scroll + row);
  const section = outlineTop(model, text.outline.length) + row;
  return pane === 'outline' && section < text.outline.length ? atSection(model, section) : model;
}

function clickedInTopicTable(model: Model, line: number): Model {
  const { top, rows } = topicTableWindow(model);
  const topic = top + line;
  if (line < 0 || line >= rows || topic >= topicRows(model).length) return model;
  return { ...model, compare: { ...model.compare, topic } };
}

function clickedInCompare(model: Model, { pane, row }: Click): Model {
  if (model.compare.isMatrix) return pane === 'topics' ? clickedInTopicTable(model, row - HEAD_ROWS) : model;
  const column = columnOf(pane);
  if (column === null) return model;
  const topic = comparisonGrid(model).lines[model.compare.scroll + row]?.topic ?? model.compare.topic;
  return { ...model, compare: { ...model.compare, pane: column, topic: Math.max(0, topic) } };
}

/** The number of a column that is compared, by what its pane is called. */
function columnOf(pane: string): number | null {
  const number = /^column (\d+)$/.exec(pane)?.[1];
  return number === undefined ? null : Number(number);
}

/** The model after the pointer was dragged: over rows of the list they are marked. */
export function dragged(model: Model, { pane, ...rows }: Extract<Action, { type: 'dragged' }>): Model {
  return model.dialog === null && screenOf(model) === 'browse' && pane === 'list' ? withRowsMarked(model, rows) : model;
}

/** Lines a notch of the wheel moves. */
const WHEEL_LINES = 3;

/**
 * The pane under the pointer scrolled, whatever has the focus.
 *
 * @param moved Scrolls a dialog, or a screen that is one text.
 */
export function wheeled(
  model: Model,
  { pane, direction }: Wheel,
  moved: (model: Model, action: Extract<Action, { type: 'moved' }>) => Model,
): Model {
  const notch = (scroll: (at: Model) => Model): Model =>
    Array.from({ length: WHEEL_LINES }).reduce<Model>((at) => scroll(at), model);
  const line = { type: 'moved', unit: 'line', direction } as const;
  if (model.dialog) return pane === 'dialog' ? notch((at) => moved(at, line)) : model;
  const screen = screenOf(model);
  if (SCROLLED[screen]?.includes(pane))
    return notch((at) => previewScrolled(at, { type: 'previewMoved', unit: 'line', direction }));
  switch (screen) {
    case 'browse':
      return pane === 'list' ? scrolledList(model, direction * WHEEL_LINES) : model;
    case 'reader':
      if (pane === 'outline') return sectionChanged(model, direction);
      return pane === 'text' ? notch((at) => movedInReader(at, line)) : model;
    case 'compose':
      return isComposePane(pane) ? notch((at) => movedInPane(at, pane, line)) : model;
    case 'save':
      if (pane === 'form' && model.save.choices !== null) return withChoiceMoved(model, direction);
      return pane === 'file' ? notch((at) => fileMoved(at, { unit: 'line', direction })) : model;
    default:
      return pane === 'header' ? model : notch((at) => moved(at, line));
  }
}

/** Panes that scroll by themselves, whatever has the keys. */
const SCROLLED: { readonly [On in Screen]?: readonly string[] } = {
  browse: ['preview'],
  compose: ['result'],
  ledger: ['whole'],
  composed: ['changes'],
  merge: MERGE_SIDES,
};

/** A pane of composing moved while the keys go to another. */
function movedInPane(model: Model, pane: ComposePane, action: Extract<Action, { type: 'moved' }>): Model {
  const { compose } = movedInCompose({ ...model, compose: { ...model.compose, pane } }, action);
  return { ...model, compose: { ...compose, pane: model.compose.pane } };
}
