import { spawnSync } from 'node:child_process';
import { KINDS, knownItems } from '../evaluation/known-items.ts';
import { type Answer, ask, reciprocal, within } from '../evaluation/rank-engine.ts';
import { DEPTH, ENGINES } from '../evaluation/search-peers.ts';
import { fzfVersion } from './finders.ts';
import { type Figures, quantile, rounded } from './statistics.ts';
import { syntheticDefinitions } from './synthetic-library.ts';

const COUNT = 2_000;
const QUERIES_A_WAY = 20;

/** How well and how fast the search finds what was meant, beside what one could install instead. */
export function searchBesidePeers(): Figures {
  const items = syntheticDefinitions(COUNT, 1, 20).map(({ name, description }) => ({ name, description }));
  const queries = knownItems(items, QUERIES_A_WAY);
  const engines = Object.keys(ENGINES).map((name) => ({ name, answers: ask(name, items, queries) }));
  const binary = fzfBinary(
    items.map(({ name, description }) => `${name} ${description}`),
    queries,
  );
  const all = binary ? [...engines, { name: 'fzf --filter, a process a query', answers: binary }] : engines;
  return {
    title: 'Search beside other engines',
    note: `${COUNT.toLocaleString('en')} made-up definitions and ${queries.length} queries made from them: mean reciprocal rank, in all and by kind, and time a query. What the ranking is worth on published definitions is in [search.md](search.md).`,
    rows: all.map(({ name, answers }) => ({ engine: name, ...rankRow(answers), ...timeRow(answers) })),
  };
}

function rankRow(answers: readonly Answer[]): Record<string, number> {
  const kinds = KINDS.map((kind) => [kind, mrr(answers.filter((answer) => answer.kind === kind))] as const);
  const hits = [1, 5].map((most) => [`hit@${most}`, Number(within(most)(answers).toFixed(3))] as const);
  return { MRR: mrr(answers), ...Object.fromEntries(kinds), ...Object.fromEntries(hits) };
}

function mrr(answers: readonly Answer[]): number {
  return Number(reciprocal(answers).toFixed(3));
}

function timeRow(answers: readonly Answer[]): Record<string, number> {
  const times = answers.map(({ milliseconds }) => milliseconds);
  return { 'p50 ms': rounded(quantile(times, 0.5)), 'p95 ms': rounded(quantile(times, 0.95)) };
}

/** The fzf program's answers, where it is installed. */
function fzfBinary(lines: readonly string[], queries: ReturnType<typeof knownItems>): readonly Answer[] | null {
  if (fzfVersion() === null) return null;
  const places = new Map(lines.map((line, at) => [line, at]));
  const input = lines.join('\n');
  return queries.map((known) => {
    const start = performance.now();
    const { stdout } = spawnSync('fzf', ['--filter', known.query], { input, encoding: 'utf8' });
    const milliseconds = performance.now() - start;
    const found = stdout
      .split('\n')
      .slice(0, DEPTH)
      .map((line) => places.get(line) ?? -1);
    return { ...known, rank: found.indexOf(known.target) + 1, first: found[0], milliseconds };
  });
}
