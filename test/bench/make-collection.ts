import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';

const AREAS = ['backend', 'frontend', 'database', 'security', 'data', 'mobile', 'cloud', 'release', 'search'] as const;
const ROLES = ['architect', 'reviewer', 'engineer', 'tester', 'auditor', 'writer', 'planner', 'advisor'] as const;
const SUBJECTS = [
  'schemas',
  'queues',
  'contracts',
  'caches',
  'tokens',
  'traces',
  'budgets',
  'forms',
  'layouts',
] as const;
const VERBS = ['Check', 'Name', 'Measure', 'Compare', 'Write down', 'Question', 'Simplify', 'Test'] as const;
const REASONS = [
  'before a release',
  'when load grows',
  'for readers who come later',
  '– never by guess',
  'at each boundary',
] as const;
const TITLES = [
  'Approach',
  'Security',
  'Performance',
  'Expertise',
  'Output',
  'Limits',
  'Checks',
  'Communication',
] as const;
const MODELS = ['sonnet', 'opus', 'haiku', 'inherit'] as const;
const FILES_IN_FOLDER = 100;

/**
 * Write a collection of definitions that is the same every time, of the sizes published ones have (median 5 kB).
 *
 * @param folder An empty folder; 100 files go into each of the folders made inside it.
 */
export function makeCollection(folder: string, count: number, seed = 1): void {
  const random = seededRandom(seed);
  for (let index = 0; index < count; index += 1) {
    const inner = join(folder, `set-${Math.floor(index / FILES_IN_FOLDER)}`);
    if (index % FILES_IN_FOLDER === 0) mkdirSync(inner, { recursive: true });
    const name = `${random.pick(AREAS)}-${random.pick(SUBJECTS)}-${random.pick(ROLES)}-${index}`;
    writeFileSync(join(inner, `${name}.md`), definitionText(random, name));
  }
}

function definitionText(random: SeededRandom, name: string): string {
  const tools = random.share() < 0.5 ? 'tools: Read, Grep, Bash\n' : '';
  const sections = Array.from({ length: 3 + random.below(8) }, () => sectionText(random)).join('\n');
  const head = `---\nname: ${name}\ndescription: ${sentence(random)} ${sentence(random)}\nmodel: ${random.pick(MODELS)}\n${tools}---\n`;
  return `${head}\nYou are a ${name.replaceAll('-', ' ')}. ${sentence(random)}\n\n${sections}`;
}

function sectionText(random: SeededRandom): string {
  const items = Array.from(
    { length: 3 + random.below(7) },
    () => `- **${random.pick(SUBJECTS)}**: ${sentence(random)}`,
  );
  return `## ${random.pick(TITLES)}\n\n${sentence(random)} ${sentence(random)}\n\n${items.join('\n')}\n`;
}

function sentence(random: SeededRandom): string {
  const [verb, first, second] = [random.pick(VERBS), random.pick(SUBJECTS), random.pick(AREAS)];
  return `${verb} the ${first} of the ${second} side ${random.pick(REASONS)}.`;
}
