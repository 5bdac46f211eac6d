import { asksForSet, asksForSets, SET_NAMES, type SetName, wantsSet } from '../../core/search/query/definition-sets.ts';
import type { Search } from '../../core/search/search.ts';
import { memoLast } from '../../kit/memo.ts';
import type { Model } from '../model/model.ts';

/**
 * The search that answers a query: one that asks for a set, as `is:marked` does, by what the app knows of it. Others need
 * not wait for that, nor be answered anew where it changes.
 */
export function searchFor({ library, browse }: Pick<Model, 'library' | 'browse'>, query: string): Search {
  return asksForSets(query) ? knowing(library.search, browse.marked, browse.composed.paths) : library.search;
}

const knowing = memoLast((search: Search, marked: readonly string[], composed: ReadonlySet<string> | null): Search => {
  const ids = new Set(marked);
  return search.withSets({
    marked: ({ id }) => ids.has(id),
    composed: composed && (({ path }) => composed.has(path)),
  });
});

/** Whether the recipes are being read before a query can be answered. */
export function awaitsComposed({ browse: { composed } }: Pick<Model, 'browse'>, query: string): boolean {
  return composed.paths === null && composed.isCurrent && asksForSet(query, 'composed');
}

/** The sets that a query wants of which nothing is listed here. */
export function emptySets(model: Pick<Model, 'library' | 'browse'>, query: string): readonly SetName[] {
  const wanted = SET_NAMES.filter((name) => wantsSet(query, name));
  if (wanted.length === 0) return wanted;
  const values = searchFor(model, query).values('is');
  return wanted.filter((name) => values.find(({ label }) => label === name)?.holders?.length === 0);
}
