// Measures which pairs of published agents are told as rivals, on pairs that were labelled by reading names and
// descriptions: `npm run eval:rivals`. With --wrong, tells of the tuned pairs that were got wrong.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { AgentDefinition } from '../../src/core/definition/agent-definition.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { findRivals } from '../../src/core/rivals/find-rivals.ts';
import { aDefinition } from '../support/a-definition.ts';
import libraries from './rival-libraries.json';
import labels from './rival-pairs.json';

const CORPUS = join(process.cwd(), '..', 'shared', 'corpus');

interface LabelledSet {
  readonly set: string;
  readonly use: string;
  /** Paths of the agents that are loaded together. */
  readonly library: readonly string[];
  /** Pairs of places in the library. */
  readonly rivals: readonly (readonly number[])[];
  readonly others: readonly (readonly number[])[];
}

/** A library of which every pair was judged. */
interface LabelledLibrary {
  readonly set: string;
  readonly use: string;
  readonly library: readonly string[];
  readonly rivals: readonly (readonly number[])[];
  /** On which readers did not agree; they do not count. */
  readonly disputed: readonly (readonly number[])[];
}

const agentsIn = (library: readonly string[]): readonly AgentDefinition[] =>
  library.map((path) => {
    const file = join(CORPUS, path);
    const collection = path.split('/')[0] ?? '';
    const parsed = parseDefinition(readFileSync(file, 'utf8'), file);
    return aDefinition({ ...parsed, id: path, path: file, scope: 'added', source: 'corpus', origin: collection });
  });

/** Whether two of some agents, by their places, are told to be rivals. */
function tellerOf(agents: readonly AgentDefinition[]): (pair: readonly number[]) => boolean {
  const groups = findRivals(agents).map(({ members }) => new Set(members));
  return (pair) => groups.some((group) => pair.every((at) => group.has(agents[at] as AgentDefinition)));
}

/** Precision and recall among all pairs of a library. */
function measuredLibrary({ set, use, library, rivals, disputed }: LabelledLibrary): string {
  const isTold = tellerOf(agentsIn(library));
  const passedOver = new Set(disputed.map(String));
  const pairs = library.flatMap((_, one) => library.slice(one + 1).map((_, at) => [one, one + 1 + at]));
  const told = pairs.filter((pair) => !passedOver.has(String(pair)) && isTold(pair)).length;
  const found = rivals.filter(isTold).length;
  const [precision, recall] = [found / told, found / rivals.length].map((share) => share.toFixed(2));
  return `${set} (${use}): ${library.length} agents, ${rivals.length} pairs of rivals, precision ${precision}, recall ${recall}`;
}

function measured({ set, use, library, rivals, others }: LabelledSet): readonly string[] {
  const agents = agentsIn(library);
  const isTold = tellerOf(agents);
  const names = (pair: readonly number[]): string => pair.map((at) => agents[at]?.name).join(' × ');
  const found = rivals.filter(isTold).length;
  const wrong = others.filter(isTold);
  const [precision, recall] = [found / (found + wrong.length), found / rivals.length].map((share) => share.toFixed(2));
  const isAsked = process.argv.includes('--wrong') && use === 'tuned';
  return [
    `${set} (${use}): ${rivals.length + others.length} pairs, precision ${precision}, recall ${recall}`,
    ...(isAsked ? wrong.map((pair) => `  told: ${names(pair)}`) : []),
    ...(isAsked ? rivals.filter((pair) => !isTold(pair)).map((pair) => `  missed: ${names(pair)}`) : []),
  ];
}

const lines = existsSync(CORPUS)
  ? [...labels.flatMap(measured), ...libraries.map(measuredLibrary)]
  : [`${CORPUS} is not there`];
process.stdout.write(`${lines.join('\n')}\n`);
