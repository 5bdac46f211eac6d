import type { AgentDefinition } from '../core/agent-definition.ts';
import { compareText } from '../core/compare-text.ts';
import { memoLast } from '../core/memo.ts';
import { createSearch, type SearchHit } from '../core/search.ts';
import type { Model, Sort } from './model.ts';

const searchOver = memoLast(createSearch);

const sortedHits = memoLast(
  (definitions: readonly AgentDefinition[], query: string, sort: Sort): readonly SearchHit[] => {
    const hits = searchOver(definitions).search(query);
    const compare = COMPARE[sort];
    return compare ? [...hits].sort((a, b) => compare(a.definition, b.definition)) : hits;
  },
);

type Compare = (a: AgentDefinition, b: AgentDefinition) => number;

const byName: Compare = (a, b) => compareText(a.name, b.name) || compareText(a.path, b.path);

const COMPARE: Readonly<Record<Sort, Compare | null>> = {
  match: null,
  name: byName,
  source: (a, b) => compareText(a.source, b.source) || compareText(a.origin, b.origin) || byName(a, b),
  model: (a, b) => compareText(a.model ?? '', b.model ?? '') || byName(a, b),
  size: (a, b) => b.bytes - a.bytes || byName(a, b),
};

/** What the search line finds, in the order chosen. */
export function resultsOf({ library, browse }: Model): readonly SearchHit[] {
  return sortedHits(library.definitions, browse.query.text.trim(), browse.sort);
}

const definitionsById = memoLast(
  (definitions: readonly AgentDefinition[]): ReadonlyMap<string, AgentDefinition> =>
    new Map(definitions.map((definition) => [definition.id, definition])),
);

/** The definition with an id, or `null` if it is no longer there. */
export function definitionById({ library }: Model, id: string): AgentDefinition | null {
  return definitionsById(library.definitions).get(id) ?? null;
}

/** Those of the ids that are still there, in their order. */
export function definitionsAmong(all: readonly AgentDefinition[], ids: readonly string[]): readonly AgentDefinition[] {
  return ids.flatMap((id) => definitionsById(all).get(id) ?? []);
}

/** The definition the list's cursor is on. */
export function currentDefinition(model: Model): AgentDefinition | null {
  return resultsOf(model)[model.browse.cursor]?.definition ?? null;
}

/** The marked definitions in the order they were marked; the current one where none is. */
export function markedOrCurrent(model: Model): readonly AgentDefinition[] {
  const marked = definitionsAmong(model.library.definitions, model.browse.marked);
  const current = currentDefinition(model);
  return marked.length > 0 || current === null ? marked : [current];
}
