// Measures the search over made-up libraries: `npm run bench:search -- [COUNT…]`.
import { emptySearch, type SearchHits } from '../../src/core/search/search.ts';
import { type KnownItem, knownItems } from '../evaluation/known-items.ts';
import { syntheticDefinitions } from './synthetic-library.ts';

const QUERIES_PER_WAY = 20;
/** What the app does in a slice of its own is a step here. */
const STEP = 32;

const clock = <Result>(work: () => Result): readonly [Result, number] => {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
};

/** Processor time in milliseconds, which counts for something on a machine that others work on too. */
const cpu = (work: () => unknown): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
};

function quantiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  max ${at(1)}`;
}

/** What a screen shows of hits: the names of its rows, and one description. */
const firstScreen = (hits: SearchHits) => [
  hits.slice(0, 55).map(({ matches }) => matches.name),
  hits.at(0)?.matches.description,
];

/** Every beginning of a query, as a key after the other makes them. */
const keysOf = ({ query }: KnownItem) => Array.from(query, (_, at) => query.slice(0, at + 1));

function measure(count: number): readonly string[] {
  const definitions = syntheticDefinitions(count, 1, 60);
  let search = emptySearch().withDefinitions(definitions);
  const steps: number[] = [];
  const [, built] = clock(() => {
    const work = search.work('');
    for (let done = false; !done; ) {
      const [, time] = clock(() => {
        for (let at = 0; at < STEP && !done; at++) {
          const step = work.next();
          done = step.done === true;
          if (step.done) search = step.value;
        }
      });
      steps.push(time);
    }
  });
  const queries = knownItems(definitions.slice(0, 2_000), QUERIES_PER_WAY);
  const times = (keys: readonly string[]) => keys.map((key) => cpu(() => firstScreen(search.search(key))));
  const keys = queries.flatMap(keysOf);
  times(keys.slice(0, 200));
  const changed = definitions.map((definition, at) =>
    at === count >> 1 ? { ...definition, description: `${definition.description} Changed.` } : definition,
  );
  const [next, taken] = clock(() => search.withDefinitions(changed));
  const [, firstKey] = clock(() => next.search('backend arch').at(0));
  const filters = [
    'tool:Bash',
    'model:op',
    'tool:bash -model:opus api',
    'source:collection-7 rev',
    '"data flow"',
    '-data | api',
  ];
  const [, body] = clock(() => {
    for (const _ of search.work('body:ledger'));
  });
  const { rss } = process.memoryUsage();
  return [
    `${count.toLocaleString('en-US')} definitions`,
    `  index built in ${built.toFixed(0)} ms, ${STEP} definitions at a step: ${quantiles(steps)}`,
    `  one file changed: ${taken.toFixed(1)} ms, the next key ${firstKey.toFixed(1)} ms`,
    `  processor time a key, ${keys.length} of them: ${quantiles(times(keys))}`,
    `  processor time a key with filters: ${quantiles(times([...filters, ...filters, ...filters].flatMap((query) => keysOf({ query } as KnownItem))))}`,
    `  body:ledger looked for in ${body.toFixed(0)} ms`,
    `  whole process ${(rss / 2 ** 20).toFixed(0)} MB`,
  ];
}

const counts = process.argv.slice(2).map(Number);
const [count = 10_000, ...others] = counts;
for (const one of [count, ...others]) process.stdout.write(`${measure(one).join('\n')}\n`);
