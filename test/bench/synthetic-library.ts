import type { AgentDefinition } from '../../src/core/definition/agent-definition.ts';
import { byScopeThenName } from '../../src/core/library/library.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';

/** A file of a made-up library. */
interface SyntheticFile {
  /** Path in the library, with slashes: `collection-3/agents/mesh-planner-17.md`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Files of a made-up library, the same ones for the same count and seed, one at a time.
 *
 * Names, descriptions and bodies are made of words of our own: some hundred real ones, as names have, and thousands of
 * invented ones, so that the number of distinct words grows with the library as it does in real ones.
 *
 * @param bodyWords Words of a body, on average.
 */
export function* syntheticFiles(count: number, seed = 1, bodyWords = 250): Generator<SyntheticFile> {
  const random = seededRandom(seed);
  const invented = inventedWords(random, Math.max(2_000, Math.ceil(count / 4)));
  const word = () => (random.share() < 0.6 ? random.pick(COMMON) : invented[skewed(random, invented.length)]) ?? '';
  const sentence = (least: number, most: number) => {
    const words = Array.from({ length: least + random.below(most - least) }, word);
    return `${(words[0] ?? '').replace(/^./, (letter) => letter.toUpperCase())} ${words.slice(1).join(' ')}.`;
  };
  for (let at = 0; at < count; at++) {
    const subject = random.share() < 0.5 ? random.pick(SUBJECTS) : (invented[skewed(random, invented.length)] ?? 'x');
    const parts = [subject, ...(random.share() < 0.5 ? [random.pick(COMMON)] : []), random.pick(ROLES)];
    const name = count > 1_000 ? `${parts.join('-')}-${at}` : parts.join('-');
    const tools = random.shuffled(TOOLS).slice(0, 1 + random.below(TOOLS.length));
    const head = [
      '---',
      `name: ${name}`,
      `description: ${sentence(8, 40)}`,
      ...(random.share() < 0.7 ? [`model: ${random.pick(MODELS)}`] : []),
      ...(random.share() < 0.6 ? [`tools: ${tools.join(', ')}`] : []),
      '---',
    ];
    const sections = 2 + random.below(6);
    const body = Array.from({ length: sections }, () =>
      ['', `## ${sentence(2, 5).slice(0, -1)}`, '', ...paragraph(random, sentence, bodyWords / sections / 11)].join(
        '\n',
      ),
    );
    yield { path: `collection-${at % 40}/agents/${name}.md`, text: `${head.join('\n')}\n${body.join('\n')}\n` };
  }
}

/** The same as definitions of one added folder, in the order of a library. */
export function syntheticDefinitions(count: number, seed = 1, bodyWords = 250): readonly AgentDefinition[] {
  const definitions = Array.from(syntheticFiles(count, seed, bodyWords), ({ path, text }): AgentDefinition => {
    const parsed = parseDefinition(text, path);
    const origin = path.slice(0, path.indexOf('/'));
    const place = { scope: 'added', source: 'synthetic', format: 'claude', shadowedBy: null } as const;
    return { ...parsed, ...place, id: `added:${parsed.name}`, kind: 'agent', path: `/synthetic/${path}`, origin };
  });
  return definitions.sort(byScopeThenName);
}

function paragraph(random: SeededRandom, sentence: (least: number, most: number) => string, lines: number) {
  const bullet = random.share() < 0.5 ? '- ' : '';
  return Array.from({ length: Math.max(1, Math.round(lines)) }, () => `${bullet}${sentence(6, 16)}`);
}

/** Small numbers far more often than large ones, as words come. */
const skewed = (random: SeededRandom, limit: number) => Math.floor(limit * random.share() ** 3);

function inventedWords(random: SeededRandom, count: number): readonly string[] {
  const syllable = () => `${random.pick(ONSETS)}${random.pick(VOWELS)}${random.pick(CODAS)}`;
  return Array.from({ length: count }, () => Array.from({ length: 1 + random.below(3) }, syllable).join(''));
}

const list = (words: string): readonly string[] => words.split(' ');

const ONSETS = list('b br c ch d dr f fl g gr h j k l m n p pl qu r s sh sk st t tr v w z');
const VOWELS = list('a e i o u ai ea io ou');
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 'm', 't', 'x', 'nd', 'rk'];
const MODELS = list('opus sonnet haiku inherit gpt-5 claude-sonnet-4');
const TOOLS = ['Read', 'Grep', 'Glob', 'Edit', 'Write', 'Bash', 'Bash(git diff:*)', 'WebFetch', 'mcp__tracker__search'];
const ROLES = list(
  'architect engineer developer reviewer auditor planner tester writer analyst expert designer optimizer keeper guide',
);
const SUBJECTS = list(
  'backend frontend database security cloud network mobile payment search python rust java golang kotlin react vue docker',
);
const COMMON = list(
  'access account adapter alert api archive audit balance batch branch bridge buffer build cache channel check client code ' +
    'column commit compare compile contract copy data deploy design detail device disk domain draft edge error event export ' +
    'field file filter flow folder format gateway graph group guard handle history host image import index input item join ' +
    'key label layer ledger library limit link list load lock log map market measure memory merge message metric migrate ' +
    'model module monitor name network node note object order output owner package page parse patch path plan plugin pool ' +
    'port print process profile project protocol proxy query queue range read record region release remote render repair ' +
    'replace report request resolve result retry review role route rule sample schedule schema scope script search section ' +
    'secure segment select sensor server service session setting shape share shell signal size snapshot socket sort source ' +
    'split stage stream string structure switch sync system table target task team template test text thread time token ' +
    'topic trace track transfer tree type unit update upload user validate value vector version view volume watch window write',
);
