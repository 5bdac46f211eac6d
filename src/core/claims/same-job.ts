import { compareText } from '../../kit/compare-text.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { termsOf } from '../passages/terms.ts';
import { termStatistics, termWeights } from '../topics/term-statistics.ts';
import { exactText } from '../twins/exact-text.ts';
import { NEAR } from '../twins/near-clusters.ts';
import { resemblance } from '../twins/overlap.ts';
import { createShingler } from '../twins/shingles.ts';

/** A definition that seems to be for the same job, and how much so, 0 to 1. */
export interface SameJob {
  readonly definition: AgentDefinition;
  readonly likeness: number;
}

/** From here on names and descriptions speak of one job. */
const SAME_JOB = 0.35;
/** More are not lined up beside the one asked about. */
export const MOST_OTHERS = 7;
/** A name says what a job is in two words. */
const IN_NAME = 2;
/** Terms of a description beyond these are examples of when to use it. */
const DESCRIPTION_TERMS = 60;

/**
 * The definitions for the same job as one, by the terms of names and descriptions (cosine, weighted by how rare a term is),
 * the likest first; {@link MOST_OTHERS} at most. Of twins the likest is enough, and copies of the one itself have nothing to
 * say.
 *
 * @param library Definitions of its kind; the one itself may be among them.
 */
export function forTheSameJob(definition: AgentDefinition, library: readonly AgentDefinition[]): readonly SameJob[] {
  // Counted here, words for a role such as `expert` tell little.
  const counted = library.map(({ name, description }) => ({ body: `${name} ${description}` }));
  const weightOf = termWeights(termStatistics(counted));
  const own = profileOf(definition, weightOf);
  const found = library
    .filter(({ path }) => path !== definition.path)
    .map((other) => ({ definition: other, likeness: cosine(own, profileOf(other, weightOf)) }))
    .filter(({ likeness }) => likeness >= SAME_JOB)
    .sort((a, b) => b.likeness - a.likeness || compareText(a.definition.id, b.definition.id));
  return withoutTwins(definition, found);
}

/** Each but those that are copies of the one asked about, or twins of one before: what they say would count twice. */
function withoutTwins({ body }: AgentDefinition, found: readonly SameJob[]): readonly SameJob[] {
  const shinglesOf = createShingler();
  const own = exactText(body);
  const before: Uint32Array[] = [];
  return found.filter((one) => {
    if (before.length === MOST_OTHERS || exactText(one.definition.body) === own) return false;
    const shingles = shinglesOf(one.definition.body);
    if (before.some((other) => resemblance(shingles, other) >= NEAR)) return false;
    before.push(shingles);
    return true;
  });
}

type Profile = ReadonlyMap<string, number>;

/** The terms of name and description with their weights, of length 1. */
function profileOf({ name, description }: AgentDefinition, weightOf: (term: string) => number): Profile {
  const counts = new Map<string, number>();
  for (const term of termsOf(description).slice(0, DESCRIPTION_TERMS)) counts.set(term, 1);
  for (const term of termsOf(name)) counts.set(term, IN_NAME);
  const weights = [...counts].map(([term, count]) => [term, count * weightOf(term)] as const);
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

function cosine(one: Profile, other: Profile): number {
  let sum = 0;
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0);
  return sum;
}
