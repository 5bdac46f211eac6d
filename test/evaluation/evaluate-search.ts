// Measures how well and how fast the search finds what was meant, next to other engines: `npm run eval:search -- FOLDER`.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { addedSources } from '../../src/core/library/added-source.ts';
import { foldText } from '../../src/core/search/words/fold-text.ts';
import { readLibrary } from '../../src/usecases/load-library.ts';
import { type Item, KINDS, knownItems } from './known-items.ts';
import { type Answer, ask, reciprocal, within } from './rank-engine.ts';
import { type DistinctItem, figuresOf, rememberedQueries, SAMPLES, type Sample } from './remembered-queries.ts';
import { ENGINES } from './search-peers.ts';

const CORPUS = join('..', 'shared', 'corpus');
const USAGE =
  'npm run eval:search -- [--queries COUNT] [--seed NUMBER] [--engine NAME]… [--sample NAME] [--misses] [FOLDER]';

/** One definition of each name: a query cannot tell those of one name apart. */
async function itemsIn(folder: string): Promise<readonly Item[]> {
  const { definitions } = await readLibrary(nodeFileSystem, addedSources([resolve(folder)]));
  const byName = new Map(definitions.map((definition) => [plain(definition.name), definition]));
  return [...byName.values()].map(({ name, description, body }) => ({ name, description, body }));
}

/** Of items with the same description, which no query tells apart either, one. */
function distinct(items: readonly Item[]): readonly DistinctItem[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = item.description.length < SHORT ? item.name : item.description;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((group) =>
    group[0] ? [{ ...group[0], body: plainPrompt(group[0].body), names: group.map(({ name }) => name) }] : [],
  );
}

/**
 * A prompt as it is compared, in ASCII: queries are, and to fold all prompts again for each query took most of the time of a
 * run.
 */
const plainPrompt = (body = '') => foldText(body).replace(/[^\0-\x7f]+/g, ' ');

/** Descriptions this short are alike by chance. */
const SHORT = 40;

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

function row(name: string, answers: readonly Answer[]): string {
  const groups = [answers, ...KINDS.map((kind) => answers.filter((answer) => answer.kind === kind))];
  const cells = groups.map(reciprocal).map((value) => value.toFixed(3).padStart(13));
  const sorted = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const hits = [1, 5].map((most) => within(most)(answers).toFixed(3).padStart(8));
  const times = [0.5, 0.95].map((part) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2).padStart(9));
  return [name.padEnd(20), ...cells, ...hits, ...times].join('');
}

/** Each way of each kind, with what was found first instead, to see where to go on. */
function wayRows(answers: readonly Answer[]): readonly string[] {
  const ways = [...new Set(answers.map(({ kind, way }) => `${kind}: ${way}`))];
  return ways.map((title) => {
    const own = answers.filter(({ kind, way }) => `${kind}: ${way}` === title);
    const figures = [reciprocal(own), within(1)(own), within(5)(own)].map((value) => value.toFixed(3).padStart(8));
    return `${title.padEnd(32)}${figures.join('')}${String(own.length).padStart(8)}`;
  });
}

function missRows(answers: readonly Answer[], items: readonly Item[]): readonly string[] {
  return answers
    .filter(({ rank }) => rank !== 1)
    .map(({ kind, way, query, target, rank, first }) => {
      const place = rank === 0 ? 'not found' : `place ${rank}`;
      return `${`${kind}: ${way}`.padEnd(32)} ${place.padEnd(10)} ${JSON.stringify(query)} for ${items[target]?.name}, found ${items[first ?? -1]?.name}`;
    });
}

/** A row for each engine as soon as it has answered. */
function* rememberedRows(
  items: readonly Item[],
  samples: readonly Sample[],
  engines: readonly string[],
  misses: boolean,
): Generator<string> {
  const own = distinct(items);
  const made = engines.map((name) => ({ name, find: ENGINES[name]?.(own) ?? (() => []) }));
  for (const sample of samples) {
    const queries = rememberedQueries(own, sample);
    const counts = new Map<string, number>();
    for (const { kind } of queries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const titles = [...counts].map(([kind, count]) => `${kind} ${count}`.padStart(17));
    yield `\n${`as remembered, ${sample}`.padEnd(22)}${titles.join('')}`;
    const missed: string[] = [];
    for (const [at, { name, find }] of made.entries()) {
      const figures = figuresOf(queries, counted(`${name}, ${sample}`, queries.length, find));
      if (at === 0) missed.push(...figures.flatMap(({ kind, missed: own }) => own.map((one) => `  ${kind}: ${one}`)));
      const cells = figures.map(({ answered, found, possible }) => `${answered} · ${found}/${possible}`.padStart(17));
      yield `${name.padEnd(22)}${cells.join('')}`;
    }
    if (misses) yield* missed;
  }
}

/** The same, telling on standard error how far it is: peers take a minute. */
function counted<Answer>(title: string, count: number, find: (query: string) => Answer): (query: string) => Answer {
  let asked = 0;
  return (query) => {
    asked += 1;
    if (process.stderr.isTTY ? asked % 10 === 0 : asked % 100 === 0)
      process.stderr.write(`${title}: ${asked} of ${count}${process.stderr.isTTY ? '\u001b[K\r' : '\n'}`);
    return find(query);
  };
}

const say = (lines: readonly string[]) => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      queries: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      engine: { type: 'string', multiple: true, default: ['agents', 'fuse.js', 'fzf'] },
      misses: { type: 'boolean', default: false },
      sample: { type: 'string', multiple: true, default: ['held', 'common'] },
    },
  });
  const folder = positionals[0] ?? (existsSync(CORPUS) ? CORPUS : 'agents');
  const items = await itemsIn(folder);
  const queries = knownItems(items, Number(values.queries), Number(values.seed));
  if (queries.length === 0) return say([`no definitions to search in ${folder}`, USAGE]);
  say([`${items.length} definitions of ${folder}, ${queries.length} queries made from them`, '']);
  const titles = ['MRR', ...KINDS].map((title) => title.padStart(13));
  say([[''.padEnd(20), ...titles, '   hit@1', '   hit@5', '   ms p50', '      p95'].join('')]);
  const first: Answer[] = [];
  for (const name of values.engine) {
    // Without prompts, which the others do not look into.
    const answers = ask(
      name,
      items.map((item) => ({ ...item, body: '' })),
      queries,
      (find) => counted(name, queries.length, find),
    );
    if (first.length === 0) first.push(...answers);
    say([row(name, answers)]);
  }
  say(['', `${`${values.engine[0]}, by way`.padEnd(32)}     MRR   hit@1   hit@5 queries`, ...wayRows(first)]);
  if (values.misses) say(['', ...missRows(first, items)]);
  const samples = SAMPLES.filter((sample) => values.sample.includes(sample));
  for (const line of rememberedRows(items, samples, values.engine, values.misses)) say([line]);
}

main();
