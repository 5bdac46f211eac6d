import type { AgentDefinition, Source } from '../../core/definition/agent-definition.ts';
import type { FileProblem } from '../../core/definition/file-problem.ts';
import { asksForKinds } from '../../core/search/query/parse-query.ts';
import { counted, countText } from '../../text/count-text.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import type { BrowseState } from '../model/browse-state.ts';
import { MAX_COLUMNS } from '../model/compare-state.ts';
import { type Step, step } from '../model/effects.ts';
import { browseLayout } from '../model/layout.ts';
import type { Model, Notice } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { clamped, movedIndex, scrolledTo } from '../model/scrolling.ts';
import { textField } from '../model/text-field.ts';
import { idAfterReading, marksAfter } from './after-reading.ts';
import { currentDefinition, markedOrCurrent, queryOf, resultsOf } from './browse-results.ts';
import { withNextSort } from './list-order.ts';
import { listedOf, type ReadDefinitions, readDefinitions } from './listed-definitions.ts';
import { reloadWords } from './reload-news.ts';

type BrowseAction = Extract<
  Action,
  {
    type:
      | 'libraryRead'
      | 'searchFocused'
      | 'listFocused'
      | 'searchLeft'
      | 'definitionMarked'
      | 'marksCleared'
      | 'markedListed'
      | 'sortChanged'
      | 'readerOpened'
      | 'compareOpened'
      | 'reloadRequested'
      | 'bundledToggled';
  }
>;

/** Update for the list: searching, marking, and the ways on. Pure. */
export function updateBrowse(model: Model, action: BrowseAction): Step {
  switch (action.type) {
    case 'libraryRead':
      return step(
        withLibrary(
          withSources(model, action.sources),
          { agents: action.definitions, others: action.others ?? [] },
          action.problems,
          action.complete,
        ),
      );

    case 'searchFocused':
      return step(withBrowse(model, { focus: 'search' }));

    case 'listFocused':
      return step(withBrowse(model, { focus: 'list' }));

    case 'searchLeft':
      if (model.browse.query.text === '') return step(withBrowse(model, { focus: 'list' }));
      return step(withQueryCleared(model));

    case 'definitionMarked':
      return step(withMark(model, action.move));

    case 'marksCleared':
      return step(withLastCleared(model));

    case 'markedListed':
      return step(withMarkedListed(model, !model.browse.isMarkedOnly));

    case 'sortChanged':
      return step(withNextSort(model));

    case 'readerOpened':
      return step(withReader(model));

    case 'compareOpened': {
      const ids = markedOrCurrent(model).map(({ id }) => id);
      const compared = withCompared(model, ids.slice(-MAX_COLUMNS));
      if (ids.length <= MAX_COLUMNS) return step(compared);
      return step({ ...compared, notice: { text: newestWords(MAX_COLUMNS, ids.length), tone: 'plain' } });
    }

    case 'reloadRequested':
      return step(
        withBrowse(
          { ...model, library: { ...model.library, loading: true } },
          { reloaded: readDefinitions(model.library).agents },
        ),
        { type: 'readLibrary' },
      );

    case 'bundledToggled':
      return bundledToggled(model);
  }
}

/** Marked definitions side by side, with news of those that have no room. */
export function withCompared(model: Model, ids: readonly string[]): Model {
  const all = ids.slice(0, MAX_COLUMNS);
  const columns = { all, ids: all, base: all[0] ?? '', pane: 0, passed: 0, past: [] };
  const fresh = { isOfRivals: false, scroll: 0, topic: 0, rows: 'all' as const, find: null };
  const compare = { ...model.compare, ...columns, ...fresh };
  const notice = noticeOfMany(ids, MAX_COLUMNS) ?? model.notice;
  return { ...model, compare, notice, trail: [...model.trail, 'compare'] };
}

/** The list moved by keys. */
export function movedInList(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  const page = browseLayout(model).first.rows;
  return withCursor(model, movedIndex(model.browse.cursor, action, resultsOf(model).length, page));
}

/** The list moved under its cursor, which stays in view. */
export function scrolledList(model: Model, by: number): Model {
  const { rows } = browseLayout(model).first;
  const count = resultsOf(model).length;
  const top = clamped(model.browse.top + by, 0, Math.max(0, count - rows));
  return withBrowse(model, { top, cursor: clamped(model.browse.cursor, top, Math.min(count, top + rows) - 1) });
}

