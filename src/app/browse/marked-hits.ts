import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { NO_MATCHES } from '../../core/search/scoring/hit-matches.ts';
import type { SearchHit, SearchHits } from '../../core/search/search.ts';
import { memoLast } from '../../kit/memo.ts';
import { definitionsAmong } from '../model/known-definitions.ts';

/** The marked definitions alone, in the order they were marked, with what of them was found; whether it was or not. */
export const markedHits = memoLast(
  (definitions: readonly AgentDefinition[], marked: readonly string[], found: SearchHits): SearchHits => {
    const hits = definitionsAmong(definitions, marked).map((definition): SearchHit => {
      const place = found.placeOf(definition.id);
      const hit = place < 0 ? undefined : found.at(place);
      return hit ?? { definition, score: 0, matches: NO_MATCHES };
    });
    const places = new Map(hits.map(({ definition }, at) => [definition.id, at]));
    return {
      length: hits.length,
      at: (index) => (index < 0 ? undefined : hits[index]),
      placeOf: (id) => places.get(id) ?? -1,
      slice: (start, end) => hits.slice(start, end),
    };
  },
);
