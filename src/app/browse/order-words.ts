import type { Sort } from '../model/browse-state.ts';
import type { Model } from '../model/model.ts';
import { queryOf } from './browse-results.ts';

/** An order, in words. */
export const ORDER_WORDS: Readonly<Record<Sort, string>> = {
  match: 'best match first',
  name: 'by name',
  source: 'by source',
  model: 'by model',
  size: 'largest first',
  calls: 'by how often they were called',
  budget: 'most tokens of a session first',
};

/** The order the list stands in; without a query all match alike, and the name decides. */
export function orderWords({ browse }: Pick<Model, 'browse'>): string {
  return ORDER_WORDS[browse.sort === 'match' && queryOf({ browse }) === '' ? 'name' : browse.sort];
}
