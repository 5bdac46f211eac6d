import { type Draft, EMPTY_DRAFT, ingredientIds, isEmptyDraft } from '../../core/draft/draft.ts';
import { draftLabel } from '../../core/draft/draft-label.ts';
import type { KeptDraft } from '../../ports/drafts.ts';
import { visibleText } from '../../text/visible-text.ts';
import { withHistory } from '../compose/with-draft.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import { type Dialog, openedFrom, withBoxOf } from '../model/dialog.ts';
import type { DraftHistory, OtherDraft } from '../model/draft-state.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { draftName, listedDrafts } from './draft-list.ts';

type DraftsAction = Extract<
  Action,
  {
    type: 'draftsFound' | 'draftKept' | 'draftsOpened' | 'draftChosen' | 'draftBegun' | 'draftDiscarded';
  }
>;

/** Update for the drafts that are kept: which there are, and which of them is being edited. Pure. */
export function updateDrafts(model: Model, action: DraftsAction): Step {
  switch (action.type) {
    case 'draftsFound':
      return step(withDraftsFound(model, action));

    case 'draftKept':
      return step(withDraftKept(model, action));

    case 'draftsOpened':
      return step(
        { ...model, dialog: openedFrom(model.dialog, { kind: 'drafts', cursor: 0, at: null, filter: null }) },
        { type: 'readDrafts' },
      );

    case 'draftChosen': {
      const chosen = draftUnderCursor(model);
      return step(chosen ? { ...withDraftOpened(model, chosen), dialog: null } : { ...model, dialog: null });
    }

    case 'draftBegun': {
      const fresh = withNewDraft(withShelved(model));
      // Nothing is in the result to have the keys.
      const begun: Model = { ...fresh, compose: { ...fresh.compose, pane: 'topics' }, dialog: null };
      return step(noted(begun, `A new draft: ${keyOf(begun, 'everywhere.drafts')} lists the others`));
    }

    case 'draftDiscarded':
      return discarded(model);
  }
}

/** The model with an empty draft, kept under an id of its own from its first change on. */
export function withNewDraft(model: Model): Model {
  const count = model.kept.count + 1;
  const id = `${model.surroundings.session}-${count}`;
  return withHistory({ ...model, kept: { ...model.kept, id, at: null, count } }, EMPTY_HISTORY);
}

const EMPTY_HISTORY: DraftHistory = { past: [], present: EMPTY_DRAFT, future: [] };

/** On start the newest draft is back, unless something was picked before it was read. */
function withDraftsFound(model: Model, found: Extract<Action, { type: 'draftsFound' }>): Model {
  const { problems, now } = found;
  const filled = found.drafts.filter(({ draft }) => !isEmptyDraft(draft));
  const dialog = withBoxOf(model.dialog, 'drafts', (box) => ({ ...box, at: now.at }));
  const { utcOffset } = now;
  const listed = { ...model, dialog, kept: { ...model.kept, drafts: others(model, filled), isRead: true, utcOffset } };
  const [newest] = listed.kept.drafts;
  const [problem] = problems;
  const told = problem === undefined ? listed : noted(listed, problem, 'bad');
  const isBegun = model.kept.drafts.length > 0 || !isEmptyDraft(model.draft.present);
  if (model.kept.isRead || isBegun || !newest) return told;
  const opened = withDraftOpened(told, newest);
  // What was told at the start is worth more than that all is well.
  if (told.notice !== null) return opened;
  const more = filled.length > 1 ? `, ${keyOf(opened, 'everywhere.drafts')} lists all ${filled.length}` : '';
  const { present } = newest.history;
  const label = visibleText(draftLabel(present));
  const draft = present.fields.name.trim() === '' ? label : `draft ${label}`;
  const words = `Your ${draft} is back: ${keyOf(opened, 'list.compose')} opens it${more}`;
  return noted(opened, words);
}

function withDraftKept(model: Model, { id, now }: Extract<Action, { type: 'draftKept' }>): Model {
  const { kept } = model;
  if (id === kept.id) return { ...model, kept: { ...kept, ...now } };
  const drafts = kept.drafts.map((one) => (one.id === id ? { ...one, savedAt: now.at } : one));
  return { ...model, kept: { ...kept, drafts, utcOffset: now.utcOffset } };
}

/** What was found beside the present draft. Those changed in this run are as they were left, also if not kept yet. */
function others({ kept }: Model, found: readonly KeptDraft[]): readonly OtherDraft[] {
  const changed = new Map(kept.drafts.filter(isChanged).map(({ id, history }) => [id, history]));
  const listed = found
    .filter(({ id }) => id !== kept.id)
    .map(({ id, draft, savedAt }) => ({ id, savedAt, history: changed.get(id) ?? begunWith(draft) }));
  const unkept = kept.drafts.filter(({ id, savedAt }) => savedAt === 0 && !found.some((one) => one.id === id));
  return [...unkept, ...listed];
}

const isChanged = ({ history: { past, future } }: OtherDraft): boolean => past.length + future.length > 0;
const begunWith = (draft: Draft): DraftHistory => ({ past: [], present: draft, future: [] });

/** The model with a draft as the present one; the one before is put by. */
export function withDraftOpened(model: Model, { id, history, savedAt }: OtherDraft): Model {
  if (id === model.kept.id) return model;
  const shelved = withShelved(model);
  const drafts = shelved.kept.drafts.filter((one) => one.id !== id);
  const ids = [...new Set([...history.present.from, ...ingredientIds(history.present)])];
  const compose = { ...shelved.compose, ids, row: 0, column: 0, line: 0, stop: 0, held: null };
  return withHistory({ ...shelved, compose, kept: { ...shelved.kept, drafts, id, at: savedAt } }, history);
}

/** The model with the present draft and its history put by, for it to be gone on with. */
export function withShelved(model: Model): Model {
  const { kept, draft } = model;
  if (isEmptyDraft(draft.present)) return model;
  const present = { id: kept.id, history: draft, savedAt: kept.at ?? 0 };
  return { ...model, kept: { ...kept, drafts: [present, ...kept.drafts] } };
}

function draftUnderCursor(model: Model): OtherDraft | null {
  return model.dialog?.kind === 'drafts' ? (listedDrafts(model)[model.dialog.cursor] ?? null) : null;
}

/** A draft goes at once, and comes back with undo for as long as the program runs. */
function discarded(model: Model): Step {
  const doomed = draftUnderCursor(model);
  if (!doomed || model.dialog?.kind !== 'drafts') return step(model);
  const name = draftName(model, doomed);
  const drafts = model.kept.drafts.filter(({ id }) => id !== doomed.id);
  const dialog: Dialog = { ...model.dialog, cursor: Math.max(0, model.dialog.cursor - 1) };
  const undo: Model['undo'] = [...model.undo, { kind: 'draft', words: `${name} discarded`, draft: doomed }];
  const rest = { ...model, dialog, undo, kept: { ...model.kept, drafts } };
  const next = doomed.id === model.kept.id ? withNewDraft(rest) : rest;
  const words = `Discarded: ${name} · ${keyOf(next, 'drafts.undo')} brings it back`;
  return step(noted(next, words), { type: 'discardDraft', id: doomed.id });
}
