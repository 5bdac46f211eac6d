import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import { OFF_ENDING } from '../core/definition/switched-off.ts';
import type { Library } from '../core/library/library.ts';
import type { Ports } from '../ports/ports.ts';
import { libraryReader } from '../usecases/load-library.ts';
import { switchedOff, withSwitchedOff } from '../usecases/switched-off.ts';
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
  readonly read: (store: Pick<Store, 'dispatch'>) => Promise<boolean>;
  readonly isWatching: () => boolean;
}

/** What reads the sources. */
export function libraryEffects(ports: Ports, { first, listSources, hidden }: Sources): LibraryEffects {
  let sources = first;
  let reader = libraryReader(ports.files, sources);
  const isHidden = new Set(hidden);
  let listed: Library | null = null;
  let off: readonly AgentDefinition[] = [];
  let reading = 0;
  let isWatching = false;
  let isRead = false;

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

  const read = async ({ dispatch }: Pick<Store, 'dispatch'>): Promise<boolean> => {
    reading += 1;
    const own = reading;
    const { at: began } = ports.clock.now();
    if (own > 1) lookForSources();
    // What was switched off since is in the list throughout, or the cursor would lose it.
    if (own > 1) off = await switchedOff(ports.files, sources);
    for await (const { library, complete } of reader.load()) {
      if (own === 1 && complete) off = await switchedOff(ports.files, sources);
      if (own !== reading) return false;
      // What was read before stays until all is read again, or the cursor would lose its place.
      if (isRead && !complete) continue;
      isRead ||= complete;
      listed = library;
      dispatch({
        type: 'libraryRead',
        ...shownOf(library),
        sources,
        complete,
      });
    }
    if (isWatching) return false;
    watchSources(began, dispatch);
    return true;
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

  return { read, isWatching: () => isWatching };
}

function isSameFolders(some: readonly Source[], others: readonly Source[]): boolean {
  return some.length === others.length && some.every(({ folder }, at) => folder === others[at]?.folder);
}
