import { completedBy } from './browse/search-suggestion.ts';
import { followingFind } from './find/update-find.ts';
import type { Action } from './model/actions.ts';
import { isWording } from './model/dialog.ts';
import { focusedField, withFocusedField } from './model/focused-field.ts';
import { boxKind, dialogLayout } from './model/layout.ts';
import { type Model, screenOf } from './model/model.ts';
import { edited, type TextField, typedInto } from './model/text-field.ts';
import { rowEnded } from './model/wrapped-field.ts';
import { fieldWidth } from './save/form-layout.ts';
import { withFormTyped } from './save/update-save.ts';

/** What a key typed into, or did to, the field that has the keys; nothing without one. */
export function typed(model: Model, action: Extract<Action, { type: 'fieldTyped' | 'fieldEdited' }>): Model {
  const field = focusedField(model);
  if (!field) return model;
  const next =
    action.type === 'fieldTyped'
      ? typedInto(field, action.text)
      : (completedBy(model, action.key) ?? rowEndOf(model, field, action.key) ?? edited(field, action.key));
  if (!next) return model;
  return screenOf(model) === 'save' && model.dialog === null
    ? withFormTyped(model, next)
    : followingFind(withFocusedField(model, next));
}

/** The field at an end of the caret's row, where it stands on several and the key leads there. */
function rowEndOf(model: Model, field: TextField, key: string): TextField | null {
  const { dialog, size } = model;
  if (isWording(dialog)) return rowEnded(field, dialogLayout(size, boxKind(dialog.kind)).columns - 1, key);
  return dialog === null && screenOf(model) === 'save' ? rowEnded(field, fieldWidth(model) - 1, key) : null;
}
