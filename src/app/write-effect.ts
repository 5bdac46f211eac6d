import { fileText } from '../core/definition/file-text.ts';
import type { Draft } from '../core/draft/draft.ts';
import type { ClosedAction } from '../ports/journal.ts';
import type { Ports } from '../ports/ports.ts';
import type { SettingsValues } from '../ports/settings.ts';
import { carryOutChanges, type FileChange } from '../usecases/carry-out-changes.ts';
import { carryOutRename } from '../usecases/carry-out-rename.ts';
import { type RecomposedFile, writeRecomposed } from '../usecases/recompose-definition.ts';
import { saveDefinition } from '../usecases/save-definition.ts';
import { switching } from '../usecases/switch-agent.ts';
import { type SavedFile, undoSaveBy } from '../usecases/undo-save.ts';
import type { Effect } from './model/effects.ts';
import type { Store } from './store.ts';

/** What leaves something on the disk. */
type WritingEffect = Extract<
  Effect,
  {
    type:
      | 'keepQuery'
      | 'keepDraft'
      | 'openDraft'
      | 'discardDraft'
      | 'removeDraft'
      | 'saveDraft'
      | 'writeRecomposed'
      | 'rememberSaveFolder'
      | 'rememberBundled'
      | 'rememberLook'
      | 'undoSave'
      | 'removeFile'
      | 'copyFile'
      | 'switchAgent'
      | 'renameAgent'
      | 'newAgent'
      | 'undoFiles';
  }
>;

/** What became of something that can be undone. */
interface Journalled<Result> {
  readonly result: Result;
  /** The action of the journal; `null` where that keeps none. */
  readonly action: string | null;
}

/** Performs effects that write. */
interface EffectWriter {
  readonly write: (effect: WritingEffect, store: Store) => void;
  /** Do something that can be undone; of two such things one after the other, as the journal wants it. */
  readonly journalled: <Result>(
    words: string,
    task: () => Promise<Result>,
    store: Store,
  ) => Promise<Journalled<Result>>;
  /** Wait until nothing is being written any more. */
  readonly written: () => Promise<void>;
}

