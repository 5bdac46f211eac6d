import type { Draft } from '../../core/draft/draft.ts';
import { definitionsOf, ingredientIds } from '../../core/draft/draft.ts';
import { madeRivals, madeRivalWords } from '../../core/rivals/made-rivals.ts';
import { counted } from '../../text/count-text.ts';
import { currentDefinition, resultsOf } from '../browse/browse-results.ts';
import { withCursor } from '../browse/update-browse.ts';
import { composedFile, composedResult } from '../compose/composed-result.ts';
import { withStep } from '../compose/draft-history.ts';
import { withHistory } from '../compose/with-draft.ts';
import { listUndone } from '../drafts/undo-list.ts';
import { withNewDraft, withShelved } from '../drafts/update-drafts.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import type { Landed } from '../model/browse-state.ts';
import type { DraftHistory } from '../model/draft-state.ts';
import { type Step, step } from '../model/effects.ts';
import { ingredients } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { shortPath } from '../model/short-path.ts';

type LandingAction = Extract<
  Action,
  {
    type:
      | 'draftSaved'
      | 'saveUndone'
      | 'landingLeft'
      | 'savedReopened'
      | 'savedPathCopied'
      | 'anotherBegun'
      | 'saveUndoRequested'
      | 'saveUndoConfirmed';
  }
>;

/** Update for what one can do with a file that was just saved. Pure. */
export function updateLanding(model: Model, action: LandingAction): Step {
  switch (action.type) {
    case 'draftSaved':
      return saved(model, action);

    case 'landingLeft':
      return step(withoutLanding(model));

    case 'savedReopened': {
      if (model.landed === null) return step(model);
      const { model: back, effects } = withDraftBack(landingOver(model), model.landed.draft);
      return step({ ...back, trail: ['browse', 'compose'] }, ...effects);
    }

    case 'savedPathCopied': {
      if (model.landed === null) return step(model);
      const { path } = model.landed;
      return step(model, { type: 'copyText', text: path, what: shortPath(path, model.surroundings) });
    }

    case 'anotherBegun': {
      const begun = withNewDraft(withShelved(landingOver(model)));
      return step(noted(begun, `A new draft: mark its agents, then ${keyOf(begun, 'list.compose')}`));
    }

    case 'saveUndoRequested':
      return listUndone(model);

    case 'saveUndoConfirmed': {
      if (model.dialog?.kind !== 'unsave') return step(model);
      const { file, sha256 } = model.dialog;
      return step({ ...model, dialog: null }, { type: 'undoSave', saved: { ...file, sha256 } });
    }

    case 'saveUndone':
      return undone(model, action);
  }
}

/** What one is done with is undone by nothing that is pressed later for something else. */
function landingOver(model: Model): Model {
  return { ...model, landed: null, undo: model.undo.filter(({ kind }) => kind !== 'saved') };
}

/** The list as it is found, with the cursor on the agent it was on. */
function withoutLanding(model: Model): Model {
  const next = landingOver(model);
  const id = currentDefinition(model)?.id;
  const place = id === undefined ? -1 : resultsOf(next).placeOf(id);
  return withCursor(next, Math.max(0, place));
}

/** The file that was saved, as its two lines over the list tell of it. */
function landedFile(path: string, draft: Draft, history: DraftHistory, file: Landed['saved']): Landed {
  return {
    path,
    lines: composedFile(draft).text.replace(/\n$/, '').split('\n').length,
    tokens: composedResult(draft.picks).tokens,
    agents: new Set(draft.picks.flatMap(definitionsOf)).size,
    saved: file,
    draft: withStep(history, draft, 'the save form'),
  };
}

/** Back in the list, on the new agent; marks are cleared, for what they were for is done. */
function saved(model: Model, action: Extract<Action, { type: 'draftSaved' }>): Step {
  const { path, backup, draft, saved: file, isUnchanged } = action;
  const { folder } = model.save.fields;
  const { marked } = model.browse;
  const kept = backup === null ? '' : `, the old one kept as ${shortPath(backup, model.surroundings)}`;
  const words = `${counted(marked.length, 'mark')} cleared`;
  const shown = shortPath(path, model.surroundings);
  const landed = landedFile(path, draft, model.draft, file);
  const landing: Model = {
    ...model,
    save: { ...model.save, saving: false },
    trail: ['browse'],
    browse: { ...model.browse, focus: 'list', cursor: 0, top: 0, marked: [], lostMarks: [] },
    compose: { ...model.compose, pane: 'topics', line: 0, stop: 0, held: null },
    landed,
    undo: [
      ...model.undo,
      ...(marked.length > 0 ? [{ kind: 'marks', words, marked } as const] : []),
      ...(file === null ? [] : [{ kind: 'saved', words: `${shown} saved`, file, draft: landed.draft } as const]),
    ],
  };
  const rivals = draft.kind === 'agent' ? madeRivals(draft.fields, ingredients(model)) : [];
  const rivalry = rivals.length === 0 ? '' : ` · ${madeRivalWords(rivals)}: ${keyOf(landing, 'list.rivals')}`;
  return step(
    noted(withNewDraft(landing), isUnchanged ? `${shown} said just that already` : `Saved ${shown}${kept}${rivalry}`),
    { type: 'removeDraft', id: model.kept.id },
    // What is remembered is where agents go.
    ...(draft.kind === 'agent' ? [{ type: 'rememberSaveFolder', folder: folder.text } as const] : []),
    { type: 'readLibrary' },
  );
}

/** The draft that was saved as the present one, kept again; one begun since is put by. */
function withDraftBack(model: Model, history: DraftHistory): Step {
  const begun = withNewDraft(withShelved({ ...model, landed: null }));
  const draft = history.present;
  const ids = [...new Set([...draft.from, ...ingredientIds(draft)])];
  const compose = { ...begun.compose, ids, row: 0, column: 0, line: 0, stop: 0, held: null };
  return step(withHistory({ ...begun, compose }, history), { type: 'keepDraft', id: begun.kept.id, draft });
}

function undone(model: Model, { saved: file, outcome }: Extract<Action, { type: 'saveUndone' }>): Step {
  const path = shortPath(file.path, model.surroundings);
  const last = model.undo.findLast((one) => one.kind === 'saved' && one.file.path === file.path);
  const history = last?.kind === 'saved' ? last.draft : null;
  switch (outcome.kind) {
    case 'failed':
      return step(noted(model, `The save is not undone: ${outcome.reason}`, 'bad'));
    case 'changed': {
      const { text, sha256 } = outcome;
      const written = history === null ? '' : composedFile(history.present).text;
      return step({ ...model, dialog: { kind: 'unsave', file, written, text, sha256, scroll: 0 } });
    }
    case 'undone': {
      const awaited = file.backup === null ? [] : [file.path];
      const browse = { ...model.browse, awaited };
      const rest = { ...model, browse, undo: model.undo.filter((one) => one !== last) };
      const back = history === null ? step(rest) : withDraftBack(rest, history);
      const kept = outcome.kept === null ? '' : `, what was saved is in ${shortPath(outcome.kept, model.surroundings)}`;
      const now = file.backup === null ? `${path} is gone` : `${path} is as it was before${kept}`;
      const draft = history === null ? '' : `; ${keyOf(back.model, 'list.compose')} opens the draft again`;
      const words = outcome.warning ?? `Undone: ${now}${draft}`;
      return step(noted(back.model, words, outcome.warning === null ? 'good' : 'bad'), ...back.effects, {
        type: 'readLibrary',
      });
    }
  }
}