/** The list with its cursor at an index, in view. */
export function withCursor(model: Model, index: number): Model {
  const count = resultsOf(model).length;
  const cursor = clamped(index, 0, count - 1);
  const top = scrolledTo(cursor, model.browse.top, browseLayout(model).first.rows, count);
  return withBrowse(model, { cursor: Math.max(0, cursor), top });
}

function withBrowse(model: Model, changes: Partial<BrowseState>): Model {
  return { ...model, browse: { ...model.browse, ...changes } };
}

/** A library just read; the cursor stays on the definition it was on, marks on those that are still there. */
function withLibrary(model: Model, read: ReadDefinitions, problems: readonly FileProblem[], complete: boolean): Model {
  const next = withListed({ ...model, library: { ...model.library, problems, loading: !complete } }, read);
  const idOf = idAfterReading(model, next);
  const followed = followingCurrent(model, withBrowse(next, complete ? marksAfter(model, next, idOf) : {}), idOf);
  const { reloaded } = model.browse;
  if (!complete) return followed;
  const arrived = onAwaited(followed);
  return reloaded === null
    ? arrived
    : noted(withBrowse(arrived, { reloaded: null }), reloadWords(reloaded, read.agents));
}

/** The cursor on what a key has just made or brought back, if the list has it. */
function onAwaited(model: Model): Model {
  const { awaited } = model.browse;
  if (awaited.length === 0) return model;
  const found = model.library.definitions.find(({ path }) => awaited.includes(path));
  if (found === undefined) return model;
  const place = resultsOf(model).placeOf(found.id);
  return withBrowse(place < 0 ? model : withCursor(model, place), { awaited: [] });
}

function withListed(model: Model, read: ReadDefinitions): Model {
  const { library } = model;
  const listed = listedOf(read, library.hidden !== null, asksForKinds(queryOf(model)));
  const search = library.search.withDefinitions(listed.definitions);
  return { ...model, library: { ...library, ...listed, search } };
}

/** What is listed follows the query: skills and commands are among it while it asks for kinds. */
export function withKindsListed(before: Model, model: Model): Model {
  const { library } = model;
  const isWanted = library.others.length > 0 && asksForKinds(queryOf(model));
  const isListed = library.definitions !== library.agents;
  return isWanted === isListed ? model : followingCurrent(before, withListed(model, readDefinitions(library)));
}

function withSources(model: Model, sources: readonly Source[] | undefined): Model {
  return sources === undefined ? model : { ...model, library: { ...model.library, sources } };
}

/** The search cleared, to be brought back. */
function withQueryCleared(model: Model): Model {
  const { query } = model.browse;
  const words = `Search “${query.text.trim()}” cleared`;
  const undo: Model['undo'] = [...model.undo, { kind: 'query', words, query }];
  const cleared = withBrowse({ ...model, undo }, { query: textField(), cursor: 0, top: 0 });
  return noted(cleared, `${words} · ${keyOf(cleared, 'list.undo')} brings it back`, 'plain');
}

/** What narrows the list or is chosen in it, one thing after the other: the marked alone, the marks, the search. */
function withLastCleared(model: Model): Model {
  const { isMarkedOnly, marked, query } = model.browse;
  if (isMarkedOnly) return withMarkedListed(model, false);
  if (marked.length > 0) return withMarksCleared(model);
  return query.text === '' ? model : withQueryCleared(model);
}

/** The list with the marked agents alone, or with all that are found again; the cursor stays on its agent if it can. */
export function withMarkedListed(model: Model, isMarkedOnly: boolean): Model {
  const inList: Model = { ...model, trail: ['browse'] };
  const listed = followingCurrent(inList, withBrowse(inList, { isMarkedOnly, focus: 'list' }));
  if (!isMarkedOnly) return noted(listed, 'All that are found are listed again', 'plain');
  const words = `Only the ${counted(model.browse.marked.length, 'marked agent')}`;
  return noted(listed, `${words} · ${keyOf(listed, 'list.marked')} lists all again`, 'plain');
}

/** The list of the marked alone ends with the last mark, and where something else is searched for. */
export function withMarkedOnlyLeft(before: Model, model: Model): Model {
  const { isMarkedOnly, marked, query } = model.browse;
  const goesOn = marked.length > 0 && query.text === before.browse.query.text;
  return !isMarkedOnly || goesOn ? model : followingCurrent(model, withBrowse(model, { isMarkedOnly: false }));
}

function withMarksCleared(model: Model): Model {
  const { marked } = model.browse;
  const words = `${counted(marked.length, 'mark')} cleared`;
  const undo: Model['undo'] = [...model.undo, { kind: 'marks', words, marked }];
  const cleared = withBrowse({ ...model, undo }, { marked: [], lostMarks: [] });
  const them = marked.length === 1 ? 'it' : 'them';
  return noted(cleared, `${words} · ${keyOf(cleared, 'list.undo')} brings ${them} back`, 'plain');
}

