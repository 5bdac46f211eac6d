import type { AskedPairs } from './asked-pairs.ts';
import { bestPairs, type Edge } from './assignment.ts';
import type { SectionProfile } from './section-profile.ts';
import { ALIKE, type SectionPair } from './section-similarity.ts';
import type { PairTable } from './why-together.ts';

/** What a pair must exceed to be worth anything where pairs compete: a little less than being alike. */
const WORTHLESS = 0.35;
/** What the pairs between two groups must score on average to become one. */
const TOGETHER = 0.35;

/**
 * Groups of sections that speak of the same thing, each with at most one section of a definition.
 *
 * Between each two definitions the pairs are chosen that are worth most together. A pair is worth the square of its
 * score above a floor, so that one clear match outweighs two doubtful ones. From the best pair down, groups then grow
 * together (agglomerative clustering with average linkage: Sokal and Michener 1958), unless a definition would come in
 * twice, the groups are not alike on average, or nesting would turn around: if a section meets another, nothing above
 * the one can meet anything inside the other.
 *
 * @param profiles All sections, each at its `index`.
 * @param pairs In an order that depends on nothing but the sections.
 * @param pairOf The same, to be looked up.
 * @param asked What the user says: it goes before nesting, and before what the texts say.
 * @returns Every section in one group, alone if it meets none, in the order of the sections.
 */
export function mergePairs(
  profiles: readonly SectionProfile[],
  pairs: readonly SectionPair[],
  pairOf: PairTable,
  asked: AskedPairs,
): readonly (readonly SectionProfile[])[] {
  const groups = profiles.map((profile): readonly SectionProfile[] => [profile]);
  const groupOf = ({ index }: SectionProfile) => groups[index] ?? [];
  for (const { a, b } of chosenPairs(profiles, pairs)) {
    const [one, other] = [groupOf(a), groupOf(b)];
    if (one === other || average(one, other, pairOf, asked) < TOGETHER) continue;
    if (pairOf(a, b)?.by !== 'asked' && turnsAround(one, other, groupOf)) continue;
    const both = [...one, ...other];
    for (const { index } of both) groups[index] = both;
  }
  return [...new Set(groups)];
}

/** The best pairs of each two definitions, the clearest first. */
function chosenPairs(
  profiles: readonly SectionProfile[],
  pairs: readonly SectionPair[],
): readonly { readonly a: SectionProfile; readonly b: SectionProfile }[] {
  const byColumns = new Map<number, Edge[]>();
  for (const { a, b, score } of pairs) {
    if (score < ALIKE) continue;
    const key = a.column * profiles.length + b.column;
    const edge = { left: a.index, right: b.index, worth: (score - WORTHLESS) ** 2 };
    const edges = byColumns.get(key);
    if (edges) edges.push(edge);
    else byColumns.set(key, [edge]);
  }
  return [...byColumns.values()]
    .flatMap(bestPairs)
    .sort((p, q) => q.worth - p.worth || p.left - q.left || p.right - q.right)
    .flatMap(({ left, right }) => {
      const [a, b] = [profiles[left], profiles[right]];
      return a && b ? [{ a, b }] : [];
    });
}

/** Mean score between two groups; less than any where a definition is in both, or the user wants two of them apart. */
function average(
  one: readonly SectionProfile[],
  other: readonly SectionProfile[],
  pairOf: PairTable,
  { areApart }: AskedPairs,
): number {
  let sum = 0;
  for (const a of one) {
    for (const b of other) {
      if (a.column === b.column || areApart(a, b)) return -1;
      sum += pairOf(a, b)?.score ?? 0;
    }
  }
  return sum / (one.length * other.length);
}

type GroupOf = (profile: SectionProfile) => readonly SectionProfile[];

function turnsAround(one: readonly SectionProfile[], other: readonly SectionProfile[], groupOf: GroupOf): boolean {
  for (const a of one) for (const b of other) if (meetsInside(a, b, groupOf) || meetsInside(b, a, groupOf)) return true;
  return false;
}

/** Whether something that the one stands in has met something inside the other. */
function meetsInside(one: SectionProfile, other: SectionProfile, groupOf: GroupOf): boolean {
  for (let above = one.parent; above; above = above.parent) {
    for (const met of groupOf(above)) {
      if (met.column !== other.column) continue;
      for (let inside = met.parent; inside; inside = inside.parent) if (inside === other) return true;
    }
  }
  return false;
}
