import { splitSections } from '../../src/core/sections/split-sections.ts';
import { COMMON_TERMS } from '../../src/core/topics/common-terms.ts';
import type { Comparand } from '../../src/core/topics/comparison.ts';
import { aDefinition } from '../support/a-definition.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';

/** The largest comparison there is, and definitions as large as the largest that are published. */
const DEFINITIONS = 8;
const CHARACTERS = 40_000;
const SECTIONS = 150;
/** Things that can be spoken of; each definition speaks of about a half of them. */
const SUBJECTS = 260;
const WORDS = 5_000;

/** Bodies of eight large definitions for the same job, with some 1,200 sections together: always the same texts. */
export function largeBodies(): readonly string[] {
  const random = seededRandom(20_260).share;
  const words = vocabulary(random);
  const subjects = Array.from({ length: SUBJECTS }, (): Subject => {
    const own = Array.from({ length: 30 }, () => words[Math.floor(random() * words.length)] ?? '');
    return { title: [words[rank(random, 800)], own[0]].join(' '), words: own };
  });
  return Array.from({ length: DEFINITIONS }, () => bodyFrom(subjects, words, random));
}

/** The same as definitions to be compared. */
export function largeComparands(): readonly Comparand[] {
  return largeBodies().map((body, at) => ({
    definition: aDefinition({ body, name: `engineer-${at}`, id: `project:engineer-${at}` }),
    sections: splitSections(body),
  }));
}

type Random = SeededRandom['share'];

interface Subject {
  readonly title: string;
  readonly words: readonly string[];
}

const PURPOSES = ['Core expertise', 'Approach', 'Output format', 'Principles', 'Review checklist', 'When invoked'];

/** Headings, announced lists and lists of titled items, as large definitions mix them. */
function bodyFrom(subjects: readonly Subject[], words: readonly string[], random: Random): string {
  const chosen = subjects
    .map((subject) => ({ subject, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, SECTIONS - 1)
    .map(({ subject }) => subject);
  const length = CHARACTERS / SECTIONS;
  const parts = [`${textOf(undefined, words, random, length)}\n`];
  for (const [at, subject] of chosen.entries()) {
    const variant = random() < 0.5 ? subject.title : `${words[rank(random, 800)]} ${subject.title}`;
    const text = textOf(subject, words, random, length - variant.length - 12);
    if (at % 25 === 0) parts.push(`## ${PURPOSES[at / 25]}\n\n${text}\n`);
    else if (at % 5 === 0) parts.push(`### ${variant}\n\n${text}\n`);
    else parts.push(`- **${variant}**: ${text}${at % 5 === 4 ? '\n' : ''}`);
  }
  return `${parts.join('\n')}\n`;
}

const FUNCTION_WORDS = ['the', 'and', 'to', 'of', 'for', 'with', 'a', 'in', 'is', 'or', 'that', 'you'];

function textOf(subject: Subject | undefined, words: readonly string[], random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    const kind = random();
    const [from, at] =
      kind < 0.3
        ? [FUNCTION_WORDS, random() * FUNCTION_WORDS.length]
        : subject && kind < 0.5
          ? [subject.words, random() * subject.words.length]
          : [words, rank(random, words.length)];
    text += `${text === '' ? '' : random() < 0.08 ? ', ' : ' '}${from[Math.floor(at)]}`;
  }
  return `${text}.`;
}

/** Words by how frequent they are: forms of what definitions speak of, then ever rarer made-up ones. */
function vocabulary(random: Random): readonly string[] {
  const endings = ['', 's', 'ing', 'ed', 'ation'];
  const known = COMMON_TERMS.flatMap(([, terms]) => terms.split(' '));
  const words = new Set(known);
  for (const term of known) words.add(`${term}${endings[Math.floor(random() * endings.length)]}`);
  const syllables = ['ba', 'cre', 'dor', 'fin', 'gal', 'hur', 'jen', 'kol', 'lam', 'min', 'nor', 'pex', 'qui', 'ros'];
  const syllable = () => syllables[Math.floor(random() * syllables.length)] ?? '';
  while (words.size < WORDS) {
    words.add(syllable() + syllable() + syllable() + endings[Math.floor(random() * endings.length)]);
  }
  return [...words];
}

/** A place below a limit, the first ones most often: the word at place n about 1/n times as often as the first. */
function rank(random: Random, limit: number): number {
  return Math.floor((limit + 1) ** random()) - 1;
}
