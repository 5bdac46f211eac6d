import { compareText } from '../../kit/compare-text.ts';
import { termsOf } from '../passages/terms.ts';
import { type AskedRows, NOTHING_ASKED } from '../sections/asked-rows.ts';
import { sectionLabel, wholeDocument } from '../sections/section-text.ts';
import { type AskedPairs, askedPairs } from './asked-pairs.ts';
import type { Comparand, Topic } from './comparison.ts';
import { joinSeveral } from './further-sections.ts';
import { joinLeftOver } from './left-over.ts';
import { mergePairs } from './merge-pairs.ts';
import { orderGroups } from './order-topics.ts';
import { type SectionProfile, sectionProfiles } from './section-profile.ts';
import { sectionPairs } from './section-similarity.ts';
import { createVocabulary } from './term-numbers.ts';
import { NO_STATISTICS, type TermStatistics, termWeights } from './term-statistics.ts';
import { createMeanCosine, textTable } from './term-table.ts';
import { titleLikeness, type WeighedTitle, weighTitle } from './title-weights.ts';
import { pairTable, whyTogether } from './why-together.ts';

/** More sections of one definition than any real one has; those beyond are put in rows of their own. */
const SECTIONS_COMPARED = 300;

/**
 * Line up the sections of several definitions into topics: rows of sections that speak of the same thing.
 *
 * Each section stands in exactly one row, closing tags in none, and a row has at most one section of each definition:
 * where one speaks of a topic in several, a row behind what stands in the first goes on with the next.
 * Which sections meet does not depend on the order of the definitions; in which order the rows stand does: the first
 * definition reads from top to bottom as it is written. `docs/topics.md` explains the measure.
 *
 * @param comparands Two to eight definitions; any number is answered.
 * @param statistics In how many definitions of the library each term occurs. Without it, what is known from published
 * definitions serves alone.
 * @param askedRows What the user says about the rows.
 * @returns The rows in reading order. The same for the same definitions, statistics and words of the user, always.
 */
export function alignTopics(
  comparands: readonly Comparand[],
  statistics: TermStatistics = NO_STATISTICS,
  askedRows: AskedRows = NOTHING_ASKED,
): readonly Topic[] {
  const columns = inOwnOrder(comparands);
  const vocabulary = createVocabulary(termWeights(statistics));
  let count = 0;
  const profiles = columns.map((at, column) => {
    const found = sectionProfiles(comparands[at]?.sections ?? [], vocabulary, column, count);
    count += found.length;
    return found;
  });
  const all = profiles.flat();
  const shared = sharedNameTerms(comparands);
  const titles = titlesByTerm(profiles);
  const uses = columns.map((at) => {
    const comparand = comparands[at];
    return { names: new Set([...shared, ...(comparand ? ownNameTerms(comparand) : [])]), titles };
  });
  const titleOf = remembered(({ title, column }) =>
    weighTitle(title, vocabulary, uses[column] ?? { names: shared, titles }),
  );
  const compared = profiles.map((column) => column.slice(0, SECTIONS_COMPARED));
  const asked = askedPairs(askedRows, all, (column) => comparands[columns[column] ?? -1]?.definition.id);
  const pairs = asked.amended(sectionPairs(compared, titleOf, vocabulary));
  const pairOf = pairTable(all.length, pairs);
  const merged = joinSeveral(mergePairs(all, pairs, pairOf, asked), pairs, pairOf, asked);
  const { groups, leftOver } = joinLeftOver(merged, asked);
  const wholes = textTable(
    all.map(({ whole }) => whole),
    vocabulary.weights,
  );
  const meanCosine = createMeanCosine(wholes, vocabulary.weights.length);
  const rows = orderGroups(groups, (column) => columns[column] ?? column, undefined, undefined, rowsOf);
  return rows.map(({ group, depth, nth }) => ({
    title: bestTitle(namingOf(group, asked), titleOf),
    depth,
    ...(nth > 0 && { goesOn: true as const }),
    cells: comparands.map((_, at) => group.find(({ column }) => columns[column] === at)?.section ?? null),
    similarity: group.length < 2 ? null : meanCosine(group.map(({ index }) => index)),
    why: whyTogether(group, pairOf, leftOver),
  }));
}

/** The sections of a group one by one: in the first row the first of each definition, in the next the second, and so on. */
function rowsOf(group: readonly SectionProfile[]): readonly (readonly SectionProfile[])[] {
  const rows: SectionProfile[][] = [];
  for (const profile of [...group].sort((a, b) => a.index - b.index)) {
    const row = rows.find((those) => those.every(({ column }) => column !== profile.column));
    if (row) row.push(profile);
    else rows.push([profile]);
  }
  return rows;
}

/** Indices of the definitions in an order of their own, which is the same in whatever order they are given. */
function inOwnOrder(comparands: readonly Comparand[]): readonly number[] {
  return [...comparands.entries()]
    .sort(([, { definition: a }], [, { definition: b }]) => compareText(a.body, b.body) || compareText(a.id, b.id))
    .map(([at]) => at);
}

/** Terms that more than half of the definitions have in their names. */
function sharedNameTerms(comparands: readonly Comparand[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { definition } of comparands) {
    for (const term of new Set(termsOf(definition.name))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > comparands.length / 2).map(([term]) => term));
}

/** In how many titles each term occurs, in the definition that has it most. */
function titlesByTerm(profiles: readonly (readonly SectionProfile[])[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const column of profiles) {
    const counts = new Map<string, number>();
    for (const { title } of column) for (const { term } of title) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) most.set(term, Math.max(count, most.get(term) ?? 0));
  }
  return most;
}

/** Terms of what a definition is called, by its name and by the title over all of it: they tell none of its sections apart. */
function ownNameTerms({ definition, sections }: Comparand): readonly string[] {
  return [...termsOf(definition.name), ...termsOf(wholeDocument(sections)?.title ?? '')];
}

type TitleOf = (profile: SectionProfile) => WeighedTitle;

function remembered(compute: TitleOf): TitleOf {
  const known = new Map<string, WeighedTitle>();
  return (profile) => {
    const key = `${profile.column} ${profile.section.title}`;
    const title = known.get(key) ?? compute(profile);
    known.set(key, title);
    return title;
  };
}

/** Those of a row that it is called by: what the user put into it does not rename it. */
function namingOf(group: readonly SectionProfile[], { isPutIn }: AskedPairs): readonly SectionProfile[] {
  const there = group.filter((profile) => !isPutIn(profile));
  return there.length > 0 ? there : group;
}

/** The title that is most like the others; of equals the shortest, then the first in the alphabet. */
function bestTitle(group: readonly SectionProfile[], titleOf: TitleOf): string {
  const titles = new Map<string, { readonly weighed: WeighedTitle; count: number }>();
  for (const profile of group) {
    const label = sectionLabel(profile.section);
    const title = titles.get(label);
    if (title) title.count += 1;
    else titles.set(label, { weighed: titleOf(profile), count: 1 });
  }
  const likenessOf = (label: string, weighed: WeighedTitle) => {
    let sum = 0;
    for (const [other, title] of titles) {
      sum += title.count * (label === other ? 1 : titleLikeness(weighed, title.weighed));
    }
    return sum;
  };
  const [best] = [...titles]
    .map(([label, { weighed }]) => [label, titles.size > 1 ? likenessOf(label, weighed) : 1] as const)
    .sort(([a, p], [b, q]) => q - p || a.length - b.length || compareText(a, b));
  return best?.[0] ?? '';
}
