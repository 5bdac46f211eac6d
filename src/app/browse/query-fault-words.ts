import { faultWords, queryFaults } from '../../core/search/query/query-faults.ts';
import type { Search } from '../../core/search/search.ts';
import { memoLast } from '../../kit/memo.ts';
import type { Model } from '../model/model.ts';
import { queryOf, resultsOf } from './browse-results.ts';
import { searchFor } from './known-sets.ts';

/**
 * What in the query can find nothing, and what may have been meant: a sentence for each. Where something is found all the
 * same, a word with a colon that resembles no filter is a word like any other.
 */
export function queryFaultWords(model: Pick<Model, 'browse' | 'library' | 'landed'>): readonly string[] {
  const { browse, library } = model;
  // While sources are read, what nobody has may still come.
  if (library.loading || browse.isMarkedOnly) return [];
  const query = queryOf(model);
  const faults = faultsIn(searchFor(model, query), query);
  const isFound = resultsOf(model).length > 0;
  return faults.filter((fault) => !isFound || fault.kind === 'value' || fault.meant !== null).map(faultWords);
}

const faultsIn = memoLast((search: Search, query: string) => queryFaults(query, search.values));
