import { memoLast } from '../../kit/memo.ts';
import type { Pick, UnionPassage } from '../draft/draft.ts';
import type { Difference } from '../passages/difference.ts';
import { relationOf } from '../passages/relation.ts';
import { termsOf } from '../passages/terms.ts';
import { speaksOfFaults } from '../union/grouping/title-sense.ts';
import { createPassageIndex } from '../union/passage-index.ts';
import { isHeldBy, type PassageProfile, passageProfile } from '../union/passage-likeness.ts';

/** A passage that stands in a union, with what it is compared by. */
export interface StandingPassage {
  readonly passage: UnionPassage;
  /** Index of the union among the picks. */
  readonly pick: number;
  /** Index among the passages of the union. */
  readonly at: number;
  readonly profile: PassageProfile;
  readonly terms: ReadonlySet<string>;
}

/** How two passages of different definitions that both stand in a result get into each other's way. */
export type Meeting =
  | { readonly kind: 'conflict'; readonly differs: Difference }
  /** @param likeness The share of common terms (Dice), 0.6 and more. */
  | { readonly kind: 'repeat'; readonly likeness: number };

/** So many terms make a passage that can be said again in other words, or elsewhere be contradicted. */
const SAYING = 5;
/** From this share of common terms on a reader takes two passages for one said twice. */
const NEARLY_SAID = 0.6;

/** What stands in the unions among some picks, but titles and what was edited, in the order of the result. */
export function standingPassages(picks: readonly Pick[]): readonly StandingPassage[] {
  return picks.flatMap((pick, index) =>
    pick.kind === 'union' && pick.edited === null
      ? pick.passages.flatMap((passage, at) => {
          if (passage.state !== 'kept' || passage.kind === 'title') return [];
          const words = passage.edited ?? passage.text;
          const profile = passageProfile(passage.kind, words);
          return [{ passage, pick: index, at, profile, terms: new Set(termsOf(words)) }];
        })
      : [],
  );
}

/** How much each term tells among some passages: the rarer, the more. */
export function raritiesAmong(standing: readonly StandingPassage[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of standing) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarities = new Map([...counts].map(([term, count]) => [term, Math.log(1 + standing.length / count)] as const));
  return (term) => rarities.get(term) ?? 0;
}

/** How two passages get into each other's way; `null` where they do not. */
export function meetingOf(one: StandingPassage, other: StandingPassage): Meeting | null {
  if (one.passage.definition === other.passage.definition) return null;
  const relation = relationOf(one.profile.passage, other.profile.passage);
  if (relation.kind === 'conflict') {
    const isOfOne = one.pick === other.pick || commonTerms(one, other) >= SAYING;
    const isMeant = one.passage.kind === other.passage.kind && !isOfFaults(one) && !isOfFaults(other);
    return isOfOne && isMeant ? { kind: 'conflict', differs: relation.differs } : null;
  }
  const likeness = likenessOf(one, other);
  if (isHeld(one, other) || isHeld(other, one)) return { kind: 'repeat', likeness: Math.max(NEARLY_SAID, likeness) };
  if (!isSaying(one) || !isSaying(other)) return null;
  return likeness >= NEARLY_SAID ? { kind: 'repeat', likeness } : null;
}

/** Whether all of one is among what the other says. */
export function isHeld(one: StandingPassage, other: StandingPassage): boolean {
  const isToBeRead = ({ profile: { passage } }: StandingPassage) => !passage.isVerbatim && !passage.isExample;
  return isToBeRead(one) && isToBeRead(other) && isHeldBy(one.profile, other.profile, one.pick !== other.pick);
}

/** Code, tables, questions, quotations and what is to be filled in say nothing that could be said again. */
function isSaying({ terms, profile: { passage } }: StandingPassage): boolean {
  return terms.size >= SAYING && !passage.isVerbatim && !passage.isExample;
}

/** The share of common terms (Dice). */
export function likenessOf(one: StandingPassage, other: StandingPassage): number {
  return (2 * commonTerms(one, other)) / (one.terms.size + other.terms.size);
}

function commonTerms(one: StandingPassage, other: StandingPassage): number {
  let count = 0;
  for (const term of one.terms) if (other.terms.has(term)) count += 1;
  return count;
}

/** What is listed as a fault, or forbidden by its title, does not say what its words do. */
function isOfFaults({ passage }: StandingPassage): boolean {
  return speaksOfFaults(passage.section.replace(/[-/]/g, ' '));
}

/** Two that meet, `one` before `other` in the result. */
interface StandingPair {
  readonly one: StandingPassage;
  readonly other: StandingPassage;
  readonly meeting: Meeting;
}

/** All that get into each other's way in the unions among some picks, in the order in which the later of the two comes. */
export const standingPairs = memoLast((picks: readonly Pick[]): readonly StandingPair[] => {
  const index = createPassageIndex<StandingPassage>();
  return standingPassages(picks).flatMap((other) => {
    const found = index.sharing(other.profile).flatMap((one) => {
      const meeting = meetingOf(one, other);
      return meeting ? [{ one, other, meeting }] : [];
    });
    index.add(other.profile, other);
    return found;
  });
});
