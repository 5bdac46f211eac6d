import type { Draft } from '../core/draft/draft.ts';
import type { Ports } from '../ports/ports.ts';
import type { SettingsValues } from '../ports/settings.ts';
import { type RecomposedFile, writeRecomposed } from '../usecases/recompose-definition.ts';
import { saveDefinition } from '../usecases/save-definition.ts';
import { type SavedFile, undoSave } from '../usecases/undo-save.ts';
import type { Effect } from './model/effects.ts';
import type { Store } from './store.ts';

/** What leaves something on the disk. */
type WritingEffect = Extract<
  Effect,
  {
    type:
      | 'keepDraft'
      | 'openDraft'
      | 'discardDraft'
      | 'removeDraft'
      | 'saveDraft'
      | 'writeRecomposed'
      | 'rememberSaveFolder'
      | 'rememberBundled'
      | 'rememberLook'
      | 'undoSave';
  }
>;

/** Performs effects that write. */
interface EffectWriter {
  readonly write: (effect: WritingEffect, store: Store) => void;
  /** Wait until nothing is being written any more. */
  readonly written: () => Promise<void>;
}

/** A writer that knows what it has not finished. */
export function effectWriter(ports: Ports): EffectWriter {
  const writing = new Set<Promise<void>>();

  const keepDraft = async (id: string, draft: Draft, { dispatch }: Store): Promise<void> => {
    const problem = await ports.drafts.write(id, draft);
    dispatch(
      problem === null ? { type: 'draftKept', id, now: ports.clock.now() } : { type: 'problemFound', reason: problem },
    );
  };

  const removeDraft = async (id: string, { dispatch }: Store): Promise<void> => {
    // Then it is the other window's.
    if ((await ports.drafts.openElsewhere(id)) !== null) return;
    const problem = await ports.drafts.remove(id);
    if (problem !== null) dispatch({ type: 'problemFound', reason: problem });
  };

  const discardDraft = async (id: string, store: Store): Promise<void> => {
    const open = await ports.drafts.openElsewhere(id);
    const problem = open === null ? await ports.drafts.remove(id) : `${open} and stays: discard it there`;
    if (problem === null) return;
    await readDrafts(ports, store);
    store.dispatch({ type: 'problemFound', reason: problem });
  };

  const remember = async <Key extends keyof SettingsValues>(
    key: Key,
    value: SettingsValues[Key],
    { dispatch }: Store,
  ): Promise<void> => {
    const problem = await ports.settings.change(key, () => value);
    if (problem !== null) dispatch({ type: 'problemFound', reason: problem });
  };

  const saveDraft = async (effect: Extract<Effect, { type: 'saveDraft' }>, { dispatch }: Store): Promise<void> => {
    const outcome = await saveDefinition(ports, effect.draft, effect.path, effect.guard, effect.within);
    switch (outcome.kind) {
      case 'written':
        dispatch({
          type: 'draftSaved',
          path: outcome.path,
          backup: outcome.backup,
          saved: outcome.saved,
          draft: effect.draft,
        });
        if (outcome.warning !== null) dispatch({ type: 'problemFound', reason: outcome.warning });
        return;
      case 'occupied':
        return dispatch({ type: 'saveRefused', path: outcome.path, text: outcome.text, sha256: outcome.sha256 });
      case 'failed':
        if (outcome.leadsTo === undefined) return dispatch({ type: 'saveFailed', reason: outcome.reason });
        return dispatch({ type: 'saveLedOut', path: outcome.path, leadsTo: outcome.leadsTo });
      case 'invalid':
        return dispatch({ type: 'saveFailed', reason: outcome.reason });
    }
  };

  const writeFile = async (file: RecomposedFile, text: string, { dispatch }: Store): Promise<void> => {
    dispatch({ type: 'recomposeWritten', outcome: await writeRecomposed(ports, file, text) });
  };

  const unsave = async (saved: SavedFile, { dispatch }: Store): Promise<void> => {
    dispatch({ type: 'saveUndone', saved, outcome: await undoSave(ports, saved) });
  };

  const perform = (effect: WritingEffect, store: Store): Promise<void> => {
    switch (effect.type) {
      case 'keepDraft':
        return keepDraft(effect.id, effect.draft, store);
      case 'openDraft':
        return ports.drafts.opened(effect.id, effect.draft);
      case 'discardDraft':
        return discardDraft(effect.id, store);
      case 'removeDraft':
        return removeDraft(effect.id, store);
      case 'saveDraft':
        return saveDraft(effect, store);
      case 'writeRecomposed':
        return writeFile(effect.file, effect.text, store);
      case 'rememberSaveFolder':
        return remember('saveFolder', effect.folder, store);
      case 'rememberBundled':
        return remember('bundled', effect.listed, store);
      case 'rememberLook':
        if ('theme' in effect.look) return remember('theme', effect.look.theme, store);
        if ('signs' in effect.look) return remember('signs', effect.look.signs, store);
        return 'preview' in effect.look
          ? remember('preview', effect.look.preview, store)
          : remember('shares', effect.look.shares, store);
      case 'undoSave':
        return unsave(effect.saved, store);
    }
  };

  return {
    write: (effect, store) => {
      const done = perform(effect, store).finally(() => writing.delete(done));
      writing.add(done);
    },
    written: async () => {
      while (writing.size > 0) await Promise.allSettled(writing);
    },
  };
}

/** Find all drafts that are kept. */
export async function readDrafts(ports: Ports, { dispatch }: Store): Promise<void> {
  const found = await ports.drafts.list();
  dispatch({ type: 'draftsFound', ...found, now: ports.clock.now() });
}
