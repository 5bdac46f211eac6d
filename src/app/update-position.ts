import { previewMoved } from './browse/preview-window.ts';
import { movedInList } from './browse/update-browse.ts';
import { movedInDialog } from './commands/update-dialog.ts';
import { comparePaneChanged } from './compare/columns.ts';
import { compareViewChanged, movedInCompare, topicChanged } from './compare/update-compare.ts';
import { passageScrolled } from './compose/passage-window.ts';
import { resultScrolled } from './compose/result-window.ts';
import { composeColumnChanged, composePaneChanged, movedInCompose } from './compose/update-compose.ts';
import { ledgerViewChanged, movedInLedger } from './compose/update-ledger.ts';
import { updateFind } from './find/update-find.ts';
import type { Action } from './model/actions.ts';
import { type Step, step } from './model/effects.ts';
import { filterOf, findOf, withFilter } from './model/focused-field.ts';
import { type Model, screenOf } from './model/model.ts';
import { movedInReader, readerViewChanged, sectionChanged } from './reader/update-reader.ts';
import { mergeScrolled } from './recompose/merge-window.ts';
import { changesMoved, mergeSideChanged, movedInComposed } from './recompose/update-made-from.ts';
import { withFormKept } from './save/update-save.ts';

/** The cursor, or the text, moved as the keys of the screen or of what covers it say. */
export function moved(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  if (model.dialog) return movedInDialog(model, model.dialog, action);
  switch (screenOf(model)) {
    case 'browse':
      return movedInList(model, action);
    case 'reader':
      return movedInReader(model, action);
    case 'compare':
      return movedInCompare(model, action);
    case 'compose':
      return movedInCompose(model, action);
    case 'ledger':
      return movedInLedger(model, action);
    case 'composed':
      return movedInComposed(model, action);
    case 'save':
    case 'merge':
      return model;
  }
}

/** The pane scrolled that the cursor is not in; of a merge its versions. */
export function previewScrolled(model: Model, action: Extract<Action, { type: 'previewMoved' }>): Model {
  switch (screenOf(model)) {
    case 'browse':
      return previewMoved(model, action);
    case 'compose':
      return resultScrolled(model, action);
    case 'ledger':
      return passageScrolled(model, action);
    case 'composed':
      return changesMoved(model, action);
    case 'merge':
      return mergeScrolled(model, action);
    default:
      return model;
  }
}

type TurningAction = Extract<Action, { type: 'topicChanged' | 'paneChanged' | 'viewChanged' }>;

/** Next and previous, left and right, and the other view, as each screen has them. */
export function turned(model: Model, action: TurningAction): Model {
  // While something is looked for, the next is the next place.
  if (action.type === 'topicChanged' && action.direction > 0 && findOf(model))
    return updateFind(model, { type: 'hitChanged', direction: 1 });
  switch (screenOf(model)) {
    case 'reader':
      if (action.type === 'topicChanged') return sectionChanged(model, action.direction);
      return action.type === 'viewChanged' ? readerViewChanged(model) : model;
    case 'compare':
      if (action.type === 'topicChanged') return topicChanged(model, action.direction);
      return action.type === 'viewChanged' ? compareViewChanged(model) : comparePaneChanged(model, action.direction);
    case 'compose':
      if (action.type === 'topicChanged') return composePaneChanged(model, action.direction);
      return action.type === 'paneChanged' ? composeColumnChanged(model, action.direction) : model;
    case 'merge':
      return action.type === 'paneChanged' ? mergeSideChanged(model, action.direction) : model;
    case 'ledger':
      return action.type === 'viewChanged' ? ledgerViewChanged(model) : model;
    default:
      return model;
  }
}

/** Where everything is told in lines: the next section of what is read, elsewhere all of what the keys are on. */
export function readOn(model: Model): Step {
  const isReading = screenOf(model) === 'reader' && model.dialog === null;
  return isReading
    ? step(turned(model, { type: 'topicChanged', direction: 1 }))
    : step(model, { type: 'tell', what: 'whole' });
}

/** Back along the trail; from what is looked for in a text first. */
export function wentBack(model: Model): Model {
  if (model.trail.length <= 1) return model;
  if (findOf(model)) return updateFind(model, { type: 'findLeft' });
  if (filterOf(model)) return withFilter(model, null);
  const left = screenOf(model) === 'save' ? withFormKept(model) : model;
  return { ...left, trail: model.trail.slice(0, -1) };
}
