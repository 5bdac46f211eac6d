import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import type { SaveField, SaveState } from '../model/save-state.ts';
import type { TextField } from '../model/text-field.ts';
import { FIELD_LABELS } from './field-labels.ts';

/** More steps than anybody takes back. */
const MOST_STEPS = 500;

/**
 * The form with what it is like now as a step to go back to.
 *
 * @param typing What is being typed; while that stays the same, there is one step for all of it.
 */
export function withFormStep(save: SaveState, typing: string | null): SaveState {
  if (typing !== null && typing === save.typing) return save;
  const { fields, focused } = save;
  return { ...save, past: [...save.past.slice(1 - MOST_STEPS), { fields, focused }], typing };
}

/** The form after something was typed into the focused field; a word, or a run of deleting, is one step. */
export function withFieldTyped(model: Model, field: TextField): Model {
  const { save } = model;
  const { focused } = save;
  const before = save.fields[focused];
  // To type on what is being chosen is to take it.
  const fields = { ...save.fields, [focused]: field };
  if (before.text === field.text) return { ...model, save: { ...save, fields, typing: null } };
  const kind = field.text.length < before.text.length ? 'deleting' : 'typing';
  const isNewWord = kind === 'typing' && before.text.at(before.cursor - 1) === ' ' && !field.text.endsWith(' ');
  const { past } = withFormStep(save, isNewWord ? null : `${focused} ${kind}`);
  const own = { ...save.own, [focused]: field.text };
  return { ...model, save: { ...save, fields, past, typing: `${focused} ${kind}`, own } };
}

/** What a field held before, with the cursor on that field. */
export function withFormUndone(model: Model): Model {
  const { save } = model;
  const step = save.past.at(-1);
  if (!step) return noted(model, 'Nothing to undo in the form', 'plain');
  const changed = changedField(save, step.fields) ?? step.focused;
  const undone = { ...save, ...step, focused: changed, past: save.past.slice(0, -1), typing: null, choices: null };
  return noted({ ...model, save: undone }, `Undone in ${FIELD_LABELS[changed]}`, 'plain');
}

function changedField({ fields }: SaveState, before: SaveState['fields']): SaveField | undefined {
  return (Object.keys(fields) as SaveField[]).find((name) => fields[name].text !== before[name].text);
}
