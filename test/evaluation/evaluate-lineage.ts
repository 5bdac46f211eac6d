// Measures how well it is found what a text was made of, on texts made of published definitions: `npm run eval:lineage`.
// With --wrong, tells of the texts for tuning that were got wrong.
import { join } from 'node:path';
import process from 'node:process';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import type { AgentDefinition } from '../../src/core/definition/agent-definition.ts';
import { addedSources } from '../../src/core/library/added-source.ts';
import { type Lineage, lineagesOf } from '../../src/core/lineage/lineage.ts';
import { sayingLines } from '../../src/core/lineage/saying-lines.ts';
import { readLibrary } from '../../src/usecases/load-library.ts';
import { aDefinition } from '../support/a-definition.ts';
import { type Editing, type GeneratedText, generatedTexts, sharedLines } from './generated-texts.ts';

const CORPUS = join(process.cwd(), '..', 'shared', 'corpus');
/** Of each set and each way of editing. */
const TEXTS = 100;
const SEEDS = { 'for tuning': 1, 'held out': 20_261_130 };
const EDITINGS: Readonly<Record<string, Editing>> = {
  'edited here and there': { leftOut: 0.08, reworded: 0.3 },
  'nearly every line edited': { leftOut: 0.1, reworded: 0.9 },
};

/** Whether one has most of the lines of the other. */
function isCopy(one: AgentDefinition, other: AgentDefinition): boolean {
  const least = Math.min(sayingLines(one.body).length, sayingLines(other.body).length);
  return one === other || sharedLines(one, other) >= least / 2;
}

/** Exactly what it was made of, or copies of that, and no other. */
function isRight({ ancestors }: Lineage, { sources }: GeneratedText): boolean {
  const found = ancestors.map(({ definition }) => definition);
  return (
    sources.every((source) => found.some((one) => isCopy(one, source))) &&
    found.every((one) => sources.some((source) => isCopy(one, source)))
  );
}

function measured(definitions: readonly AgentDefinition[], set: keyof typeof SEEDS, words: string): readonly string[] {
  const texts = generatedTexts(definitions, TEXTS, SEEDS[set], EDITINGS[words] as Editing);
  const asked = texts.map(({ body }, at) => aDefinition({ path: `/made/${at}.md`, body }));
  const lineages = lineagesOf(asked, definitions);
  const wrong = lineages.flatMap((lineage, at) => {
    const text = texts[at];
    return text && !isRight(lineage, text) ? [{ lineage, text }] : [];
  });
  const own = lineages.reduce((sum, lineage) => sum + lineage.own, 0) / TEXTS;
  const told = wrong.flatMap(({ lineage, text }) => [
    `  made of ${text.sources.map(({ path }) => path).join(', ')}`,
    ...lineage.ancestors.map(({ definition, lines }) => `    found ${lines} lines of ${definition.path}`),
  ]);
  const figures = `${TEXTS - wrong.length} of ${TEXTS} right, ${(100 * own).toFixed(0)} % of the lines held for their own`;
  return [
    `${set.padEnd(12)}${words.padEnd(26)}${figures}`,
    ...(set === 'for tuning' && process.argv.includes('--wrong') ? told : []),
  ];
}

/** What published definitions were made of, going by the others. */
function published(definitions: readonly AgentDefinition[]): string {
  const counts = [0, 0, 0];
  for (const { ancestors } of lineagesOf(definitions, definitions)) {
    const at = Math.min(2, ancestors.length);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return `of ${definitions.length} published ones, ${counts[0]} have no ancestor, ${counts[1]} have one, ${counts[2]} more`;
}

async function report(): Promise<readonly string[]> {
  const { definitions, others } = await readLibrary(nodeFileSystem, addedSources([CORPUS]));
  const all = [...definitions, ...others];
  if (all.length === 0) return [`${CORPUS} is not there`];
  const sets = Object.keys(SEEDS) as (keyof typeof SEEDS)[];
  return [
    ...sets.flatMap((set) => Object.keys(EDITINGS).flatMap((words) => measured(all, set, words))),
    published(all),
  ];
}

report().then((lines) => process.stdout.write(`${lines.join('\n')}\n`));
