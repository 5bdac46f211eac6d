import { keyOf } from '../keys/key-of.ts';
import { SORTS, type Sort } from '../model/browse-state.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { queryOf, sortOf } from './browse-results.ts';

/** An order, in words. */
const ORDER_WORDS: Readonly<Record<Sort, string>> = {
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
  const sort = sortOf({ browse });
  return ORDER_WORDS[sort === 'match' && queryOf({ browse }) === '' ? 'name' : sort];
}

/** The list in the next order. */
export function withNextSort(model: Model): Model {
  const { browse } = model;
  const isSearch = queryOf(model) !== '';
  // Without a query the best match first is by name.
  const named = SORTS.filter((one) => isSearch || one !== 'name');
  const orders: readonly Sort[] = browse.calls === null ? named : [...named, 'calls'];
  const sort = orders[(orders.indexOf(sortOf(model)) + 1) % orders.length] ?? 'match';
  const sorted = isSearch ? { querySort: sort } : { sort };
  const sorting: Model = { ...model, browse: { ...browse, ...sorted, cursor: 0, top: 0 } };
  const words = `Listed ${orderWords(sorting)}`;
  const step = { kind: 'sort', words, sort: browse.sort, querySort: browse.querySort } as const;
  return noted(
    { ...sorting, undo: [...model.undo, step] },
    `${words} · ${keyOf(model, 'list.undo')} undoes it`,
    'plain',
  );
}

/** A search that is over leaves its order behind. */
export function withQuerySortLeft(model: Model): Model {
  const { browse } = model;
  if (queryOf(model) !== '' || browse.querySort === 'match') return model;
  return { ...model, browse: { ...browse, querySort: 'match' } };
}