function bundledToggled(model: Model): Step {
  const { library } = model;
  const isListed = library.hidden !== null;
  const next = withLibrary(
    { ...model, library: { ...library, hidden: isListed ? null : [] } },
    readDefinitions(library),
    library.problems,
    !library.loading,
  );
  const words = `The bundled agents are ${isListed ? 'listed, after all others' : 'hidden'}`;
  return step(noted(next, words, 'plain'), { type: 'rememberBundled', listed: isListed });
}

/** The next model with the cursor on the definition it was on before, if that is still found; the first stays first. */
export function followingCurrent(before: Model, next: Model, idOf: (id: string) => string | null = (id) => id): Model {
  const { cursor } = before.browse;
  const current = cursor === 0 ? undefined : currentDefinition(before)?.id;
  const id = current === undefined ? null : idOf(current);
  const found = id === null ? -1 : resultsOf(next).placeOf(id);
  return withCursor(next, found >= 0 ? found : cursor);
}

function withMark(model: Model, move: -1 | 0 | 1): Model {
  const current = currentDefinition(model);
  if (current === null) return model;
  const { id } = current;
  const { marked, cursor } = model.browse;
  const others = marked.filter((other) => other !== id);
  const isUnmarked = others.length < marked.length;
  const next = withBrowse(model, { marked: isUnmarked ? others : [...marked, id] });
  // In the list of the marked it is out of sight then, and no key would mark it again.
  const shown = isUnmarked && model.browse.isMarkedOnly ? withMarkTaken(next, current) : next;
  return withCursor(shown, cursor + move);
}

/** A mark that is gone and can be brought back, and that all are listed again if it was the last. */
function withMarkTaken(model: Model, { id, name }: AgentDefinition): Model {
  const words = `Mark of ${name} taken away`;
  const undo: Model['undo'] = [...model.undo, { kind: 'marks', words, marked: [id] }];
  const taken: Model = { ...model, undo };
  const all = model.browse.marked.length === 0 ? ', the last: all are listed again' : '';
  return noted(taken, `${words}${all} · ${keyOf(taken, 'list.undo')} brings it back`, 'plain');
}

/**
 * The rows that the pointer was dragged over marked, and the cursor on the last; one step to undo until it is let go.
 *
 * @param from Row that it was pressed on, and `row` that it is on, of those on the screen.
 */
export function withRowsMarked(
  model: Model,
  { from, row, isFirst }: { readonly from: number; readonly row: number; readonly isFirst: boolean },
): Model {
  const { top, marked } = model.browse;
  const [low, high] = [Math.min(from, row), Math.max(from, row)].map((at) => top + at) as [number, number];
  const over = resultsOf(model).slice(low, high + 1);
  const fresh = over.map(({ definition }) => definition.id).filter((id) => !marked.includes(id));
  const moved = withCursor(model, Math.min(top + row, resultsOf(model).length - 1));
  const last = model.undo.at(-1);
  const before = !isFirst && last?.kind === 'dragged' ? last : null;
  const ids = [...(before?.ids ?? []), ...fresh];
  if (ids.length === 0) return moved;
  const words = `${counted(ids.length, 'agent')} marked`;
  const undo: Model['undo'] = [...(before ? model.undo.slice(0, -1) : model.undo), { kind: 'dragged', words, ids }];
  const next = withBrowse({ ...moved, undo }, { marked: [...marked, ...fresh] });
  return noted(next, `${words} · ${keyOf(next, 'list.undo')} takes it back`);
}

function withReader(model: Model): Model {
  const id = currentDefinition(model)?.id;
  if (id === undefined) return model;
  const { reader } = model;
  // The source that was opened for the sake of a line is over with it.
  const view = reader.line === null ? reader.view : 'rendered';
  return {
    ...model,
    reader: { ...reader, id, view, line: null, scroll: 0, section: 0, folded: [], find: null },
    trail: [...model.trail, 'reader'],
  };
}

/** That of more than fit the newest are shown. */
export const newestWords = (shown: number, all: number): string =>
  `Only the ${countText(shown)} marked last of ${countText(all)}`;

const noticeOfMany = (ids: readonly string[], most: number): Notice | null =>
  ids.length > most ? { text: `Only the first ${most} of ${countText(ids.length)} marked`, tone: 'plain' } : null;
