import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import { OFF_ENDING } from '../core/definition/switched-off.ts';
import { ingredientIds } from '../core/draft/draft.ts';
import type { Trial } from '../core/formats/converting/trial.ts';
import type { Library } from '../core/library/library.ts';
import { termStatistics } from '../core/topics/term-statistics.ts';
import type { Ports } from '../ports/ports.ts';
import { checkRecipe } from '../usecases/check-recipe.ts';
import { findComposed } from '../usecases/find-composed.ts';
import { libraryReader } from '../usecases/load-library.ts';
import { recompose } from '../usecases/recompose-definition.ts';
import { switchedOff, withSwitchedOff } from '../usecases/switched-off.ts';
import { previewAt } from './browse/preview-window.ts';
import { workBeside } from './browse/work-beside.ts';
import { lineUp } from './compare/topics.ts';
import type { Effect } from './model/effects.ts';
import type { ComposedAgent } from './model/recompose-state.ts';
import type { Store } from './store.ts';
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
 */
export function effectRunner(
  ports: Ports,
  first: readonly Source[],
  listSources: () => readonly Source[] = () => first,
  hidden: readonly string[] = [],
): EffectRunner {
  const writer = effectWriter(ports);
  let sources = first;
  let reader = libraryReader(ports.files, sources);
  const isHidden = new Set(hidden);
  let listed: Library | null = null;
  let off: readonly AgentDefinition[] = [];
  let reading = 0;
  let isWatching = false;
  let isRead = false;
  const beside = workBeside(ports, () => isWatching);
  let foreseen: Effect | null = null;

  /** What is shown of what was read: also what is switched off, and nothing that is hidden. */
  const shownOf = <Read extends Library>(library: Read): Read => {
    const definitions = withSwitchedOff(library.definitions, off);
    if (isHidden.size === 0) return { ...library, definitions };
    return { ...library, definitions: definitions.filter(({ id }) => !isHidden.has(id)) };
  };

  /** What is read, where other folders are to be by now. */
  const lookForSources = (): void => {
    const now = listSources();
    if (isSameFolders(sources, now)) return;
    sources = now;
    reader = libraryReader(ports.files, sources);
    isWatching = false;
  };

  /** Reads everything; a reading that a later one overtook says nothing any more. */
  const readLibrary = async ({ model, dispatch }: Store): Promise<void> => {
    reading += 1;
    const own = reading;
    const { at: began } = ports.clock.now();
    if (own > 1) lookForSources();
    // What was switched off since is in the list throughout, or the cursor would lose it.
    if (own > 1) off = await switchedOff(ports.files, sources);
    for await (const { library, complete } of reader.load()) {
      if (own === 1 && complete) off = await switchedOff(ports.files, sources);
      if (own !== reading) return;
      // What was read before stays until all is read again, or the cursor would lose its place.
      if (isRead && !complete) continue;
      isRead = complete;
      listed = library;
      dispatch({
        type: 'libraryRead',
        ...shownOf(library),
        sources,
        complete,
      });
    }
    if (isWatching) return;
    watchSources(began, dispatch);
    beside.rehearse(model());
  };

  /** From the first complete reading on, what changes on disk is read again, in the order in which it is told of. */
  const watchSources = (since: number, dispatch: Store['dispatch']): void => {
    isWatching = true;
    let refreshed: Promise<void> = Promise.resolve();
    const refresh = async (paths: readonly string[]): Promise<void> => {
      const changed = await reader.refresh(paths);
      const isSwitched = paths.some((path) => path.endsWith(OFF_ENDING));
      if (changed !== null || isSwitched) off = await switchedOff(ports.files, sources);
      listed = changed ?? listed;
      if (listed === null || (changed === null && !isSwitched)) return;
      dispatch({
        type: 'libraryRead',
        ...shownOf(listed),
        complete: true,
      });
    };
    ports.watcher.watch(
      sources.map(({ folder }) => folder),
      since,
      {
        onChange: (paths) => {
          refreshed = refreshed.then(() => refresh(paths));
        },
        onProblem: (reason) => dispatch({ type: 'changesUnseen', reason }),
      },
    );
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

  const openEditor = async (path: string, { dispatch }: Store): Promise<void> => {
    const problem = await ports.terminal.lend(() => ports.editor.open(path));
    dispatch({ type: 'editorClosed', problem });
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
        void readLibrary(store);
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
        void readDrafts(ports, store);
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
        void openEditor(effect.path, store);
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

function isSameFolders(some: readonly Source[], others: readonly Source[]): boolean {
  return some.length === others.length && some.every(({ folder }, at) => folder === others[at]?.folder);
}
