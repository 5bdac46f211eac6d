import { isWording } from './dialog.ts';
import { type Model, screenOf } from './model.ts';
import type { FilterState, FindState } from './reader-state.ts';
import type { TextField } from './text-field.ts';

/** The text field that typing goes to, or `null` where keys are commands. */
export function focusedField(model: Model): TextField | null {
  const { dialog, browse, save } = model;
  if (dialog?.kind === 'palette' || dialog?.kind === 'help' || dialog?.kind === 'column') return dialog.query;
  const filter = filterOf(model);
  if (filter?.isTyped) return filter.words;
  if (isWording(dialog)) return dialog.words;
  if (dialog) return null;
  const screen = screenOf(model);
  if (screen === 'save') return save.fields[save.focused];
  const find = findOf(model);
  if (find) return find.isTyped ? find.words : null;
  return screen === 'browse' && browse.focus === 'search' ? browse.query : null;
}

/** The model with another value in the field that has the focus; unchanged where none has. */
export function withFocusedField(model: Model, field: TextField): Model {
  const { dialog, browse, save } = model;
  if (dialog?.kind === 'palette' || dialog?.kind === 'help' || dialog?.kind === 'column')
    return { ...model, dialog: { ...dialog, query: field, cursor: 0 } };
  const filter = filterOf(model);
  if (filter?.isTyped) return withFilter(model, { ...filter, words: field });
  if (isWording(dialog)) return { ...model, dialog: { ...dialog, words: field } };
  if (dialog) return model;
  const screen = screenOf(model);
  if (screen === 'save') return { ...model, save: { ...save, fields: { ...save.fields, [save.focused]: field } } };
  const find = findOf(model);
  if (find?.isTyped) return withFind(model, { ...find, words: field });
  if (screen !== 'browse' || browse.focus !== 'search') return model;
  const changed = field.text !== browse.query.text;
  return { ...model, browse: { ...browse, query: field, ...(changed && { cursor: 0, top: 0 }) } };
}

/** What is looked for in the texts on the screen; `null` for nothing. */
export function findOf(model: Model): FindState | null {
  switch (screenOf(model)) {
    case 'reader':
      return model.reader.find;
    case 'compare':
      return model.compare.find;
    default:
      return null;
  }
}

/** The model with something else looked for in the texts on the screen; unchanged where it has none. */
export function withFind(model: Model, find: FindState | null): Model {
  switch (screenOf(model)) {
    case 'reader':
      return { ...model, reader: { ...model.reader, find } };
    case 'compare':
      return { ...model, compare: { ...model.compare, find } };
    default:
      return model;
  }
}

/** What the list of drafts, or of agents made here, is narrowed by; `null` for nothing. */
export function filterOf(model: Model): FilterState | null {
  if (model.dialog) return model.dialog.kind === 'drafts' ? model.dialog.filter : null;
  return screenOf(model) === 'composed' ? model.composed.filter : null;
}

/** The model with that list narrowed by something else, its cursor at the first row; unchanged where there is none. */
export function withFilter(model: Model, filter: FilterState | null): Model {
  const { dialog, composed } = model;
  if (dialog) return dialog.kind === 'drafts' ? { ...model, dialog: { ...dialog, filter, cursor: 0 } } : model;
  if (screenOf(model) !== 'composed') return model;
  return { ...model, composed: { ...composed, filter, cursor: 0, scroll: 0 } };
}

/** Whether a text holds each of the words that a list is narrowed by, whatever their case. */
export function passesFilter(filter: FilterState | null, text: string): boolean {
  const folded = text.toLowerCase();
  const words = filter?.words.text.toLowerCase().split(/\s+/) ?? [];
  return words.every((word) => folded.includes(word));
}
