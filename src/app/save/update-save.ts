import { draftProblem } from '../../core/compose/validate-draft.ts';
import { withStep } from '../compose/draft-history.ts';
import { withNewDraft } from '../drafts/update-drafts.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action, Direction } from '../model/actions.ts';
import { type Step, step } from '../model/effects.ts';
import { type Model, SAVE_FIELDS } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { shortPath } from '../model/short-path.ts';
import { openQuestion, withNextValue } from './field-values.ts';
import { boundsOfFolder, formDraft, formFields, formProblems, openedForm, targetPath } from './save-form.ts';

type SaveAction = Extract<
  Action,
  {
    type:
      | 'saveOpened'
      | 'fieldLeft'
      | 'fieldCompleted'
      | 'valueChosen'
      | 'saveRequested'
      | 'overwriteConfirmed'
      | 'draftSaved'
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

    case 'valueChosen':
      return step(withNextValue(model));

    case 'saveRequested':
      return requested(model);

    case 'saveRefused': {
      const { path, text, sha256 } = action;
      const dialog = { kind: 'overwrite', path, text, sha256, scroll: 0 } as const;
      return step({ ...withSaving(model, false), dialog });
    }

    case 'overwriteConfirmed': {
      if (model.dialog?.kind !== 'overwrite') return step(model);
      const { path, sha256 } = model.dialog;
      const guard = { kind: 'version', sha256 } as const;
      return step(
        { ...withSaving(model, true), dialog: null },
        { type: 'saveDraft', draft: formDraft(model), path, guard, ...boundsOf(model, path) },
      );
    }

    case 'saveFailed':
      return step(noted(withSaving(model, false), `Not saved: ${action.reason}`, 'bad'));

    case 'saveLedOut': {
      const { path, leadsTo } = action;
      const save = { ...model.save, saving: false, ledOut: { path, leadsTo } };
      const again = `${keyOf(model, 'save.save')} again saves it there`;
      return step(noted({ ...model, save }, `A link leads out of that folder, to ${leadsTo}: ${again}`, 'bad'));
    }

    case 'draftSaved': {
      const { folder } = model.save.fields;
      const shown = (path: string) => shortPath(path, model.surroundings);
      const kept = action.backup ? `, the old one kept as ${shown(action.backup)}` : '';
      const saved: Model = {
        ...withSaving(model, false),
        trail: ['browse'],
        browse: { ...model.browse, focus: 'list' },
        compose: { ...model.compose, pane: 'topics', line: 0, stop: 0 },
      };
      return step(
        noted(withNewDraft(saved), `Saved ${shown(action.path)}${kept}`),
        { type: 'removeDraft', id: model.kept.id },
        { type: 'rememberSaveFolder', folder: folder.text },
        { type: 'readLibrary' },
      );
    }
  }
}

/** The draft with what was typed into the form, kept when the form is left: an undoable step like any other. */
export function withFormKept(model: Model): Model {
  const typed = formFields(model.save);
  const untouched = formFields(openedForm(model, model.save.focused));
  const changed = JSON.stringify(typed) !== JSON.stringify(untouched);
  return changed ? { ...model, draft: withStep(model.draft, formDraft(model)) } : model;
}

function requested(model: Model): Step {
  if (model.save.saving) return step(model);
  const draft = formDraft(model);
  const problems = formProblems(model);
  const wrong = SAVE_FIELDS.find((field) => problems[field] !== undefined);
  const reason = (wrong && problems[wrong]) ?? draftProblem(draft);
  if (reason) {
    const save = { ...model.save, focused: wrong ?? model.save.focused };
    return step(noted({ ...model, save }, wrong ? `${wrong}: ${reason}` : reason, 'bad'));
  }
  const question = openQuestion(model);
  if (question) {
    const { field, text } = question;
    const save = { ...model.save, focused: field, asked: [...model.save.asked, field] };
    return step(noted({ ...model, save }, text, 'plain'));
  }
  const guard = { kind: 'absent' } as const;
  const path = targetPath(model);
  return step(withSaving(model, true), { type: 'saveDraft', draft, path, guard, ...boundsOf(model, path) });
}

/** What no link may lead out of, until the user has seen where it leads. */
function boundsOf({ save, surroundings }: Model, path: string): { readonly within?: string } {
  return save.ledOut?.path === path ? {} : { within: boundsOfFolder(save.fields.folder.text.trim(), surroundings) };
}

function withFieldLeft(model: Model, direction: Direction): Model {
  const count = SAVE_FIELDS.length;
  const focused = SAVE_FIELDS[(SAVE_FIELDS.indexOf(model.save.focused) + direction + count) % count] ?? 'name';
  return { ...model, save: { ...model.save, focused } };
}

function withSaving(model: Model, saving: boolean): Model {
  return { ...model, save: { ...model.save, saving } };
}