/** A writer that knows what it has not finished. */
export function effectWriter(ports: Ports): EffectWriter {
  const writing = new Set<Promise<void>>();

  let before: Promise<unknown> = Promise.resolve();

  const journalled: EffectWriter['journalled'] = (words, task, { dispatch }) => {
    let closed: ClosedAction | null = null;
    const done = before.then(async () => {
      ports.journal.begin(words);
      try {
        return await task();
      } finally {
        closed = await ports.journal.close();
        if (closed.problem !== null) dispatch({ type: 'problemFound', reason: closed.problem });
      }
    });
    before = done.catch(() => {});
    return done.then((result) => ({ result, action: closed?.id ?? null }));
  };

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

  const saveDraft = async (effect: Extract<Effect, { type: 'saveDraft' }>, store: Store): Promise<void> => {
    const { dispatch } = store;
    const { draft, path, guard, within } = effect;
    const save = () => saveDefinition(ports, draft, path, guard, within);
    const { result: outcome, action } = await journalled(`save ${draft.fields.name}`, save, store);
    switch (outcome.kind) {
      case 'written':
        dispatch({
          type: 'draftSaved',
          path: outcome.path,
          backup: outcome.backup,
          saved: outcome.saved && { ...outcome.saved, ...(action !== null && { action }) },
          draft: effect.draft,
          ...(outcome.isUnchanged && { isUnchanged: true }),
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

  const writeFile = async (file: RecomposedFile, text: string, store: Store): Promise<void> => {
    const write = () => writeRecomposed(ports, file, text);
    const { result: outcome, action } = await journalled(`update ${file.path}`, write, store);
    store.dispatch({ type: 'recomposeWritten', outcome, action });
  };

  const unsave = async (saved: SavedFile, { dispatch }: Store): Promise<void> => {
    dispatch({ type: 'saveUndone', saved, outcome: await undoSaveBy(ports.journal, ports, saved) });
  };

  const changeFile = async (
    effect: Extract<Effect, { type: 'removeFile' | 'copyFile' | 'switchAgent' }>,
    store: Store,
  ): Promise<void> => {
    const { definition, said } = effect;
    const { name, path } = definition;
    const change = changeOf(ports, effect);
    const isRemoved = effect.type === 'removeFile';
    const words = `${isRemoved ? 'remove' : effect.type === 'copyFile' ? 'copy' : effect.isOn ? 'enable' : 'disable'} ${name}`;
    if (change === null) return;
    const outside = { ...ports, openJournal: async () => ports.journal };
    const { result: problem, action } = await journalled(
      words,
      async () => {
        const found = await carryOutChanges(outside, [change]);
        if (found !== null) return `${found.path}: ${found.reason}`;
        return isRemoved ? ports.recipes.remove(path) : null;
      },
      store,
    );
    const made = change.to === null ? {} : { made: change.to };
    store.dispatch({ type: 'filesChanged', words, said, action, problem, ...made });
  };

  const newAgent = async (
    { name, path, text, within, said }: Extract<Effect, { type: 'newAgent' }>,
    store: Store,
  ): Promise<void> => {
    const words = `new ${name}`;
    const outside = { ...ports, openJournal: async () => ports.journal };
    const change: FileChange = { kind: 'write', from: null, to: path, text, replaces: null, within };
    const { result: found, action } = await journalled(words, () => carryOutChanges(outside, [change]), store);
    const problem = found === null ? null : `${found.path}: ${found.reason}`;
    store.dispatch({ type: 'filesChanged', words, said, action, problem, made: path, opens: path });
  };

  const renameAgent = async (
    { plan, foundIn, said }: Extract<Effect, { type: 'renameAgent' }>,
    store: Store,
  ): Promise<void> => {
    const words = `rename ${plan.definition.name}`;
    const carryOut = async () => carryOutRename(ports, plan, foundIn, await ports.openBackups());
    const { result, action } = await journalled(words, carryOut, store);
    const { outcomes, warnings } = result;
    const [own, ...others] = outcomes.map(({ file, problem }) =>
      problem === null ? null : `${file.path}: ${problem}`,
    );
    const made = plan.files[0].newPath;
    store.dispatch({ type: 'filesChanged', words, said, action, problem: own ?? null, made });
    const left = [...others, ...warnings].filter((one) => one !== null);
    for (const reason of left) store.dispatch({ type: 'problemFound', reason });
  };

  const undoFiles = async ({ action, words }: Extract<Effect, { type: 'undoFiles' }>, store: Store): Promise<void> => {
    await before;
    const outcome = await ports.journal.undo(action, false);
    const problem =
      outcome.kind === 'undone'
        ? null
        : outcome.kind === 'changed'
          ? `${outcome.paths.join(', ')} was changed since, and nothing is touched`
          : outcome.kind === 'failed'
            ? outcome.reason
            : `${words} is undone already`;
    const paths = outcome.kind === 'undone' ? outcome.action.paths : [];
    store.dispatch({ type: 'filesUndone', words, problem, paths });
  };

  const perform = (effect: WritingEffect, store: Store): Promise<void> => {
    switch (effect.type) {
      case 'keepQuery':
        return ports.queries.keep(effect.query);
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
      case 'removeFile':
      case 'copyFile':
      case 'switchAgent':
        return changeFile(effect, store);
      case 'newAgent':
        return newAgent(effect, store);
      case 'renameAgent':
        return renameAgent(effect, store);
      case 'undoFiles':
        return undoFiles(effect, store);
    }
  };

  return {
    journalled,
    write: (effect, store) => {
      const done = perform(effect, store).finally(() => writing.delete(done));
      writing.add(done);
    },
    written: async () => {
      while (writing.size > 0) await Promise.allSettled(writing);
    },
  };
}

/** What an effect does to the file of its agent; `null` for nothing. */
function changeOf(
  { sha256 }: Pick<Ports, 'sha256'>,
  effect: Extract<Effect, { type: 'removeFile' | 'copyFile' | 'switchAgent' }>,
): FileChange | null {
  const { definition } = effect;
  const { path } = definition;
  const text = fileText(definition);
  switch (effect.type) {
    case 'removeFile':
      return { kind: 'remove', from: path, to: null, sha256: sha256(text) };
    case 'copyFile':
      return { kind: 'copy', from: path, to: effect.to, text, replaces: null };
    case 'switchAgent': {
      const found = switching(definition, effect.isOn, [], sha256);
      return found.kind === 'change' ? found.change : null;
    }
  }
}

/** Find all drafts that are kept. */
export async function readDrafts(ports: Ports, { dispatch }: Store): Promise<void> {
  const found = await ports.drafts.list();
  dispatch({ type: 'draftsFound', ...found, now: ports.clock.now() });
}
