import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import { knownProblemCount } from '../core/definition/problem-count.ts';
import { OFF_ENDING } from '../core/definition/switched-off.ts';
import type { Library } from '../core/library/library.ts';
import { countProblems } from '../core/lint/lint-definition.ts';
import { countDescriptions } from '../core/tokens/definition-tokens.ts';
import type { Ports } from '../ports/ports.ts';
import { inSlices, inSlicesAtOnce } from '../usecases/in-slices.ts';
import { type Answers, hasOffFiles } from '../usecases/kept-answers.ts';
import { canKeep, type KnownLibrary, keptParts, knownLibrary, recordedFiles } from '../usecases/kept-library.ts';
import { libraryReader, type ReadLibrary } from '../usecases/load-library.ts';
import { patchedLibrary } from '../usecases/patch-library.ts';
import { switchedOff, withSwitchedOff } from '../usecases/switched-off.ts';
import { isAtWork } from './browse/work-beside.ts';
import type { Store } from './store.ts';

/** What is read, and what of it is not listed. */
interface Sources {
  /** The sources at first. */
  readonly first: readonly Source[];
  /** What is read from the second time on: a folder that a harness looks in may have been made. */
  readonly listSources: () => readonly Source[];
  /** Ids of definitions that are not listed. */
  readonly hidden: readonly string[];
}

/** Reads the library, and keeps it as it is on the disk. */
interface LibraryEffects {
  /**
   * Read everything; a reading that a later one overtook says nothing any more.
   *
   * @returns Whether from now on changes on disk are seen, which they were not before.
   */
  readonly read: (store: Dispatching) => Promise<boolean>;
  readonly isWatching: () => boolean;
}

/**
 * What reads the sources.
 *
 * The first time, files that are as they were when the library was kept are not read: it is there at once. It is read in full
 * once something changes, or is asked to be read again.
 */
