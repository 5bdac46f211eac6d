import type { Action } from '../../app/model/actions.ts';
import { isWording } from '../../app/model/dialog.ts';
import { type Model, type Notice, screenOf } from '../../app/model/model.ts';
import { countText } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { browseLines, labelOf, markLines } from './browse-lines.ts';
import { compareLines, tableLines } from './compare-lines.ts';
import { composeLines, ledgerLines } from './compose-lines.ts';
import { dialogPlace } from './dialog-lines.ts';
import { changedFieldLines, formLines, newRemark } from './form-lines.ts';
import { madeFromLines } from './made-from-lines.ts';
import { mergeLines } from './merge-lines.ts';
import { headerWords } from './pane-lines.ts';
import type { PlaceLines } from './place-lines.ts';
import { readerLines } from './reader-lines.ts';
import { sentences, spokenWords } from './spoken.ts';
import { typedLines } from './typed-lines.ts';

/**
 * What is said of the app when it has become another one.
 *
 * @param before As it was when something was said last.
 * @param action What happened last.
 * @returns Lines without controls, each for one thing; none where nothing is worth it.
 */
export function linesOf(before: Model, after: Model, action: Action): readonly string[] {
  const news = newsSince(before, after);
  const here = changes(before, after, action, news.length > 0);
  return said([...news, ...here]);
}

/** What is said at first. */
export function firstLines(model: Model): readonly string[] {
  const keys = 'Type to search; Tab marks, Enter goes to the list, F1 lists the keys, Ctrl-C quits.';
  return said([
    `${model.surroundings.program}, in lines. ${keys}`,
    ...model.news.map(newsWords),
    placeOf(model).status(model),
  ]);
}

/** Where one is, what the keys are on, and what is marked or taken. */
export function whereLines(model: Model): readonly string[] {
  const place = placeOf(model);
  const { marked } = model.browse;
  const { picks } = model.draft.present;
  const taken = picks.map(({ title, originalTitle }) => title || originalTitle || 'untitled');
  return said([
    screenOf(model) === 'browse' ? 'Agents.' : sentences(headerWords(model)),
    ...withStatus(place, model),
    marked.length === 0
      ? 'Nothing marked.'
      : sentences(`${countText(marked.length)} marked: ${marked.map((id) => labelOf(model, id)).join('; ')}`),
    taken.length === 0 ? 'Nothing taken.' : sentences(`${countText(taken.length)} taken: ${taken.join('; ')}`),
  ]);
}

/** All of what the keys are on. */
export function wholeLines(model: Model): readonly string[] {
  return said(placeOf(model).whole(model));
}

function changes(before: Model, after: Model, action: Action, hasNews: boolean): readonly string[] {
  const place = placeOf(after);
  const marks = hasNews ? [] : markLines(before, after);
  if (nameOfPlace(before) !== nameOfPlace(after)) {
    // What lies under a dialog was said before.
    const isBack = before.dialog !== null && after.dialog === null && screenOf(before) === screenOf(after);
    if (isBack) return [...marks, ...place.here(after, null)];
    // One who goes back knows the place.
    const isKnown = after.trail.length < before.trail.length && after.dialog === null;
    const arrival = place.arrival(after);
    return [...marks, ...(isKnown ? arrival.slice(0, 1) : arrival), ...withStatus(place, after)];
  }
  const isForm = screenOf(after) === 'save' && after.dialog === null;
  const isSameField = !isForm || before.save.focused === after.save.focused;
  const isEchoed = (isForm && after.save.choices === null) || isWording(after.dialog);
  const typed = isSameField ? typedLines(before, after, isEchoed) : [];
  const fields = isForm ? changedFieldLines(before, after) : [];
  const status = place.status(after);
  const isOther = status !== place.status(before);
  const isMoved = isOther || place.spot(before) !== place.spot(after);
  const [first = '', ...rest] = isMoved ? place.here(after, { before, action }) : [];
  const remark = isForm && isSameField && !isMoved ? newRemark(before, after) : [];
  const beside = SCROLLING.has(action.type) ? place.beside(after, { before, action }) : [];
  return [...typed, ...fields, ...marks, isOther ? sentences(status, first) : first, ...rest, ...remark, ...beside];
}

/** What the keys are on, after what is said of the place. */
function withStatus(place: PlaceLines, model: Model): readonly string[] {
  const [first = '', ...rest] = place.here(model, null);
  const status = place.status(model);
  return [status === '' ? first : sentences(status, first), ...rest];
}

/** What scrolls a text that the cursor is not in. */
const SCROLLING: ReadonlySet<Action['type']> = new Set(['previewMoved', 'fileMoved']);

function placeOf(model: Model): PlaceLines {
  if (model.dialog) return dialogPlace;
  switch (screenOf(model)) {
    case 'browse':
      return browseLines;
    case 'reader':
      return readerLines;
    case 'compare':
      return model.compare.isMatrix ? tableLines : compareLines;
    case 'compose':
      return composeLines;
    case 'ledger':
      return ledgerLines;
    case 'save':
      return formLines;
    case 'merge':
      return mergeLines;
    case 'composed':
      return madeFromLines;
  }
}

function nameOfPlace(model: Model): string {
  const { dialog } = model;
  const turned = dialog?.kind === 'help' ? dialog.isSyntax : '';
  return `${screenOf(model)} ${model.compare.isMatrix} ${dialog?.kind ?? ''} ${turned}`;
}

/** News that were not there before. */
function newsSince(before: Model, after: Model): readonly string[] {
  const last = before.news.at(-1);
  const known = last === undefined ? -1 : after.news.lastIndexOf(last);
  return before.news === after.news ? [] : after.news.slice(known + 1).map(newsWords);
}

function newsWords({ text }: Notice): string {
  return sentences(spokenWords(text));
}

const said = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => visibleText(line).trim()).filter((line) => line !== '');
