import type { Source } from '../core/definition/agent-definition.ts';
import { ingredientIds } from '../core/draft/draft.ts';
import type { Trial } from '../core/formats/converting/trial.ts';
import { termStatistics } from '../core/topics/term-statistics.ts';
import type { Ports } from '../ports/ports.ts';
import { checkRecipe } from '../usecases/check-recipe.ts';
import { findComposed } from '../usecases/find-composed.ts';
import { recompose } from '../usecases/recompose-definition.ts';
import { previewAt } from './browse/preview-window.ts';
import { workBeside } from './browse/work-beside.ts';
import { typedLetters } from './commands/typed-letters.ts';
import { lineUp } from './compare/topics.ts';
import type { Effect } from './model/effects.ts';
import type { Model } from './model/model.ts';
import type { ComposedAgent } from './model/recompose-state.ts';
import { libraryEffects } from './read-effect.ts';
import type { Store } from './store.ts';
import { update } from './update.ts';
import { effectWriter, readDrafts } from './write-effect.ts';

/** Two frames, whatever the view's rate. */
const NEXT_FRAME_MS = 32;

/** Does what the model asks for. */
export interface EffectRunner {
  /** Perform an effect through ports, and dispatch what comes of it. */
  readonly perform: (effect: Effect, store: Store) => void;
  /** Wait until nothing is being written any more. All else that still goes on is of no use after the app's end. */
  readonly written: () => Promise<void>;
}

/**
 * What performs effects.
 *
 * @param first The sources at first.
 * @param listSources What `readLibrary` reads from its second time on: a folder that a harness looks in may have been made.
 * @param hidden Ids of definitions that are not listed.
 * @param draw Draws models where nobody sees it, in steps.
 */
