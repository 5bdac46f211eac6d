import { completedBy } from './browse/search-suggestion.ts';
import { followingFind } from './find/update-find.ts';
import type { Action } from './model/actions.ts';
import { focusedField, withFocusedField } from './model/focused-field.ts';
import { type Model, screenOf } from './model/model.ts';
import { edited, typedInto } from './model/text-field.ts';
import { withFormTyped } from './save/update-save.ts';

/** What a key typed into, or did to, the field that has the keys; nothing without one. */
export function typed(model: Model, action: Extract<Action, { type: 'fieldTyped' | 'fieldEdited' }>): Model {
  const field = focusedField(model);
  if (!field) return model;
  const next =
    action.type === 'fieldTyped'
      ? typedInto(field, action.text)
      : (completedBy(model, action.key) ?? edited(field, action.key));
  if (!next) return model;
  return screenOf(model) === 'save' && model.dialog === null
    ? withFormTyped(model, next)
    : followingFind(withFocusedField(model, next));
}
