import type { FieldChoice } from '../../core/compose/ingredient-fields.ts';
import type { Direction } from '../model/actions.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import type { SaveField } from '../model/save-state.ts';
import { textField } from '../model/text-field.ts';
import { fieldValues } from './field-values.ts';
import { withFormStep } from './form-history.ts';
import { withFolderOf } from './save-form.ts';

/**
 * What the focused field can be, each with where it comes from. What the user typed comes first, whatever was chosen
 * since.
 */
export function formChoices(model: Model): readonly FieldChoice[] {
  const { focused, choices, own } = model.save;
  const values = fieldValues(model, focused);
  if (values.length === 0) return [];
  const held = (choices?.before ?? model.save.fields)[focused].text.trim();
  const isOwn = held !== '' && !values.some(({ value }) => value === held);
  const words = isOwn ? held : own[focused]?.trim();
  if (!words || values.some(({ value }) => value === words)) return values;
  return [{ value: words, from: 'your own' }, ...values];
}

/** The list of choices opened at what the field holds; news where there is nothing to choose from. */
export function withChoicesOpened(model: Model): Model {
  const { save } = model;
  const choices = formChoices(model);
  if (choices.length === 0) return noted(model, 'Nothing to choose from here', 'plain');
  const held = save.fields[save.focused].text.trim();
  const cursor = Math.max(
    0,
    choices.findIndex(({ value }) => value === held),
  );
  return { ...model, save: { ...save, choices: { cursor, before: save.fields } } };
}

/** The next or previous choice, which the file then shows; round at the ends. */
export function withChoiceMoved(model: Model, direction: Direction): Model {
  const { save } = model;
  if (save.choices === null) return model;
  const all = formChoices(model);
  const cursor = (save.choices.cursor + direction + all.length) % all.length;
  const chosen = all[cursor];
  if (!chosen) return model;
  const before = { ...model, save: { ...save, fields: save.choices.before } };
  const { fields } = withValue(before, save.focused, chosen.value).save;
  return { ...model, save: { ...save, fields, choices: { ...save.choices, cursor } } };
}

/** What is chosen taken, as a step that can be undone. */
export function withChoiceTaken(model: Model): Model {
  const { save } = model;
  if (save.choices === null) return model;
  const { before } = save.choices;
  const closed = { ...model, save: { ...save, choices: null } };
  if (before[save.focused].text === save.fields[save.focused].text) return closed;
  const was = before[save.focused].text;
  const isOwn = was.trim() !== '' && !fieldValues(model, save.focused).some(({ value }) => value === was.trim());
  const own = isOwn ? { ...save.own, [save.focused]: was } : save.own;
  const { past } = withFormStep({ ...save, fields: before }, null);
  return { ...closed, save: { ...closed.save, own, past, typing: null } };
}

/** The fields as they were before the list was opened. */
export function withChoicesLeft(model: Model): Model {
  const { save } = model;
  return save.choices === null ? model : { ...model, save: { ...save, fields: save.choices.before, choices: null } };
}

/** The form with a value in a field; a folder that belongs to the harness or kind goes with it. */
function withValue(model: Model, field: SaveField, value: string): Model {
  const fields = { ...model.save.fields, [field]: textField(value) };
  const chosen = { ...model, save: { ...model.save, fields } };
  return field === 'harness' || field === 'kind' ? { ...chosen, save: withFolderOf(model.save, chosen.save) } : chosen;
}