export function effectRunner(
  ports: Ports,
  first: readonly Source[],
  listSources: () => readonly Source[] = () => first,
  hidden: readonly string[] = [],
  draw: (models: Iterable<Model>) => Iterable<void> = () => [],
): EffectRunner {
  const writer = effectWriter(ports);
  const library = libraryEffects(ports, { first, listSources, hidden });
  const beside = workBeside(ports, library.isWatching, (model) =>
    draw(typedLetters(model, (typed, action) => update(typed, action).model)),
  );
  let foreseen: Effect | null = null;

  const readLibrary = async (store: Store): Promise<void> => {
    if (await library.read(store)) beside.rehearse(store.model());
  };

  const countCalls = async ({ dispatch }: Store): Promise<void> => {
    dispatch({ type: 'callsCounted', counted: await ports.transcripts.countCalls() });
  };

  const lookForComposed = async (
    { job, definitions }: Extract<Effect, { type: 'findComposed' }>,
    { dispatch }: Store,
  ): Promise<void> => {
    dispatch({ type: 'composedFound', job, ...(await findComposed(ports.recipes, definitions)) });
  };

  const checkComposed = async ({ dispatch }: Store): Promise<void> => {
    const { recipes, problems } = await ports.recipes.list();
    const agents: ComposedAgent[] = [];
    for (const { recipe } of recipes) {
      const { states, changes } = await checkRecipe(ports, recipe);
      const { fields } = recipe.draft;
      agents.push({ name: fields.name, path: recipe.target, madeFrom: ingredientIds(recipe.draft), states, changes });
    }
    dispatch({ type: 'composedChecked', agents, problems });
  };

  const recomposeFile = async (path: string, { dispatch }: Store): Promise<void> => {
    dispatch({ type: 'recomposed', path, result: await recompose(ports, path) });
  };

  const openEditor = async (
    { path, words, said }: Extract<Effect, { type: 'openEditor' }>,
    store: Store,
  ): Promise<void> => {
    const edit = async (): Promise<string | null> => {
      // Where that cannot be kept, it is edited all the same.
      await ports.journal.note(path, null);
      return ports.terminal.lend(() => ports.editor.open(path));
    };
    const { result: problem, action } = await writer.journalled(words, edit, store);
    if (problem !== null || action === null) store.dispatch({ type: 'editorClosed', problem });
    else store.dispatch({ type: 'filesChanged', words, said, action, problem, made: path });
  };

  const startTrial = async (trial: Trial, { dispatch }: Store): Promise<void> => {
    const problem = await ports.terminal.lend(() => ports.harness.start(trial));
    dispatch({ type: 'trialEnded', title: trial.title, name: trial.name, problem });
  };

  const editPick = async (
    { pick, text, title }: Extract<Effect, { type: 'editPick' }>,
    { dispatch }: Store,
  ): Promise<void> => {
    const outcome = await ports.terminal.lend(() => ports.editor.edit(text, title));
    if (outcome.kind === 'edited') dispatch({ type: 'pickEdited', pick, text: outcome.text });
    else dispatch({ type: 'editorClosed', problem: outcome.reason });
  };

  const copyText = async (
    { text, what }: Extract<Effect, { type: 'copyText' }>,
    { dispatch }: Store,
  ): Promise<void> => {
    dispatch({ type: 'textCopied', what, copied: await ports.clipboard.copy(text) });
  };

  const perform = (effect: Effect, store: Store): void => {
    switch (effect.type) {
      case 'readLibrary':
        // After what was typed by now is answered: at the start, while the program was loaded.
        setImmediate(() => void readLibrary(store));
        return;

      case 'findTwins':
        beside.findTwins(effect, store);
        return;

      case 'findRivals':
        beside.findRivals(effect, store);
        return;

      case 'startTrial':
        void startTrial(effect.trial, store);
        return;

      case 'findComposed':
        void lookForComposed(effect, store);
        return;

      case 'countCalls':
        void countCalls(store);
        return;

      case 'workOnSearch':
        beside.workOnSearch(effect, store);
        return;

      case 'judgeRows':
        beside.judgeRows(effect, store);
        return;

      case 'makePreview':
        // After the frame, and of keys that came at once only for the last.
        foreseen = effect;
        setTimeout(() => {
          if (foreseen === effect) previewAt(store.model(), effect.row);
        }).unref();
        return;

      case 'alignTopics':
        // Late enough for the frame that says so to be drawn first.
        setTimeout(() => {
          const { all, ids, rows } = effect;
          const statistics = effect.statistics ?? termStatistics(all);
          store.dispatch({ type: 'topicsAligned', all, ids, rows, statistics, ...lineUp(effect, statistics) });
        }, NEXT_FRAME_MS);
        return;

      case 'readDrafts':
        setImmediate(() => void readDrafts(ports, store));
        return;

      case 'readQueries':
        void ports.queries.list().then((queries) => store.dispatch({ type: 'queriesFound', queries }));
        return;

      case 'keepQuery':
      case 'keepDraft':
      case 'openDraft':
      case 'discardDraft':
      case 'removeDraft':
      case 'saveDraft':
      case 'writeRecomposed':
      case 'rememberSaveFolder':
      case 'rememberBundled':
      case 'rememberLook':
      case 'undoSave':
      case 'removeFile':
      case 'copyFile':
      case 'switchAgent':
      case 'renameAgent':
      case 'newAgent':
      case 'undoFiles':
        writer.write(effect, store);
        return;

      case 'checkComposed':
        void checkComposed(store);
        return;

      case 'recompose':
        void recomposeFile(effect.path, store);
        return;

      case 'openEditor':
        void openEditor(effect, store);
        return;

      case 'editPick':
        void editPick(effect, store);
        return;

      case 'copyText':
        void copyText(effect, store);
        return;

      case 'suspend':
        ports.terminal.suspend();
        return;

      case 'redraw':
        ports.terminal.redraw();
        return;

      case 'tell':
        ports.terminal.tell(effect.what);
        return;

      case 'quit':
        ports.terminal.close();
        return;
    }
  };

  return {
    perform,
    written: writer.written,
  };
}
