import process from 'node:process';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { lineUp } from '../../src/app/compare/topics.ts';
import { composeBody } from '../../src/core/compose/compose.ts';
import { pickOfBody } from '../../src/core/draft/draft.ts';
import { addedSources } from '../../src/core/library/added-source.ts';
import { lintDefinition } from '../../src/core/lint/lint-definition.ts';
import { createSearch } from '../../src/core/search/search.ts';
import { NOTHING_ASKED } from '../../src/core/sections/asked-rows.ts';
import { sectionsOf } from '../../src/core/sections/sections-of.ts';
import { termStatistics } from '../../src/core/topics/term-statistics.ts';
import { finish } from '../../src/kit/run-steps.ts';
import { libraryReader } from '../../src/usecases/load-library.ts';
import { quantile, rounded, timeOf } from './statistics.ts';

/** What is found is ranked for the rows that are looked at: those of a screen. */
const ROWS = 60;
/** Queries as people type them, each of their beginnings being one. */
const QUERIES = ['backend review', 'sec audit', 'bkarch', 'quues', 'database caches', 'mobile-forms'];

/** What the work behind the screens takes with so many definitions, without a screen. */
export async function workAtSize(folder: string, count: number): Promise<Record<string, number>> {
  const before = heapInUse();
  const reader = libraryReader(nodeFileSystem, addedSources([folder]));
  const start = performance.now();
  let library: Awaited<ReturnType<typeof reader.refresh>> = null;
  for await (const step of reader.load()) library = step.library;
  const read = performance.now() - start;
  const definitions = library?.definitions ?? [];
  const heap = heapInUse() - before;

  const indexing = performance.now();
  let search = finish(createSearch(definitions).work('a'));
  search.search('a').at(0);
  const indexed = performance.now() - indexing;
  const queries = QUERIES.flatMap((query) => [...query].map((_, end) => query.slice(0, end + 1)));
  // What prompts hold is looked for with the first letter that nothing else answers, and known from then on.
  const answer = (query: string): void => {
    search = finish(search.work(query));
    search.search(query).slice(0, ROWS);
  };
  const times = queries.map((query) => timeOf(() => answer(query), 1));

  const path = definitions[Math.floor(count / 2)]?.path ?? '';
  const refreshing = performance.now();
  await reader.refresh([path]);
  const refreshed = performance.now() - refreshing;
  const some = definitions.slice(0, 200);
  const ids = some.slice(0, 4).map(({ id }) => id);
  return {
    definitions: count,
    'read ms': rounded(read),
    'heap MB': rounded(heap),
    'index ms': rounded(indexed),
    'letter p50 ms': rounded(quantile(times, 0.5)),
    'letter p95 ms': rounded(quantile(times, 0.95)),
    'letter max ms': rounded(Math.max(...times)),
    'look at a changed file ms': rounded(refreshed),
    'sections of one ms': rounded(timeOf(() => some.map((one) => sectionsOf({ ...one }))) / some.length),
    'lint of one ms': rounded(timeOf(() => some.map((one) => lintDefinition({ ...one }))) / some.length),
    'compose eight ms': rounded(timeOf(() => composeBody(some.slice(0, 8).map(pickOfBody)))),
    'line up four ms': rounded(
      timeOf(() => lineUp({ all: definitions, ids, rows: NOTHING_ASKED }, termStatistics(definitions)), 3),
    ),
  };
}

function heapInUse(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed / 1_000_000;
}
