import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { isOff } from '../../core/definition/switched-off.ts';
import { isUnloaded } from '../../core/definition/unloaded.ts';
import { countOf } from '../../core/library/agent-calls.ts';
import { isBundled } from '../../core/library/library.ts';
import type { OrderKey } from '../../core/search/scoring/rank-hits.ts';
import type { Search, SearchHits } from '../../core/search/search.ts';
import { descriptionTokensOf } from '../../core/tokens/definition-tokens.ts';
import { memoLast } from '../../kit/memo.ts';
import type { Sort } from '../model/browse-state.ts';
import { definitionsAmong, knownDefinitions } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { searchFor } from './known-sets.ts';
import { landedDefinition, withFirst } from './landed-first.ts';
import { markedHits } from './marked-hits.ts';

const hitsFor = memoLast(
  (search: Search, query: string, key: OrderKey | null): SearchHits => search.search(query, key),
);

/** Those that were called most first. */
const byCalls = memoLast(
  (calls: Model['browse']['calls']): OrderKey =>
    (definition) =>
      -countOf(calls ?? new Map(), definition).calls,
);

const KEYS: Readonly<Record<Exclude<Sort, 'calls'>, OrderKey | null>> = {
  match: null,
  // Equal ones come in name order.
  name: () => '',
  source: ({ source, origin }) => `${source}\n${origin}`,
  model: ({ model }) => model ?? '',
  size: ({ bytes }) => -bytes,
  budget: (definition) => (costsNothing(definition) ? 1 : -descriptionTokensOf(definition)),
};

/** Whether a definition costs no session anything, wherever it lies. */
export const costsNothing = (definition: AgentDefinition): boolean =>
  isUnloaded(definition) || isOff(definition) || isBundled(definition);

/** What the search line finds, in the order chosen, an agent that was just saved first; or those that are marked. */
export function resultsOf(model: Pick<Model, 'library' | 'browse' | 'landed'>): SearchHits {
  const { library, browse } = model;
  const query = queryOf(model);
  const sort = sortOf(model);
  const hits = hitsFor(searchFor(model, query), query, sort === 'calls' ? byCalls(browse.calls) : KEYS[sort]);
  if (browse.isMarkedOnly) return markedHits(knownDefinitions(library), browse.marked, hits);
  const landed = landedDefinition(model);
  return landed === null ? hits : withFirst(hits, landed);
}

/** What the search line asks for. */
export function queryOf({ browse }: Pick<Model, 'browse'>): string {
  return browse.query.text.trim();
}

/** The order the list is in: that of all, or the one of what the search finds. */
export function sortOf({ browse }: Pick<Model, 'browse'>): Sort {
  return queryOf({ browse }) === '' ? browse.sort : browse.querySort;
}

/** The definition the list's cursor is on. */
export function currentDefinition(model: Model): AgentDefinition | null {
  return resultsOf(model).at(model.browse.cursor)?.definition ?? null;
}

/** The marked definitions in the order they were marked; the current one where none is. */
export function markedOrCurrent(model: Model): readonly AgentDefinition[] {
  const marked = definitionsAmong(knownDefinitions(model.library), model.browse.marked);
  const current = currentDefinition(model);
  return marked.length > 0 || current === null ? marked : [current];
}
