import type { DefinitionIndex } from '../index/definition-index.ts';
import type { Query, Term } from '../query/query.ts';
import { planQuery } from '../query/query-plan.ts';
import { isDeep } from './deep-filters.ts';
import type { DeepScans } from './deep-scans.ts';

/** How far the work beside the keys is. */
export interface SearchWork {
  readonly kind: 'indexing' | 'body' | 'problem';
  /** 0 to 1. */
  readonly share: number;
}

/** What there may be to work on. */
export interface WorkGround {
  readonly index: DefinitionIndex;
  readonly scans: DeepScans;
  /** How many definitions there are. */
  readonly count: number;
}

/** Whether a query can be answered in full. */
export function isWorkDone(query: Query, { index, scans, count }: WorkGround): boolean {
  return index.indexed() === index.size() && deepTerms(query).every((term) => scans.of(term).known >= count);
}

/** The work before a query can be answered in full, one definition at a step. */
export function* searchWork(query: Query, { index, scans, count }: WorkGround): Generator<SearchWork, void> {
  while (index.indexed() < index.size()) {
    index.indexNext();
    yield { kind: 'indexing', share: index.indexed() / index.size() };
  }
  const terms = deepTerms(query);
  for (const [at, term] of terms.entries()) {
    const scan = scans.of(term);
    while (scan.known < count) {
      scans.step(term);
      yield { kind: term.filter === 'body' ? 'body' : 'problem', share: (at + scan.known / count) / terms.length };
    }
  }
}

function deepTerms(query: Query): readonly Term[] {
  const { filters, readings } = planQuery(query);
  return [...new Set([...filters, ...readings].flat())].filter(({ filter }) => isDeep(filter));
}
