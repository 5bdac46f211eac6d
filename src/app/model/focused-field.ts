import { type Model, screenOf } from './model.ts';
import type { TextField } from './text-field.ts';

/** The text field that typing goes to, or `null` where keys are commands. */
export function focusedField(model: Model): TextField | null {
  const { dialog, browse, reader, save } = model;
  if (dialog?.kind === 'palette' || dialog?.kind === 'help') return dialog.query;
  if (dialog?.kind === 'rename') return dialog.title;
  if (dialog?.kind === 'reword') return dialog.words;
  if (dialog) return null;
  const screen = screenOf(model);
  if (screen === 'save') return save.fields[save.focused];
  if (screen === 'reader') return reader.find?.isTyped ? reader.find.words : null;
  return screen === 'browse' && browse.focus === 'search' ? browse.query : null;
}

/** The model with another value in the field that has the focus; unchanged where none has. */
export function withFocusedField(model: Model, field: TextField): Model {
  const { dialog, browse, reader, save } = model;
  if (dialog?.kind === 'palette' || dialog?.kind === 'help')
    return { ...model, dialog: { ...dialog, query: field, cursor: 0 } };
  if (dialog?.kind === 'rename') return { ...model, dialog: { ...dialog, title: field } };
  if (dialog?.kind === 'reword') return { ...model, dialog: { ...dialog, words: field } };
  if (dialog) return model;
  const screen = screenOf(model);
  if (screen === 'save') return { ...model, save: { ...save, fields: { ...save.fields, [save.focused]: field } } };
  if (screen === 'reader' && reader.find?.isTyped)
    return { ...model, reader: { ...reader, find: { ...reader.find, words: field } } };
  if (screen !== 'browse' || browse.focus !== 'search') return model;
  const changed = field.text !== browse.query.text;
  return { ...model, browse: { ...browse, query: field, ...(changed && { cursor: 0, top: 0 }) } };
}
