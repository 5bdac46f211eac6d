import { isEmptyDraft } from '../../core/draft/draft.ts';
import { followingCurrent, withCursor } from '../browse/update-browse.ts';
import type { ListStep } from '../model/browse-state.ts';
import { type Step, step } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { withDraftOpened } from './update-drafts.ts';

/** What undo brings back where the user is: among the drafts a draft, in the list whatever went last. */
export function nextUndo({ undo, dialog }: Model): ListStep | null {
  return (dialog?.kind === 'drafts' ? undo.findLast(({ kind }) => kind === 'draft') : undo.at(-1)) ?? null;
}

/** Whether the look was changed after all that undo takes back elsewhere: it then takes back that. */
export function isLookStepNewest({ undo, draft, compare }: Model): boolean {
  const last = undo.at(-1);
  return last?.kind === 'look' && draft.past.length <= last.draftSteps && compare.past.length <= last.columnSteps;
}

/** What an act in the list did away with brought back. Pure. */
export function listUndone(model: Model): Step {
  const last = nextUndo(model);
  if (last === null) return step(model);
  const rest = { ...model, undo: model.undo.filter((one) => one !== last) };
  const said = (next: Model): Model => noted(next, `Undone: ${last.words}`);
  const { browse } = rest;
  switch (last.kind) {
    case 'marks': {
      const marked = [...new Set([...last.marked, ...browse.marked])];
      return step(said({ ...rest, browse: { ...browse, marked } }));
    }
    case 'dragged': {
      const marked = browse.marked.filter((id) => !last.ids.includes(id));
      return step(said({ ...rest, browse: { ...browse, marked } }));
    }
    case 'query':
      return step(said(withCursor({ ...rest, browse: { ...browse, query: last.query, cursor: 0, top: 0 } }, 0)));
    case 'sort':
      return step(
        said(followingCurrent(rest, { ...rest, browse: { ...browse, sort: last.sort, querySort: last.querySort } })),
      );
    case 'saved':
      // It is taken back once the file is as it was.
      return step(model, { type: 'undoSave', saved: last.file });
    case 'files':
      return step(rest, { type: 'undoFiles', action: last.action, words: last.words });
    case 'look': {
      const looking = { ...rest, look: { ...rest.look, ...last.look } };
      // With the preview elsewhere the list has other rows.
      return step(said(withCursor(looking, browse.cursor)), { type: 'rememberLook', look: last.look });
    }
    case 'draft': {
      const { draft } = last;
      const isFree = isEmptyDraft(rest.draft.present);
      const drafts = [draft, ...rest.kept.drafts.filter(({ id }) => id !== draft.id)];
      const back = isFree ? withDraftOpened(rest, draft) : { ...rest, kept: { ...rest.kept, drafts } };
      return step(said(back), { type: 'keepDraft', id: draft.id, draft: draft.history.present });
    }
  }
}
