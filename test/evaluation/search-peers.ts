import Fuse from 'fuse.js';
import fuzzysort from 'fuzzysort';
import { extendedMatch, Fzf } from 'fzf';
import MiniSearch from 'minisearch';
import { createSearch } from '../../src/core/search/search.ts';
import { finish } from '../../src/kit/run-steps.ts';
import { aDefinition } from '../support/a-definition.ts';
import type { Item } from './known-items.ts';

/** An engine made ready over items. */
interface Engine {
  readonly name: string;
  /** Indexes of the items it finds, best first; at least {@link DEPTH} of them where it finds so many. */
  readonly find: (query: string) => readonly number[];
}

/** How far down the list an answer still counts. */
export const DEPTH = 50;

/** Ours, and what one could install instead, each set as its documentation advises for such a list. */
export const ENGINES: Readonly<Record<string, (items: readonly Item[]) => Engine['find']>> = {
  agents: (items) => {
    const ids = new Map(items.map((_, at) => [`project:${at}`, at]));
    const search = createSearch(
      items.map(({ name, description, body = '' }, at) =>
        aDefinition({ name, description, body, id: `project:${at}`, path: `/${at}` }),
      ),
    );
    const hasPrompts = items.some(({ body = '' }) => body !== '');
    return (query) =>
      (hasPrompts ? finish(search.work(query)) : search)
        .search(query)
        .slice(0, DEPTH)
        .map(({ definition }) => ids.get(definition.id) ?? -1);
  },

  'fuse.js': (items) => fuseOver(items, {}),

  'fuse.js, extended': (items) => fuseOver(items, { useExtendedSearch: true, ignoreLocation: true, threshold: 0.3 }),

  fuzzysort: (items) => {
    const numbered = items.map((item, at) => ({ ...item, at }));
    return (query) =>
      fuzzysort
        .go(query, numbered, { keys: ['name', 'description'], limit: DEPTH, threshold: 0 })
        .map(({ obj }) => obj.at);
  },

  minisearch: (items) => {
    const index = new MiniSearch<Item & { id: number }>({ fields: ['name', 'description'] });
    index.addAll(items.map((item, id) => ({ ...item, id })));
    const options = { prefix: true, fuzzy: 0.2, boost: { name: 3 } };
    return (query) =>
      index
        .search(query, options)
        .slice(0, DEPTH)
        .map(({ id }) => id as number);
  },

  fzf: (items) => {
    const finder = new Fzf([...items.keys()], {
      selector: (at) => `${items[at]?.name} ${items[at]?.description}`,
      limit: DEPTH,
      match: extendedMatch,
    });
    return (query) => finder.find(query).map(({ item }) => item);
  },
};

function fuseOver(items: readonly Item[], options: object): Engine['find'] {
  const keys = [
    { name: 'name', weight: 3 },
    { name: 'description', weight: 1 },
  ];
  const fuse = new Fuse(items, { keys, ...options });
  return (query) => fuse.search(query, { limit: DEPTH }).map(({ refIndex }) => refIndex);
}
