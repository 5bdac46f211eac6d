import { draftProblem } from '../../core/compose/validate-draft.ts';
import { withStep } from '../compose/draft-history.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action, Direction } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { SAVE_FIELDS } from '../model/save-state.ts';
import { clamped } from '../model/scrolling.ts';
import { type TextField, wordSelected } from '../model/text-field.ts';
import { caretAt, caretInRow, rowMoved } from '../model/wrapped-field.ts';
import { FIELD_LABELS } from './field-labels.ts';
import { fileMoved } from './file-window.ts';
import { withChoiceMoved, withChoicesLeft, withChoicesOpened, withChoiceTaken } from './form-choices.ts';
import { withFieldTyped, withFormUndone } from './form-history.ts';
import { fieldWidth, LABEL, visibleFormRows } from './form-layout.ts';
import { openQuestions } from './open-questions.ts';
import { REPLACE_ANSWERS } from './replace-answers.ts';
import { boundsOfFolder, formDraft, formFields, formProblems, openedForm, targetPath } from './save-form.ts';
import { shownFields } from './shown-fields.ts';

type SaveAction = Extract<
  Action,
  {
    type:
      | 'saveOpened'
      | 'fieldLeft'
      | 'fieldCompleted'
      | 'fieldRowMoved'
      | 'choicesOpened'
      | 'choiceMoved'
      | 'choiceTaken'
      | 'choicesLeft'
      | 'formUndone'
      | 'fileMoved'
      | 'saveRequested'
      | 'overwriteConfirmed'
      | 'otherNameWanted'
      | 'answerMoved'
      | 'answerGiven'
      | 'saveRefused'
      | 'saveFailed'
      | 'saveLedOut';
  }
>;

/** Update for the save form. Nothing is written over a file that the user has not been shown. Pure. */
export function updateSave(model: Model, action: SaveAction): Step {
  switch (action.type) {
    case 'saveOpened':
      return step({ ...model, save: openedForm(model, action.field), trail: [...model.trail, 'save'] });

    case 'fieldLeft':
      return step(withFieldLeft(model, action.direction));

    case 'fieldCompleted':
      return model.save.focused === SAVE_FIELDS.at(-1) ? requested(model) : step(withFieldLeft(model, 1));

    case 'fieldRowMoved':
      return step(withRowMoved(model, action.direction));

    case 'choicesOpened':
      return step(withChoicesOpened(model));

    case 'choiceMoved':
      return step(withChoiceMoved(model, action.direction));

    case 'choiceTaken':
      return step(withChoiceTaken(model));

    case 'choicesLeft':
      return step(withChoicesLeft(model));

    case 'formUndone':
      return step(withFormUndone(model));

    case 'fileMoved':
      return step(fileMoved(model, action));

    case 'saveRequested':
      return requested(model);

    case 'saveRefused': {
      const { path, text, sha256 } = action;
      const dialog = { kind: 'overwrite', path, text, sha256, scroll: 0, answer: 0 } as const;
      return step({ ...withSaving(model, false), dialog });
    }

    case 'overwriteConfirmed':
      return replaced(model);

    case 'otherNameWanted':
      return step(withOtherName(model));

    case 'answerMoved': {
      if (model.dialog?.kind !== 'overwrite') return step(model);
      const answer = clamped(model.dialog.answer + action.direction, 0, REPLACE_ANSWERS.length - 1);
      return step({ ...model, dialog: { ...model.dialog, answer } });
    }

    case 'answerGiven':
      return answered(model);

    case 'saveFailed':
      return step(noted(withSaving(model, false), `Not saved: ${action.reason}`, 'bad'));

    case 'saveLedOut': {
      const { path, leadsTo } = action;
      const save = { ...model.save, saving: false, ledOut: { path, leadsTo } };
      const again = `${keyOf(model, 'save.save')} again saves it there`;
      return step(noted({ ...model, save }, `A link leads out of that folder, to ${leadsTo}: ${again}`, 'bad'));
    }
  }
}

function answered(model: Model): Step {
  const answer = model.dialog?.kind === 'overwrite' ? REPLACE_ANSWERS[model.dialog.answer] : undefined;
  if (answer === 'replace') return replaced(model);
  return step(answer === 'rename' ? withOtherName(model) : { ...model, dialog: null });
}

