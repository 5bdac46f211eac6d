import type { Item, KnownItem } from './known-items.ts';
import { DEPTH, ENGINES } from './search-peers.ts';

/** Where an engine had what was meant: 1 is first, 0 is not among the first {@link DEPTH}. */
export interface Answer extends KnownItem {
  readonly rank: number;
  /** Index of what came first, if anything did. */
  readonly first: number | undefined;
  readonly milliseconds: number;
}

type Find = (query: string) => readonly number[];

/**
 * What an engine answers to queries whose answers are known, and how long each took it.
 *
 * @param watched The same way to find, watched.
 */
export function ask(
  name: string,
  items: readonly Item[],
  queries: readonly KnownItem[],
  watched: (find: Find) => Find = (find) => find,
): readonly Answer[] {
  const plain = ENGINES[name]?.(items);
  if (!plain) throw new Error(`no engine ${name}; there are ${Object.keys(ENGINES).join(', ')}`);
  const find = watched(plain);
  return queries.map((known) => {
    const start = performance.now();
    const found = find(known.query);
    const milliseconds = performance.now() - start;
    return { ...known, rank: found.slice(0, DEPTH).indexOf(known.target) + 1, first: found[0], milliseconds };
  });
}

const share = (answers: readonly Answer[], worth: (rank: number) => number) =>
  answers.reduce((sum, { rank }) => sum + (rank > 0 ? worth(rank) : 0), 0) / Math.max(1, answers.length);

/** Mean reciprocal rank: 1 where everything meant comes first. */
export const reciprocal = (answers: readonly Answer[]) => share(answers, (rank) => 1 / rank);
/** The share of what was meant that is among the first so many. */
export const within = (most: number) => (answers: readonly Answer[]) =>
  share(answers, (rank) => (rank <= most ? 1 : 0));
