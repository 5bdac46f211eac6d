import { finish } from '../../kit/run-steps.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { resemblance } from '../twins/overlap.ts';
import { createShingler } from '../twins/shingles.ts';
import { areOfOneScript, likelihood, type Weighed, weighedBy } from './likelihood.ts';
import { frontsOf, type RoutingProfile, routingProfile } from './routing-profile.ts';
import { createSharing } from './shared-terms.ts';

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
const RIVALS = 0.39;
/** In fewer agents what several of them say would weigh too little: the points were found in libraries of this size. */
const LEAST_LIBRARY = 200;
const WORDS_TOLD = 6;

/**
 * Find agents whose names and descriptions compete for the same request.
 *
 * Terms of name and description, weighed by how few say them (TF-IDF, Spärck Jones 1972), compared by their cosine and by
 * how much of each the other says too; what the names speak of, and the kinds of work, add to that or take from it. The
 * sum, put between 0 and 1, is how likely two are rivals. Groups are complete: each two of a group compete. Prompts do not
 * count, since no harness chooses by them.
 *
 * @param definitions Those that are loaded together.
 * @param least From which score on.
 * @returns Those that compete most first; of two groups that compete alike the one given first.
 */
export function findRivals(definitions: readonly AgentDefinition[], least = RIVALS): readonly Rivals[] {
  return finish(rivalSearch(definitions, least));
}

/**
 * Rivals that were none before: groups of which some two did not compete.
 *
 * @param before Those that were loaded together, once for each harness that loads others.
 * @param after Those that are loaded together now.
 * @returns A group once, whichever harnesses load it; agents are told by their paths.
 */
export function newRivals(
  before: readonly (readonly AgentDefinition[])[],
  after: readonly (readonly AgentDefinition[])[],
): readonly Rivals[] {
  const known: ReadonlySet<string>[] = [];
  for (const definitions of before)
    finish(
      rivalSearch(definitions, RIVALS, (members) => {
        known.push(new Set(members.map(({ path }) => path)));
        return false;
      }),
    );
  const seen = new Set<string>();
  const isNew = (members: readonly AgentDefinition[]): boolean => {
    const key = members.map(({ path }) => path).join('\n');
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst && !known.some((group) => members.every(({ path }) => group.has(path)));
  };
  return after.flatMap((definitions) => finish(rivalSearch(definitions, RIVALS, isNew)));
}

/**
 * {@link findRivals} in small steps, for those who have other things to do in between.
 *
 * @param isWanted Asked once about each group; of others nothing more is found out.
 */
export function* rivalSearch(
  definitions: readonly AgentDefinition[],
  least = RIVALS,
  isWanted: (members: readonly AgentDefinition[]) => boolean = () => true,
): Generator<undefined, readonly Rivals[]> {
  const fronts = frontsOf(definitions.map(({ name }) => name));
  const agents = weighed(definitions.map((definition) => routingProfile(definition, fronts)));
  yield;
  const pairs = yield* likelyPairs(agents, least);
  pairs.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
  const shingles = createShingler();
  const shinglesOf = new Map<number, Uint32Array>();
  const promptOf = (at: number): Uint32Array => {
    const known = shinglesOf.get(at) ?? shingles(definitions[at]?.body ?? '');
    shinglesOf.set(at, known);
    return known;
  };
  const found: Rivals[] = [];
  for (const { members, score } of grouped(pairs)) {
    yield;
    const parts = members.flatMap((at) => {
      const [definition, agent] = [definitions[at], agents[at]];
      return definition && agent ? [{ definition, ...agent }] : [];
    });
    const own = parts.map(({ definition }) => definition);
    if (!isWanted(own)) continue;
    const holders = countOfTerms(parts.map(({ vector }) => vector));
    const prompts = members.flatMap((one, at) =>
      members.slice(at + 1).map((other) => resemblance(promptOf(one), promptOf(other))),
    );
    found.push({
      members: own,
      score,
      shared: parts[0] ? told(parts[0], (term) => holders.get(term) === parts.length) : [],
      apart: new Map(parts.map((part) => [part.definition.id, told(part, (term) => holders.get(term) === 1)])),
      prompts: prompts.reduce((lowest, share) => Math.min(lowest, share), 1),
    });
  }
  return found;
}

/** Prompts so much alike are one prompt. */
const ONE_PROMPT = 0.6;
/** Descriptions so much alike that no word added to one would tell them apart. */
const ONE_DESCRIPTION = 0.75;

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

/** How many have each term. */
function countOfTerms(terms: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const own of terms) for (const term of own.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** What each says, by how much that sets it apart from the others. */
function weighed(profiles: readonly RoutingProfile[]): readonly Weighed[] {
  const holders = countOfTerms(profiles.map(({ weights }) => weights));
  const count = Math.max(profiles.length, LEAST_LIBRARY);
  return profiles.map((profile) => weighedBy(profile, (term) => Math.log(1 + count / (holders.get(term) ?? 1))));
}

/** Each two agents that compete at least so much. */
function* likelyPairs(agents: readonly Weighed[], least: number): Generator<undefined, Pair[]> {
  const found: Pair[] = [];
  const sharing = createSharing(agents.length);
  for (const [other, agent] of agents.entries()) {
    yield;
    sharing.visit(other, agent, (one, sharedIn) => {
      const earlier = agents[one];
      if (!earlier) return;
      const score = likelihood(earlier, agent, sharedIn(areOfOneScript(earlier, agent)), least);
      if (score >= least) found.push({ one, other, score });
    });
  }
  return found;
}

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

/** Some of the terms of an agent, those that weigh most in it, as they are written. */
function told({ vector, profile }: Weighed, isWanted: (term: string) => boolean): readonly string[] {
  return [...vector]
    .filter(([term]) => isWanted(term))
    .sort(([, a], [, b]) => b - a)
    .flatMap(([term]) => profile.words.get(term) ?? [])
    .slice(0, WORDS_TOLD);
}
