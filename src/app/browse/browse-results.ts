import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { OrderKey } from '../../core/search/scoring/rank-hits.ts';
import { emptySearch, type Search, type SearchHits } from '../../core/search/search.ts';
import { memoLast } from '../../kit/memo.ts';
import { definitionsAmong } from '../model/known-definitions.ts';
import type { Model, Sort } from '../model/model.ts';

let grown = emptySearch();

/** The library made ready for searching; what was ready before is taken over. */
export const searchOver = memoLast((definitions: readonly AgentDefinition[]): Search => {
  grown = grown.withDefinitions(definitions);
  return grown;
});

const hitsFor = memoLast(
  // The last one is only there to be compared: the same query finds more as the work goes on.
  (definitions: readonly AgentDefinition[], query: string, sort: Sort, _worked: number): SearchHits =>
    searchOver(definitions).search(query, KEYS[sort]),
);

const KEYS: Readonly<Record<Sort, OrderKey | null>> = {
  match: null,
  // Equal ones come in name order.
  name: () => '',
  source: ({ source, origin }) => `${source}\n${origin}`,
  model: ({ model }) => model ?? '',
  size: ({ bytes }) => -bytes,
};

/** What the search line finds, in the order chosen. */
export function resultsOf({ library, browse }: Model): SearchHits {
  return hitsFor(library.definitions, queryOf({ browse }), browse.sort, browse.worked);
}

/** What the search line asks for. */
export function queryOf({ browse }: Pick<Model, 'browse'>): string {
  return browse.query.text.trim();
}

/** The definition the list's cursor is on. */
export function currentDefinition(model: Model): AgentDefinition | null {
  return resultsOf(model).at(model.browse.cursor)?.definition ?? null;
}

/** The marked definitions in the order they were marked; the current one where none is. */
export function markedOrCurrent(model: Model): readonly AgentDefinition[] {
  const marked = definitionsAmong(model.library.definitions, model.browse.marked);
  const current = currentDefinition(model);
  return marked.length > 0 || current === null ? marked : [current];
}
