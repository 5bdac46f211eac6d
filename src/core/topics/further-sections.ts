import type { AskedPairs } from './asked-pairs.ts';
import type { SectionProfile } from './section-profile.ts';
import type { SectionPair } from './section-similarity.ts';
import type { PairTable } from './why-together.ts';

type Group = readonly SectionProfile[];

/** What the pairs of different definitions must score on average where one definition comes in with several sections. */
const SEVERAL = 0.6;
/** And how that stands to what each group scores by itself: who fits much better has the row for itself. */
const AS_GOOD = 0.7;
/** Titles that one definition has more often, like `step`, tell nothing of what stands under them. */
const SAME_TITLES = 2;

/**
 * Groups of which one definition has several sections, where it speaks of one topic in more than one: of *key capabilities*
 * and of *core competencies*, or of one title twice.
 *
 * Such sections stand beside each other in their definition and are of one shape, and they fit what the others say
 * nearly as well as what has met already. What the user puts somewhere draws nothing else there.
 *
 * @param groups Each with at most one section of a definition.
 * @param pairs In an order that depends on nothing but the sections.
 * @returns Every section in one group, the sections of each in the order of their definitions.
 */
export function joinSeveral(
  groups: readonly Group[],
  pairs: readonly SectionPair[],
  pairOf: PairTable,
  asked: AskedPairs,
): readonly Group[] {
  const groupOf = new Map(groups.flatMap((group) => group.map((profile) => [profile, group] as const)));
  const titles = new Map<string, number>();
  for (const profile of groupOf.keys()) titles.set(titleIn(profile), (titles.get(titleIn(profile)) ?? 0) + 1);
  const isTelling = (profile: SectionProfile) => (titles.get(titleIn(profile)) ?? 0) <= SAME_TITLES;
  const clear = pairs
    .filter(({ a, b, score }) => score >= SEVERAL && isTelling(a) && isTelling(b))
    .sort((p, q) => q.score - p.score);
  for (const { a, b } of clear) {
    const [one, other] = [groupOf.get(a), groupOf.get(b)];
    if (!one || !other || one === other || !areParts(one, other, asked)) continue;
    const both = [...one, ...other].sort((p, q) => p.index - q.index);
    const score = between(one, other, pairOf);
    if (score < SEVERAL || score < AS_GOOD * Math.max(between(one, one, pairOf), between(other, other, pairOf)))
      continue;
    for (const profile of both) groupOf.set(profile, both);
  }
  return [...new Set(groupOf.values())];
}

function titleIn({ column, section }: SectionProfile): string {
  return `${column} ${section.title.toLowerCase()}`;
}

/**
 * Whether one definition is in both groups, and has there what can be parts of one thing. Where two are, each has what the
 * other has, and those are two things: `Before the release` and `After the release`.
 */
function areParts(one: Group, other: Group, { areApart, isAsked }: AskedPairs): boolean {
  const shared = new Set<number>();
  for (const a of one) {
    for (const b of other) {
      if (areApart(a, b) || isAsked(a) || isAsked(b)) return false;
      if (a.column !== b.column) continue;
      if (a.role !== 'part' || b.role !== 'part' || a.parent !== b.parent || a.isLine !== b.isLine) return false;
      shared.add(a.column);
    }
  }
  return shared.size === 1;
}

/** The mean score of the pairs of different definitions; 0 where there is none. */
function between(one: Group, other: Group, pairOf: PairTable): number {
  let [sum, count] = [0, 0];
  for (const a of one) {
    for (const b of other) {
      if (a.column === b.column) continue;
      sum += pairOf(a, b)?.score ?? 0;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}
