import { keyOf } from '../../app/keys/key-of.ts';
import type { Model } from '../../app/model/model.ts';
import { SAVE_FIELDS, type SaveField } from '../../app/model/save-state.ts';
import { FIELD_LABELS } from '../../app/save/field-labels.ts';
import { fieldRemark } from '../../app/save/field-remarks.ts';
import { fileWindow } from '../../app/save/file-window.ts';
import { formChoices } from '../../app/save/form-choices.ts';
import { shownFields } from '../../app/save/shown-fields.ts';
import { headerWords } from './pane-lines.ts';
import { type PlaceLines, placeLines, scrolledLines } from './place-lines.ts';
import { sentences, spokenWords } from './spoken.ts';

/** The form before a file is saved: the field with what is said of it, or the choice under the cursor. */
export const formLines: PlaceLines = placeLines({
  arrival: (model) => [
    sentences(
      headerWords(model),
      `${keyOf(model, 'save.next')} goes to the next field, ${keyOf(model, 'save.save')} saves, ${keyOf(model, 'save.back')} goes back`,
    ),
  ],
  spot: ({ save }) => `${save.focused} ${save.choices === null ? '' : save.choices.cursor} ${save.asked.join()}`,
  here: (model, since) => {
    const { focused, choices } = model.save;
    const fields = shownFields(model);
    const at = fields.indexOf(focused) + 1;
    if (choices !== null) {
      const isOpened = since?.before.save.choices == null;
      return [sentences(isOpened ? `Choices for ${FIELD_LABELS[focused]}` : '', choiceWords(model))];
    }
    const remark = fieldRemark(model, focused)?.text ?? '';
    // What is to be decided is in the news as well.
    const isSaid = remark !== '' && model.notice?.text.includes(remark) === true;
    const words = `${at} of ${fields.length}, ${fieldWords(model, focused)}`;
    return [sentences(words, isSaid ? '' : spokenWords(remark))];
  },
  whole: (model) => shownFields(model).map((field) => sentences(fieldWords(model, field))),
  beside: scrolledLines((model) => {
    const { top, lines } = fileWindow(model);
    return { top, line: lines[0] };
  }),
});

/** What fields hold that were changed and are left by now, or changed by themselves. */
export function changedFieldLines(before: Model, after: Model): readonly string[] {
  if (after.save.choices !== null) return [];
  const isHeld = (field: SaveField) => before.save.fields[field].text === after.save.fields[field].text;
  const others = SAVE_FIELDS.filter((field) => field !== after.save.focused && !isHeld(field));
  return others.map((field) => sentences(fieldWords(after, field)));
}

/** What came to be said of the field that is typed into, if it is no help but a warning. */
export function newRemark(before: Model, after: Model): readonly string[] {
  const { focused } = after.save;
  const now = fieldRemark(after, focused);
  const then = fieldRemark(before, focused);
  return now && now.role !== 'muted' && now.text !== then?.text ? [sentences(spokenWords(now.text))] : [];
}

function fieldWords({ save }: Model, field: SaveField): string {
  return `${FIELD_LABELS[field]}: ${save.fields[field].text.trim() || 'empty'}`;
}

function choiceWords(model: Model): string {
  const all = formChoices(model);
  const { cursor = 0 } = model.save.choices ?? {};
  const choice = all[cursor];
  return choice ? `${cursor + 1} of ${all.length}: ${choice.value || 'empty'}, ${spokenWords(choice.from)}` : '';
}
