import type { AgentDefinition } from '../definition/agent-definition.ts';
import { resemblance } from '../twins/overlap.ts';
import { createShingler } from '../twins/shingles.ts';
import { type RoutingProfile, routingProfile } from './routing-profile.ts';
import type { KindOfWork } from './routing-words.ts';

/** Agents that compete for the same request. */
export interface Rivals {
  /** In the order in which they were given; two or more. */
  readonly members: readonly AgentDefinition[];
  /** How much the two of them that compete least do, 0 to 1. */
  readonly score: number;
  /** Words that all of them share, those that say most first. */
  readonly shared: readonly string[];
  /** What each alone says, by its id. */
  readonly apart: ReadonlyMap<string, readonly string[]>;
  /** How alike the prompts of the two that are least alike are, 0 to 1. */
  readonly prompts: number;
}

/** From here on two agents are rivals. Found on labelled pairs, see `docs/rivals.md`. */
const RIVALS = 0.38;
/** Another kind of work on the same thing, and one kind that is not said. */
const OTHER_WORK = 0.5;
const WORK_NOT_SAID = 0.5;
/** A subject in the name of the one that the other never speaks of. */
const OWN_SUBJECT = 0.84;
/** Each has one: two of a family, that share out its work. */
const SIBLINGS = 0.65;
/** Two names that speak of the same, and of the same kind of work. */
const ONE_SUBJECT = 0.2;
/** A term that so many have sets nobody apart, and takes most of the time. */
const COMMON = 400;
const WORDS_TOLD = 6;

/**
 * Find agents whose names and descriptions compete for the same request.
 *
 * Terms of name and description, weighed by how few say them (TF-IDF, Spärck Jones 1972), compared by their cosine; less
 * where the names speak of different kinds of work, or of a subject that the other does not have. Groups are complete:
 * each two of a group compete. Prompts do not count, since no harness chooses by them.
 *
 * @param definitions Those that are loaded together.
 * @param least From which score on.
 * @returns Those that compete most first; of two groups that compete alike the one given first.
 */
export function findRivals(definitions: readonly AgentDefinition[], least = RIVALS): readonly Rivals[] {
  const profiles = definitions.map(routingProfile);
  const vectors = weighed(profiles);
  const pairs = likelyPairs(vectors).flatMap(({ one, other, cosine }): readonly Pair[] => {
    // Names that speak of the same add so much at the most.
    if (cosine + ONE_SUBJECT < least) return [];
    const [a, b] = [profiles[one], profiles[other]];
    const score = a && b ? Math.min(1, judged(cosine, a, b)) : 0;
    return score >= least ? [{ one, other, score }] : [];
  });
  pairs.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
  const shingles = createShingler();
  const shinglesOf = new Map<number, Uint32Array>();
  const promptOf = (at: number): Uint32Array => {
    const known = shinglesOf.get(at) ?? shingles(definitions[at]?.body ?? '');
    shinglesOf.set(at, known);
    return known;
  };
  return grouped(pairs).map(({ members, score }) => {
    const parts = members.flatMap((at) => {
      const [definition, profile, vector] = [definitions[at], profiles[at], vectors[at]];
      return definition && profile && vector ? [{ definition, profile, vector }] : [];
    });
    const prompts = members.flatMap((one, at) =>
      members.slice(at + 1).map((other) => resemblance(promptOf(one), promptOf(other))),
    );
    return {
      members: parts.map(({ definition }) => definition),
      score,
      shared: told(parts, (term) => parts.every(({ vector }) => vector.has(term))),
      apart: new Map(
        parts.map((part) => [
          part.definition.id,
          told([part], (term) => parts.every((other) => other === part || !other.vector.has(term))),
        ]),
      ),
      prompts: prompts.reduce((lowest, share) => Math.min(lowest, share), 1),
    };
  });
}

/** Prompts so much alike are one prompt. */
const ONE_PROMPT = 0.6;
/** Descriptions so much alike that no word added to one would tell them apart. */
const ONE_DESCRIPTION = 0.55;

/** The nearest way out of a rivalry: drop one, merge them, or say in a description what sets it apart. */
export function wayOut({ score, prompts }: Rivals): 'drop' | 'compare' | 'sharpen' {
  if (prompts >= ONE_PROMPT) return 'drop';
  return score >= ONE_DESCRIPTION ? 'compare' : 'sharpen';
}

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly score: number;
}

type Vector = ReadonlyMap<string, number>;

