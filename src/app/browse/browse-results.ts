import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { countOf } from '../../core/library/agent-calls.ts';
import type { OrderKey } from '../../core/search/scoring/rank-hits.ts';
import type { Search, SearchHits } from '../../core/search/search.ts';
import { descriptionTokensOf } from '../../core/tokens/definition-tokens.ts';
import { memoLast } from '../../kit/memo.ts';
import type { Sort } from '../model/browse-state.ts';
import { definitionsAmong, knownDefinitions } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { landedDefinition, withFirst } from './landed-first.ts';
import { hitsByMarks, markedHits } from './marked-hits.ts';

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
  budget: (definition) => -descriptionTokensOf(definition),
};

/** What the search line finds, in the order chosen, an agent that was just saved first; or those that are marked. */
export function resultsOf(model: Pick<Model, 'library' | 'browse' | 'landed'>): SearchHits {
  const { library, browse } = model;
  const hits = hitsFor(
    library.search,
    queryOf({ browse }),
    browse.sort === 'calls' ? byCalls(browse.calls) : KEYS[browse.sort],
  );
  if (browse.isMarkedOnly) return markedHits(knownDefinitions(library), browse.marked, hits);
  const asked = marksAsked({ browse });
  const wanted = asked === null ? hits : hitsByMarks(hits, browse.marked, asked === 'marked');
  const landed = landedDefinition(model);
  return landed === null ? wanted : withFirst(wanted, landed);
}

/** What the search line asks for, but for marks, which the library knows nothing of. */
export function queryOf({ browse }: Pick<Model, 'browse'>): string {
  return browse.query.text.replace(OF_MARKS, ' ').trim();
}

/** `is:marked`, or `-is:marked`, among the words of a query. */
const OF_MARKS = /(?<!\S)-?is:marked(?!\S)/gi;

/** Whether the search line asks for the marked ones alone, or for all others; `null` for neither. */
export function marksAsked({ browse }: Pick<Model, 'browse'>): 'marked' | 'others' | null {
  const [asked] = browse.query.text.match(OF_MARKS) ?? [];
  return asked === undefined ? null : asked.startsWith('-') ? 'others' : 'marked';
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
