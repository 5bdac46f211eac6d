// Measures how well sections are lined up, against pairs labelled by hand: `npm run eval:topics`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import type { Section } from '../../src/core/definition/agent-definition.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { flattenSections, sectionLabel, sectionText } from '../../src/core/sections/section-text.ts';
import { splitSections } from '../../src/core/sections/split-sections.ts';
import { alignTopics } from '../../src/core/topics/align-topics.ts';
import type { Comparand } from '../../src/core/topics/comparison.ts';
import { createVocabulary } from '../../src/core/topics/term-numbers.ts';
import { NO_STATISTICS, termStatistics, termWeights } from '../../src/core/topics/term-statistics.ts';
import { createMeanCosine, textTable } from '../../src/core/topics/term-table.ts';
import { wholeTopics } from '../../src/core/topics/whole-topics.ts';
import { aDefinition } from '../support/a-definition.ts';
import { completeGroups, completeReport } from './complete-groups.ts';
import labels from './topic-labels.json';

/** Where the collections lie that the labels speak of. */
const COLLECTIONS = join('..', 'shared');

interface Pair {
  readonly one: Section;
  readonly other: Section;
  readonly link: boolean;
  readonly heldOut: boolean;
  /** Whether the two stand in one row when all definitions of the group, or only these two, are compared. */
  readonly together: Readonly<Record<'group' | 'two' | 'counted', boolean>>;
}

function comparandOf(file: string): Comparand {
  const parsed = parseDefinition(readFileSync(join(COLLECTIONS, file), 'utf8'), file);
  return { definition: aDefinition({ ...parsed, id: file }), sections: splitSections(parsed.body) };
}

function labelledPairs(): readonly Pair[] {
  const counted = termStatistics(corpusBodies());
  return labels.groups.flatMap(({ files, heldOut, pairs }) => {
    const comparands = new Map(files.map((file) => [file, comparandOf(file)]));
    const rowsOf = (chosen: readonly string[], statistics = NO_STATISTICS) => {
      const topics = wholeTopics(
        alignTopics(
          chosen.flatMap((file) => comparands.get(file) ?? []),
          statistics,
        ),
      ).map((rows) => rows.flatMap(({ cells }) => cells));
      return (one: Section, other: Section) => topics.some((cells) => cells.includes(one) && cells.includes(other));
    };
    const [inGroup, inCounted] = [rowsOf(files), rowsOf(files, counted)];
    return pairs.map(({ fileA, sectionA, fileB, sectionB, link }): Pair => {
      const one = sectionOf(comparands.get(fileA), sectionA);
      const other = sectionOf(comparands.get(fileB), sectionB);
      const together = {
        group: inGroup(one, other),
        two: rowsOf([fileA, fileB])(one, other),
        counted: inCounted(one, other),
      };
      return { one, other, link, heldOut, together };
    });
  });
}

function sectionOf(comparand: Comparand | undefined, id: string): Section {
  const section = flattenSections(comparand?.sections ?? []).find((one) => one.id === id);
  if (!section) throw new Error(`no section ${id} in ${comparand?.definition.path}: the labels are of other files`);
  return section;
}

function corpusBodies(): readonly { readonly body: string }[] {
  return readdirSync(join(COLLECTIONS, 'corpus'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|toml)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => parseDefinition(readFileSync(path, 'utf8'), path));
}

type Guess = (pair: Pair) => boolean;

/** What one could do instead: the threshold of each is the best one for the pairs not held out. */
function baselines(pairs: readonly Pair[]): readonly (readonly [name: string, guess: Guess])[] {
  const vocabulary = createVocabulary(termWeights(NO_STATISTICS));
  const cosine = ({ one, other }: Pair) => {
    const texts = [one, other].map((section) => Uint32Array.from(vocabulary.idsOf(sectionText(section))));
    return createMeanCosine(textTable(texts, vocabulary.weights), vocabulary.weights.length)([0, 1]);
  };
  const fuzzy = ({ one, other }: Pair) => {
    const [match] = new Fuse([sectionLabel(other)], { includeScore: true, threshold: 1, ignoreLocation: true }).search(
      sectionLabel(one),
    );
    return 1 - (match?.score ?? 1);
  };
  return [
    ['same title', ({ one, other }) => plain(one) === plain(other)],
    ['title fuzzy match (fuse.js)', bestThreshold(pairs, fuzzy)],
    ['text cosine alone', bestThreshold(pairs, cosine)],
  ];
}

function plain(section: Section): string {
  return sectionLabel(section)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function bestThreshold(pairs: readonly Pair[], likeness: (pair: Pair) => number): Guess {
  const known = pairs.filter(({ heldOut }) => !heldOut);
  const thresholds = [...new Set(known.map(likeness))].sort((a, b) => a - b);
  let best = { threshold: 1, f1: 0 };
  for (const threshold of thresholds) {
    const { f1 } = measure(known, (pair) => likeness(pair) >= threshold);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return (pair) => likeness(pair) >= best.threshold;
}

function measure(pairs: readonly Pair[], guess: Guess) {
  const linked = pairs.filter(guess);
  const right = linked.filter(({ link }) => link).length;
  const precision = linked.length > 0 ? right / linked.length : 0;
  const recall = right / pairs.filter(({ link }) => link).length;
  return { precision, recall, f1: right > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

function row(name: string, parts: readonly (readonly Pair[])[], guess: Guess): string {
  const cells = parts.map((pairs) => {
    const { precision, recall, f1 } = measure(pairs, guess);
    return [precision, recall, f1].map((share) => share.toFixed(3)).join('  ');
  });
  return `${name.padEnd(40)}${cells.join('   |   ')}`;
}

function report(pairs: readonly Pair[]): readonly string[] {
  const parts = [pairs, pairs.filter(({ heldOut }) => !heldOut), pairs.filter(({ heldOut }) => heldOut)];
  const counts = parts.map(
    (part) => `${part.filter(({ link }) => link).length} + ${part.filter(({ link }) => !link).length}`,
  );
  return [
    `pairs that belong together + pairs that do not: all ${counts[0]}, for tuning ${counts[1]}, held out ${counts[2]}`,
    `${''.padEnd(40)}${['all', 'for tuning', 'held out'].map((name) => name.padEnd(27)).join('')}`,
    `${''.padEnd(40)}${parts.map(() => 'prec.  recall F1   ').join('   |   ')}`,
    row('topics, all of a group compared', parts, ({ together }) => together.group),
    row('topics, two compared', parts, ({ together }) => together.two),
    row('topics, terms counted in the corpus', parts, ({ together }) => together.counted),
    ...baselines(pairs).map(([name, guess]) => row(name, parts, guess)),
    '',
    ...pairs
      .filter(({ link, together }) => link !== together.group)
      .map(
        ({ one, other, link, heldOut }) =>
          `${link ? 'missed' : 'wrong '} ${heldOut ? '(held out) ' : ''}${one.id} ~ ${other.id}`,
      ),
  ];
}

const missing = ['seeds', 'corpus', 'corpus-more']
  .map((name) => join(COLLECTIONS, name))
  .filter((folder) => !existsSync(folder));
const lines =
  missing.length > 0
    ? [`nothing to measure: ${missing.join(' and ')} not there`]
    : [...report(labelledPairs()), '', ...completeReport(completeGroups(comparandOf, (chosen) => alignTopics(chosen)))];
process.stdout.write(`${lines.join('\n')}\n`);