/** The file written in place of the version that was shown, and of no other. */
function replaced(model: Model): Step {
  if (model.dialog?.kind !== 'overwrite') return step(model);
  const { path, sha256 } = model.dialog;
  const guard = { kind: 'version', sha256 } as const;
  return step(
    { ...withSaving(model, true), dialog: null },
    { type: 'saveDraft', draft: formDraft(model), path, guard, ...boundsOf(model, path) },
  );
}

function withOtherName(model: Model): Model {
  return { ...model, dialog: null, save: { ...model.save, focused: 'name', typing: null } };
}

/** The draft with what was typed into the form, kept when the form is left: an undoable step like any other. */
export function withFormKept(model: Model): Model {
  const untouched = openedForm(model, model.save.focused);
  const changed =
    JSON.stringify(formFields(model.save)) !== JSON.stringify(formFields(untouched)) ||
    model.save.fields.mentions.text !== untouched.fields.mentions.text;
  return changed ? { ...model, draft: withStep(model.draft, formDraft(model), 'fill in the form') } : model;
}

function requested(model: Model): Step {
  if (model.save.saving) return step(model);
  const draft = formDraft(model);
  const problems = formProblems(model);
  const wrong = SAVE_FIELDS.filter((field) => problems[field] !== undefined);
  const open = openQuestions(model).filter(({ field }) => !model.save.asked.includes(field) && !wrong.includes(field));
  const [first, ...others] = SAVE_FIELDS.filter(
    (field) => wrong.includes(field) || open.some((one) => one.field === field),
  );
  if (first !== undefined) {
    const asked = [...model.save.asked, ...open.map(({ field }) => field)];
    const save = { ...model.save, focused: first, asked, isTried: true, typing: null };
    const names = [first, ...others].map((field) => FIELD_LABELS[field]).join(', ');
    const reason = problems[first] ?? open.find(({ field }) => field === first)?.text;
    const words = others.length > 0 ? `${others.length + 1} things to decide: ${names}` : `${names}: ${reason}`;
    return step(noted({ ...model, save }, words, wrong.length > 0 ? 'bad' : 'plain'));
  }
  const reason = draftProblem(draft);
  if (reason !== null) return step(noted(model, reason, 'bad'));
  const guard = { kind: 'absent' } as const;
  const path = targetPath(model);
  return step(withSaving(model, true), { type: 'saveDraft', draft, path, guard, ...boundsOf(model, path) });
}

/** What no link may lead out of, until the user has seen where it leads. */
function boundsOf({ save, surroundings }: Model, path: string): { readonly within?: string } {
  return save.ledOut?.path === path ? {} : { within: boundsOfFolder(save.fields.folder.text.trim(), surroundings) };
}

/** The form after typing into the focused field; to type on what is being chosen is to take it. */
export function withFormTyped(model: Model, field: TextField): Model {
  return withFieldTyped(withChoiceTaken(model), field);
}

/** The cursor one row up or down in a field that stands on several, else on the next field. */
function withRowMoved(model: Model, direction: Direction): Model {
  const { save } = model;
  const moved = rowMoved(save.fields[save.focused], fieldWidth(model) - 1, direction);
  return moved === null ? withFieldLeft(model, direction) : withFieldTyped(model, moved);
}

/** The form after a click: the field under it gets the keys, and its caret is at the cell. */
export function clickedInForm(
  model: Model,
  {
    pane,
    row,
    column,
    isDouble,
  }: { readonly pane: string; readonly row: number; readonly column: number; readonly isDouble: boolean },
): Model {
  const clicked = pane === 'form' ? visibleFormRows(model)[row] : undefined;
  if (!clicked || model.save.choices !== null) return model;
  const { field, isInput, stretch } = clicked;
  const isHere = field === model.save.focused;
  const focused = isHere ? model : { ...model, save: { ...model.save, focused: field, typing: null } };
  const value = model.save.fields[field];
  const cell = Math.max(0, column - LABEL);
  // What has not the keys is drawn from its start.
  const there = isInput
    ? caretAt(isHere ? value : { ...value, cursor: 0 }, fieldWidth(model), cell)
    : stretch && caretInRow(value, stretch, fieldWidth(model), cell);
  return there ? withFieldTyped(focused, isDouble ? wordSelected(there) : there) : focused;
}

function withFieldLeft(model: Model, direction: Direction): Model {
  const fields = shownFields(model);
  const focused = fields[(fields.indexOf(model.save.focused) + direction + fields.length) % fields.length] ?? 'name';
  return { ...model, save: { ...model.save, focused, typing: null } };
}

function withSaving(model: Model, saving: boolean): Model {
  return { ...model, save: { ...model.save, saving } };
}
