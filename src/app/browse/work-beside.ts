import { countProblems } from '../../core/lint/lint-definition.ts';
import type { SearchProgress } from '../../core/search/search.ts';
import { twinSearch } from '../../core/twins/find-twins.ts';
import type { Ports } from '../../ports/ports.ts';
import { createReports, inSlices } from '../../usecases/in-slices.ts';
import type { Action } from '../model/actions.ts';
import type { Effect } from '../model/effects.ts';
import type { Model } from '../model/model.ts';
import { loadedRivals } from './loaded-rivals.ts';
import { rehearsal } from './rehearsal.ts';

/** With keys this shortly after each other somebody is at work, and all that can wait does. */
const BUSY_MS = 300;

/** Whether somebody is typing. */
export const isAtWork = ({ terminal }: Pick<Ports, 'terminal'>): boolean => terminal.sinceInput() < BUSY_MS;

/** What is asked about the app, and told. */
interface Store {
  readonly model: () => Model;
  readonly dispatch: (action: Action) => void;
}

type Does<Type extends Effect['type']> = (effect: Extract<Effect, { type: Type }>, store: Store) => void;

/** What is worked out in slices beside the keys; what a later request of the same kind overtakes ends without a word. */
interface WorkBeside {
  readonly findTwins: Does<'findTwins'>;
  readonly findRivals: Does<'findRivals'>;
  readonly workOnSearch: Does<'workOnSearch'>;
  readonly judgeRows: Does<'judgeRows'>;
  /** Once, when there is nothing else to do: so that the first letter typed is found as quickly as the others. */
  readonly rehearse: (model: Model) => void;
}

/**
 * Work beside the keys.
 *
 * @param isRead Whether all sources were read once.
 * @param drawn Draws what letters typed into a model would lead to where nobody sees it, in steps of some milliseconds.
 */
export function workBeside(ports: Ports, isRead: () => boolean, drawn: (model: Model) => Iterable<void>): WorkBeside {
  let isRehearsed = false;
  let isRehearsing = false;
  let twinSearches = 0;
  let rivalSearches = 0;
  let judgings = 0;
  const reported = createReports();
  const isBusy = () => isAtWork(ports);

  const rehearse = (model: Model): void => {
    const { library, browse } = model;
    if (isRehearsed || !isRead() || browse.work !== null) return;
    isRehearsed = true;
    isRehearsing = true;
    const all = function* () {
      yield* rehearsal(library.definitions, library.search);
      yield* drawn(model);
    };
    void inSlices(all(), () => true, isBusy).finally(() => {
      isRehearsing = false;
    });
  };

  /** Looks for twins beside everything else; a search that a later one overtook ends without a word. */
  const findTwins = async (
    { definitions }: Extract<Effect, { type: 'findTwins' }>,
    { model, dispatch }: Store,
  ): Promise<void> => {
    twinSearches += 1;
    const own = twinSearches;
    const groups = await inSlices(
      twinSearch(definitions),
      () => own === twinSearches,
      () => isBusy() || isRehearsing || model().browse.work !== null,
    );
    if (groups !== null) dispatch({ type: 'twinsFound', definitions, groups });
  };

  /** Looks for rivals beside everything else, as for twins. */
  const findRivals = async (
    { definitions }: Extract<Effect, { type: 'findRivals' }>,
    { dispatch }: Store,
  ): Promise<void> => {
    rivalSearches += 1;
    const own = rivalSearches;
    const groups = await inSlices(loadedRivals(definitions), () => own === rivalSearches);
    if (groups !== null) dispatch({ type: 'rivalsFound', definitions, groups });
  };

  /** Works on the search beside the keys, telling how far it is now and then; other work ends it. */
  const workOnSearch = async (
    { job, search, query }: Extract<Effect, { type: 'workOnSearch' }>,
    { model, dispatch }: Store,
  ): Promise<void> => {
    const isWanted = () => model().browse.work?.job === job;
    const tell = ({ kind, share, search: soFar }: SearchProgress) =>
      dispatch({ type: 'searchWorked', job, work: { kind, share }, search: soFar() });
    // What only prompts have comes below all else: nobody waits for it while he types.
    const isPaused = () => model().browse.work?.kind === 'prompt' && isBusy();
    const worked = await inSlices(reported(search.work(query), tell), isWanted, isPaused);
    if (worked !== null) dispatch({ type: 'searchWorked', job, work: null, search: worked });
    rehearse(model());
  };

  /** Judges beside the keys; rows that are no longer on the screen are given up. */
  const judgeRows = async (
    { definitions }: Extract<Effect, { type: 'judgeRows' }>,
    { dispatch }: Store,
  ): Promise<void> => {
    judgings += 1;
    const own = judgings;
    await inSlices(countProblems(definitions), () => own === judgings);
    if (own === judgings) dispatch({ type: 'rowsJudged', definitions });
  };

  return {
    findTwins: (effect, store) => void findTwins(effect, store),
    findRivals: (effect, store) => void findRivals(effect, store),
    workOnSearch: (effect, store) => void workOnSearch(effect, store),
    judgeRows: (effect, store) => void judgeRows(effect, store),
    rehearse,
  };
}