export function libraryEffects(ports: Ports, { first, listSources, hidden }: Sources): LibraryEffects {
  const { files, libraries: store } = ports;
  let sources = first;
  /** Of the first reading: what was read then is kept. */
  let recorder = store && recordedFiles(files, store);
  let reader = libraryReader(recorder?.files ?? files, sources);
  const isHidden = new Set(hidden);
  let listed: ReadLibrary | null = null;
  let off: readonly AgentDefinition[] = [];
  let reading = 0;
  let isWatching = false;
  let isRead = false;
  /** Whether the reader has read what is listed. */
  let isReaders = false;

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
    // Of others than these was recorded what the disk answered.
    recorder = null;
    reader = libraryReader(files, sources);
    isWatching = false;
  };

  const read = async ({ dispatch }: Dispatching): Promise<boolean> => {
    reading += 1;
    const own = reading;
    const { at: began } = ports.clock.now();
    if (own === 1 && (await recall(dispatch))) {
      watchSources(began, dispatch);
      return true;
    }
    if (own > 1) lookForSources();
    // What was switched off since is in the list throughout, or the cursor would lose it.
    if (own > 1) off = await switchedOff(files, sources);
    if (!(await readAll(own, dispatch))) return false;
    void settle(dispatch);
    if (isWatching) return false;
    watchSources(began, dispatch);
    return true;
  };

  /** Show the library as it was kept, if it still is so. */
  const recall = async (dispatch: Store['dispatch']): Promise<boolean> => {
    const known = store && (await knownLibrary(files, sources, store));
    if (!known) return false;
    const { answers, library } = known;
    if (hasOffFiles(answers)) off = await switchedOff(files, sources);
    if (reading > 1) return false;
    isRead = true;
    listed = library;
    const judged = library.definitions.filter(isJudged);
    dispatch({ type: 'libraryRead', ...shownOf(library), judged, sources, complete: true });
    void settle(dispatch, known);
    return true;
  };

  /** @returns Whether it was read to the end; a later reading may have overtaken it. */
  const readAll = async (own: number, dispatch: Store['dispatch']): Promise<boolean> => {
    for await (const { library, complete } of reader.load()) {
      if (own === 1 && complete) off = await switchedOff(files, sources);
      // The list says what they cost, and a frame has no time to count.
      await inSlicesAtOnce(countDescriptions(library.definitions));
      if (own !== reading) return false;
      // What was read before stays until all is read again, or the cursor would lose its place.
      if (isRead && !complete) continue;
      isRead ||= complete;
      isReaders ||= complete;
      listed = library;
      dispatch({ type: 'libraryRead', ...shownOf(library), sources, complete });
    }
    return true;
  };

  /** Read everything, where it was only recalled so far. */
  const readFirst = async (dispatch: Store['dispatch']): Promise<void> => {
    off = await switchedOff(files, sources);
    if (await readAll(reading, dispatch)) void settle(dispatch);
  };

  /** What is listed with some files read anew, if that is all that has changed and nothing else is being read. */
  const patched = async (paths: readonly string[]): Promise<ReadLibrary | null> => {
    const now = listed && reading === 1 ? await patchedLibrary(files, sources, listed, paths) : null;
    return reading === 1 ? now : null;
  };

  /** What the disk answered to the first reading, once. */
  const answered = (): Answers | null => {
    const answers = recorder?.answers() ?? null;
    recorder = null;
    return answers;
  };

  /**
   * While nobody types: count and judge what was read, so that no letter waits for it, and keep it for the next run.
   *
   * @param kept What is known of it where it was recalled: it is kept again if there is more to be kept.
   */
  const settle = async (dispatch: Store['dispatch'], kept: KnownLibrary | null = null): Promise<void> => {
    const answers = kept ? kept.answers : answered();
    const library = listed;
    if (library === null) return;
    const judged = toBeJudged(library);
    const isAllJudged = judged.every(isJudged);
    const isStill = (): boolean => listed === library;
    const isBusy = (): boolean => isAtWork(ports);
    const counted = await inSlices(countDescriptions(library.definitions), isStill, isBusy);
    if (counted === null || (await inSlices(countProblems(judged), isStill, isBusy)) === null) return;
    if (kept?.isPatched === false && counted === 0 && isAllJudged) return;
    dispatch({ type: 'rowsJudged', definitions: judged });
    if (store === null || answers === null || !canKeep(store, answers)) return;
    const isUnrested = (): boolean => ports.terminal.sinceInput() < REST_MS;
    const parts = await inSlices(keptParts(store, sources, answers, library), isStill, isUnrested);
    for (const part of parts ?? []) await store.keepSoon(part);
  };

  /** From the first complete reading on, what changes on disk is read again, in the order in which it is told of. */
  const watchSources = (since: number, dispatch: Store['dispatch']): void => {
    isWatching = true;
    let refreshed: Promise<void> = Promise.resolve();
    const refresh = async (paths: readonly string[]): Promise<void> => {
      const isSwitched = paths.some((path) => path.endsWith(OFF_ENDING));
      // What was recalled the reader has not read.
      const isRecalled = !isReaders;
      const changed = isRecalled ? await patched(paths) : await reader.refresh(paths);
      if (changed === null && isRecalled) return readFirst(dispatch);
      // Before something else is waited for: all may be read again meanwhile.
      listed = changed ?? listed;
      if (changed !== null || isSwitched) off = await switchedOff(files, sources);
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

  return { read, isWatching: () => isWatching };
}

/** So long without a key, and nobody minds a disk that is busy. */
const REST_MS = 2_000;

const isJudged = (definition: AgentDefinition): boolean => knownProblemCount(definition) !== null;

/** What is judged while nobody types: of more it would take seconds. */
const toBeJudged = ({ definitions }: Library): readonly AgentDefinition[] =>
  definitions.length > MOST_JUDGED ? [] : definitions;
const MOST_JUDGED = 20_000;

type Dispatching = Pick<Store, 'dispatch'>;

function isSameFolders(some: readonly Source[], others: readonly Source[]): boolean {
  return some.length === others.length && some.every(({ folder }, at) => folder === others[at]?.folder);
}
