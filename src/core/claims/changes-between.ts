import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Difference } from '../passages/difference.ts';
import { type Relation, relationOf } from '../passages/relation.ts';
import { type Claim, claimIndex, claimsOf } from './claim.ts';
import { topicPlaces } from './topic-places.ts';

/** What became of something a definition says: `near` is said in other words, of a `conflict` not both can be followed. */
export type Change =
  | { readonly kind: 'added'; readonly before: null; readonly now: Claim }
  | { readonly kind: 'gone'; readonly before: Claim; readonly now: null }
  | { readonly kind: 'near'; readonly before: Claim; readonly now: Claim }
  | { readonly kind: 'conflict'; readonly before: Claim; readonly now: Claim; readonly differs: Difference };

export type ChangeKind = Change['kind'];

/** A topic in which something changed. */
export interface ChangedTopic {
  readonly title: string;
  /** What is in conflict with what was said, then what is gone, then what is said in other words, then what is added. */
  readonly changes: readonly Change[];
}

/** In the order in which they are told. */
export const CHANGE_KINDS: readonly ChangeKind[] = ['conflict', 'gone', 'near', 'added'];

/**
 * What changed in meaning between two versions of a definition, by topic in reading order.
 *
 * Where something stands is no change, nor are markup and line breaks: what is said anywhere in the other version, in
 * these words or alike, is neither gone nor added.
 *
 * @returns Empty if both say the same.
 */
export function changesBetween(before: AgentDefinition, now: AgentDefinition): readonly ChangedTopic[] {
  const changes = changesAmong(claimsOf(before), claimsOf(now));
  if (changes.length === 0) return [];
  const { topics, placeOf } = topicPlaces([before, now]);
  const byPlace = new Map<number, Change[]>();
  for (const kind of CHANGE_KINDS) {
    for (const change of changes.filter((one) => one.kind === kind)) {
      const place = placeOf((change.now ?? change.before).section);
      byPlace.set(place, [...(byPlace.get(place) ?? []), change]);
    }
  }
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([place, own]) => ({ title: topics[place]?.title ?? '', changes: own }));
}

function changesAmong(before: readonly Claim[], now: readonly Claim[]): readonly Change[] {
  const [saidBefore, saidNow] = [claimIndex(before), claimIndex(now)];
  const old = before.filter(({ profile }) => !saidNow.same(profile));
  const recent = now.filter(({ profile }) => !saidBefore.same(profile));
  const pairs = pairsOf(old, recent);
  const paired = new Set(pairs.flatMap(({ before: one, now: other }) => [one, other]));
  const isSaid = (claim: Claim, others: readonly Claim[]): boolean =>
    others.some((other) => relationOf(claim.profile.passage, other.profile.passage).kind === 'alike');
  return [
    ...pairs,
    ...old.flatMap((claim): readonly Change[] => {
      if (paired.has(claim) || isSaid(claim, saidNow.sharing(claim.profile))) return [];
      return [{ kind: 'gone', before: claim, now: null }];
    }),
    ...recent.flatMap((claim): readonly Change[] => {
      const others = saidBefore.sharing(claim.profile);
      if (paired.has(claim) || isSaid(claim, others)) return [];
      return [againstWhatStays(claim, others) ?? { kind: 'added', before: null, now: claim }];
    }),
  ];
}

/** What was added and contradicts what was said, and still is. */
function againstWhatStays(claim: Claim, others: readonly Claim[]): Change | null {
  for (const before of others) {
    const relation = relationOf(before.profile.passage, claim.profile.passage);
    if (relation.kind === 'conflict') return { kind: 'conflict', before, now: claim, differs: relation.differs };
  }
  return null;
}

/** Claims that say the same in other words, or are in conflict: each is in one pair at most, the likest come first. */
function pairsOf(old: readonly Claim[], recent: readonly Claim[]): readonly (Change & { readonly now: Claim })[] {
  const index = claimIndex(recent);
  const candidates = old.flatMap((before) =>
    index.sharing(before.profile).flatMap((now) => {
      const relation = relationOf(before.profile.passage, now.profile.passage);
      return isStated(relation) ? [{ before, now, relation }] : [];
    }),
  );
  const taken = new Set<Claim>();
  return candidates
    .sort((a, b) => b.relation.likeness - a.relation.likeness || Number(isAlike(b)) - Number(isAlike(a)))
    .flatMap(({ before, now, relation }): readonly (Change & { readonly now: Claim })[] => {
      if (taken.has(before) || taken.has(now)) return [];
      taken.add(before).add(now);
      if (relation.kind === 'alike') return [{ kind: 'near', before, now }];
      return [{ kind: 'conflict', before, now, differs: relation.differs }];
    });
}

type Stated = Extract<Relation, { readonly likeness: number }>;

function isStated(relation: Relation): relation is Stated {
  return relation.kind === 'alike' || relation.kind === 'conflict';
}

function isAlike({ relation }: { readonly relation: Stated }): boolean {
  return relation.kind === 'alike';
}
