import type { Action } from '../model/actions.ts';
import { filterOf, withFilter } from '../model/focused-field.ts';
import type { Model } from '../model/model.ts';
import { textField } from '../model/text-field.ts';
import { listedAgents } from '../recompose/made-from.ts';
import { listedDrafts } from './draft-list.ts';

/** Update for what a list is narrowed by. What nothing is left of is given up. Pure. */
export function updateFilter(
  model: Model,
  { type }: Extract<Action, { type: 'filterOpened' | 'filterDone' | 'filterLeft' }>,
): Model {
  const filter = filterOf(model);
  switch (type) {
    case 'filterOpened':
      return withFilter(model, { words: filter?.words ?? textField(), isTyped: true });
    case 'filterDone': {
      const isEmpty = filter?.words.text.trim() === '' || countOf(model) === 0;
      return filter === null || isEmpty ? withFilter(model, null) : atSameRow(model, { ...filter, isTyped: false });
    }
    case 'filterLeft':
      return withFilter(model, null);
  }
}

const countOf = (model: Model): number => (model.dialog ? listedDrafts(model).length : listedAgents(model).length);

function atSameRow(model: Model, filter: NonNullable<ReturnType<typeof filterOf>>): Model {
  const next = withFilter(model, filter);
  if (next.dialog?.kind === 'drafts' && model.dialog?.kind === 'drafts')
    return { ...next, dialog: { ...next.dialog, cursor: model.dialog.cursor } };
  return { ...next, composed: { ...next.composed, cursor: model.composed.cursor } };
}
