import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { NO_MATCHES } from '../../core/search/scoring/hit-matches.ts';
import type { SearchHit, SearchHits } from '../../core/search/search.ts';
import { memoLast } from '../../kit/memo.ts';
import type { Model } from '../model/model.ts';

/** The agent that was just saved, once it was read; `null` where nothing was, or its folder is none of the sources. */
export function landedDefinition({ landed, library }: Pick<Model, 'landed' | 'library'>): AgentDefinition | null {
  return landed === null ? null : definitionAt(library.definitions, landed.path);
}

const definitionAt = memoLast(
  (definitions: readonly AgentDefinition[], path: string): AgentDefinition | null =>
    definitions.find((one) => one.path === path) ?? null,
);

/** What was found, with one definition in front, whether it was found or not. */
export const withFirst = memoLast((hits: SearchHits, definition: AgentDefinition): SearchHits => {
  const place = hits.placeOf(definition.id);
  const first: SearchHit = (place < 0 ? undefined : hits.at(place)) ?? {
    definition,
    score: 0,
    matches: NO_MATCHES,
  };
  const length = hits.length + (place < 0 ? 1 : 0);
  const at = (index: number): SearchHit | undefined => {
    if (index === 0) return first;
    return hits.at(place < 0 || index <= place ? index - 1 : index);
  };
  return {
    length,
    at: (index) => (index < 0 || index >= length ? undefined : at(index)),
    placeOf: (id) => {
      if (id === definition.id) return 0;
      const found = hits.placeOf(id);
      return found < 0 ? -1 : found + (place < 0 || found < place ? 1 : 0);
    },
    slice: (start = 0, end = length) => {
      const from = Math.max(0, start < 0 ? length + start : start);
      const to = Math.min(length, end < 0 ? length + end : end);
      return Array.from({ length: Math.max(0, to - from) }, (_, index) => at(from + index)).flatMap((hit) => hit ?? []);
    },
  };
});
