import type { AgentDefinition } from '../../src/core/definition/agent-definition.ts';
import { sayingLines } from '../../src/core/lineage/saying-lines.ts';
import { sectionText } from '../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../src/core/sections/sections-of.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';

/** A text that somebody may have made, and what of. */
export interface GeneratedText {
  readonly body: string;
  readonly sources: readonly AgentDefinition[];
}

/** How much is changed in what is taken over. */
export interface Editing {
  /** The share of the lines that are left out. */
  readonly leftOut: number;
  /** The share of the others in which a word is dropped, put in or replaced. */
  readonly reworded: number;
}

/**
 * Make texts of sections of one to three definitions that share no line, edited as people do: lines left out, words
 * changed, other bullets and heading levels, the sections in another order, and up to three lines of one's own.
 *
 * @param definitions To take from; those that say next to nothing are passed over.
 */
export function generatedTexts(
  definitions: readonly AgentDefinition[],
  count: number,
  seed: number,
  editing: Editing,
): readonly GeneratedText[] {
  const random = seededRandom(seed);
  const fit = definitions.filter(({ body }) => sayingLines(body).length >= 12);
  return Array.from({ length: count }, () => {
    const sources: AgentDefinition[] = [];
    const wanted = 1 + random.below(3);
    while (sources.length < wanted) {
      const one = random.pick(fit);
      if (sources.every((other) => other !== one && sharedLines(one, other) === 0)) sources.push(one);
    }
    const sections = sources.flatMap((source) => someSections(source, random));
    const own = Array.from({ length: random.below(4) }, () => ownLine(random));
    const pieces = random.shuffled([...sections.map((section) => edited(section, random, editing)), ...own]);
    return { body: `${pieces.join('\n')}\n`, sources };
  });
}

/** How many lines that say something two definitions share. */
export function sharedLines(one: AgentDefinition, other: AgentDefinition): number {
  const keys = new Set(sayingLines(one.body).map(({ key }) => key));
  return sayingLines(other.body).filter(({ key }) => keys.has(key)).length;
}

/** Sections of a definition, in any order, with six lines that say something at least if it has as many. */
function someSections(source: AgentDefinition, random: SeededRandom): readonly string[] {
  const texts = sectionsOf(source).flatMap((section) =>
    // All that stands under the title of the document is not one section to anybody.
    section.level <= 1 ? [section.raw, ...section.sections.map(sectionText)] : [sectionText(section)],
  );
  const least = 6 + random.below(20);
  const taken: string[] = [];
  let lines = 0;
  for (const text of random.shuffled(texts)) {
    const said = sayingLines(text).length;
    if (said === 0 || lines >= least) continue;
    taken.push(text);
    lines += said;
  }
  return taken;
}

function edited(text: string, random: SeededRandom, { leftOut, reworded }: Editing): string {
  const bullet = random.pick(['-', '*', '+', null]);
  const deeper = random.pick(['', '', '#']);
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.trim() !== '' && random.share() < leftOut) return [];
      const words = random.share() < reworded ? rewordedLine(line, random) : line;
      const item = bullet === null ? words : words.replace(/^(\s*)[-*+](?= )/, `$1${bullet}`);
      return [/^#{1,5} /.test(item) ? deeper + item : item];
    })
    .join('\n');
}

const PUT_IN = ['always', 'carefully', 'first', 'properly', 'where possible', 'new', 'every', 'good', 'then', 'team'];
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\buse\b/i, 'employ'],
  [/\bensure\b/i, 'make sure of'],
  [/\bcreate\b/i, 'make'],
  [/\bimplement\b/i, 'build'],
  [/\banalyze\b/i, 'examine'],
  [/\bcode\b/i, 'source'],
  [/\bbest practices\b/i, 'good habits'],
];

function rewordedLine(line: string, random: SeededRandom): string {
  const replaced = REPLACED.find(([pattern]) => pattern.test(line));
  if (replaced && random.share() < 0.4) return line.replace(...replaced);
  const words = line.split(' ');
  if (words.length < 3) return line;
  const at = 1 + random.below(words.length - 1);
  return random.share() < 0.5
    ? words.toSpliced(at, 1).join(' ')
    : words.toSpliced(at, 0, random.pick(PUT_IN)).join(' ');
}

const THINGS = [
  'kettle',
  'harbour',
  'lantern',
  'orchard',
  'violin',
  'glacier',
  'thimble',
  'walnut',
  'saddle',
  'quarry',
];

function ownLine(random: SeededRandom): string {
  return `- ${Array.from({ length: 7 }, () => random.pick(THINGS)).join(' ')}`;
}
