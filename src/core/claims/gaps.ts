import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Difference } from '../passages/difference.ts';
import { relationOf } from '../passages/relation.ts';
import { createPassageIndex } from '../union/passage-index.ts';
import { type Claim, claimIndex, claimsOf } from './claim.ts';
import { topicPlaces } from './topic-places.ts';

/** A claim and whose it is. */
export interface Saying {
  readonly definition: AgentDefinition;
  readonly claim: Claim;
}

/** Something that others say and a definition does not. */
export interface Gap {
  /** The wording that is most like the others. */
  readonly best: Saying;
  /** All wordings, in the order of the definitions, at most one of each. */
  readonly sayings: readonly Saying[];
  /** What the definition says that cannot be followed as well. */
  readonly against: { readonly claim: Claim; readonly differs: Difference } | null;
}

/** A topic in which others say more. */
export interface TopicWithGaps {
  readonly title: string;
  /** How many of the others speak of the topic, and whether the definition does. */
  readonly others: number;
  readonly isSpokenOf: boolean;
  /** What most say comes first. */
  readonly gaps: readonly Gap[];
}

/**
 * What other definitions say that one does not, neither in their words nor alike.
 *
 * @param others Distinct, at most as many as can be lined up.
 * @returns By topic, what most of them speak of first; then in reading order.
 */
export function gapsOf(definition: AgentDefinition, others: readonly AgentDefinition[]): readonly TopicWithGaps[] {
  const gaps = gapsAmong(definition, others);
  const { topics, placeOf } = topicPlaces([definition, ...others]);
  const byPlace = new Map<number, Gap[]>();
  for (const gap of [...gaps].sort((a, b) => b.sayings.length - a.sayings.length)) {
    const place = placeOf(gap.best.claim.section);
    byPlace.set(place, [...(byPlace.get(place) ?? []), gap]);
  }
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([place, own]) => {
      const [first, ...cells] = topics[place]?.cells ?? [];
      return {
        title: topics[place]?.title ?? '',
        others: cells.filter((cell) => cell !== null).length,
        isSpokenOf: first !== null && first !== undefined,
        gaps: own,
      };
    })
    .sort((a, b) => mostSaid(b) - mostSaid(a) || b.others - a.others);
}

function mostSaid({ gaps }: TopicWithGaps): number {
  return gaps[0]?.sayings.length ?? 0;
}

interface OpenGap {
  readonly first: Saying;
  readonly sayings: Map<AgentDefinition, Saying>;
  readonly against: Gap['against'];
}

function gapsAmong(definition: AgentDefinition, others: readonly AgentDefinition[]): readonly Gap[] {
  const own = claimIndex(claimsOf(definition));
  const found = createPassageIndex<OpenGap>();
  const gaps: OpenGap[] = [];
  for (const other of others) {
    for (const claim of claimsOf(other)) {
      if (own.same(claim.profile)) continue;
      const near = own.sharing(claim.profile);
      if (near.some((one) => likeness(one, claim) > 0)) continue;
      const saying = { definition: other, claim };
      const known =
        found.same(claim.profile) ?? likest(found.sharing(claim.profile), ({ first }) => likeness(first.claim, claim));
      const gap = known ?? { first: saying, sayings: new Map(), against: conflictWith(near, claim) };
      if (!known) gaps.push(gap);
      if (!gap.sayings.has(other)) gap.sayings.set(other, saying);
      found.add(claim.profile, gap);
    }
  }
  return gaps.map(({ sayings, against }) => {
    const all = [...sayings.values()];
    const best = likest(all, (one) => all.reduce((sum, other) => sum + likeness(one.claim, other.claim), 0));
    return { best: best ?? (all[0] as Saying), sayings: all, against };
  });
}

/** How much two claims are alike; 0 where they do not say the same. */
function likeness(one: Claim, other: Claim): number {
  const relation = relationOf(one.profile.passage, other.profile.passage);
  if (relation.kind === 'same') return 1;
  return relation.kind === 'alike' ? relation.likeness : 0;
}

function conflictWith(own: readonly Claim[], claim: Claim): Gap['against'] {
  for (const one of own) {
    const relation = relationOf(one.profile.passage, claim.profile.passage);
    if (relation.kind === 'conflict') return { claim: one, differs: relation.differs };
  }
  return null;
}

/** The first of those that are most alike, if any is at all. */
function likest<Thing>(things: readonly Thing[], likenessOf: (thing: Thing) => number): Thing | undefined {
  let best: Thing | undefined;
  let most = 0;
  for (const thing of things) {
    const own = likenessOf(thing);
    if (own <= most) continue;
    best = thing;
    most = own;
  }
  return best;
}