/** The terms of each profile by how much they set it apart, as a vector of length 1. */
function weighed(profiles: readonly RoutingProfile[]): readonly Vector[] {
  const holders = new Map<string, number>();
  for (const { weights } of profiles)
    for (const term of weights.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  return profiles.map(({ weights }) => {
    const terms = [...weights].map(([term, weight]) => {
      return [term, weight * Math.log(1 + profiles.length / (holders.get(term) ?? 1))] as const;
    });
    const length = Math.sqrt(terms.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(terms.map(([term, weight]) => [term, weight / length]));
  });
}

/** The cosine of each two vectors that share a term; found by an index of terms, so that most pairs are never looked at. */
function likelyPairs(vectors: readonly Vector[]): readonly { one: number; other: number; cosine: number }[] {
  const index = new Map<string, [at: number, weight: number][]>();
  const found: { one: number; other: number; cosine: number }[] = [];
  for (const [at, vector] of vectors.entries()) {
    const sums = new Map<number, number>();
    for (const [term, weight] of vector) {
      const before = index.get(term) ?? [];
      if (before.length < COMMON)
        for (const [one, other] of before) sums.set(one, (sums.get(one) ?? 0) + weight * other);
      before.push([at, weight]);
      index.set(term, before);
    }
    for (const [one, cosine] of sums) found.push({ one, other: at, cosine });
  }
  return found;
}

/** What the names say of how far two agents compete whose words are so much alike. */
function judged(cosine: number, one: RoutingProfile, other: RoutingProfile): number {
  const isOneWork = one.work === other.work || (isLooking(one.work) && isLooking(other.work));
  const work = isOneWork ? 1 : one.work && other.work ? OTHER_WORK : WORK_NOT_SAID;
  const ownSubjects = [unsaid(one, other), unsaid(other, one)];
  const owners = ownSubjects.filter((own) => own.length > 0).length;
  const subjects = owners === 2 ? SIBLINGS : owners === 1 ? OWN_SUBJECT : 1;
  const versions = ownSubjects.every((own) => own.some((term) => /^\d/.test(term))) ? OTHER_WORK : 1;
  const isOneSubject = one.subjects.length > 0 && isSame(one.subjects, other.subjects);
  return cosine * work * subjects * versions + (isOneWork && isOneSubject ? ONE_SUBJECT : 0);
}

/** Who tests looks for faults as well. */
const isLooking = (work: KindOfWork): boolean => work === 'judge' || work === 'test';

/** What the name of the one speaks of and the other nowhere. */
const unsaid = (one: RoutingProfile, other: RoutingProfile): readonly string[] =>
  one.subjects.filter((term) => !other.weights.has(term));

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((term) => others.includes(term));

/** Pairs, the closest first, put together while every two of a group are a pair. What fits in no group stays a pair. */
function grouped(pairs: readonly Pair[]): readonly { readonly members: readonly number[]; readonly score: number }[] {
  const scores = new Map(pairs.map(({ one, other, score }) => [`${one} ${other}`, score]));
  const scoreOf = (a: number, b: number): number => scores.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? 0;
  const groups: number[][] = [];
  for (const { one, other } of pairs) {
    if (groups.some((group) => group.includes(one) && group.includes(other))) continue;
    const fitting = groups.find((group) => {
      const joins = group.includes(one) ? other : group.includes(other) ? one : null;
      return joins !== null && group.every((member) => scoreOf(member, joins) > 0);
    });
    if (!fitting) groups.push([one, other]);
    else fitting.push(fitting.includes(one) ? other : one);
  }
  return groups
    .map((group) => {
      const members = group.toSorted((a, b) => a - b);
      const all = members.flatMap((one, at) => members.slice(at + 1).map((other) => scoreOf(one, other)));
      return { members, score: all.reduce((lowest, score) => Math.min(lowest, score), 1) };
    })
    .sort((a, b) => b.score - a.score);
}

/** Some of the terms of the first of several, those that weigh most in it, as they are written. */
function told(
  [first]: readonly { readonly profile: RoutingProfile; readonly vector: Vector }[],
  isWanted: (term: string) => boolean,
): readonly string[] {
  if (!first) return [];
  return [...first.vector]
    .filter(([term]) => isWanted(term))
    .sort(([, a], [, b]) => b - a)
    .slice(0, WORDS_TOLD)
    .map(([term]) => first.profile.words.get(term) ?? term);
}
