import { compareText } from '../../kit/compare-text.ts';
import { finish } from '../../kit/run-steps.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { byScopeThenName } from '../library/library.ts';
import { containedTexts, INSIDE } from './contained-texts.ts';
import { exactText } from './exact-text.ts';
import { NEAR, nearClusters } from './near-clusters.ts';
import { resemblance } from './overlap.ts';
import { createShingler } from './shingles.ts';

/** Definitions that say the same. */
export interface TwinGroup {
  /**
   * `exact`: one body, line ends and white space at line ends apart. `near`: bodies that share most of their wording.
   * `contained`: a body and another that it holds almost whole.
   */
  readonly kind: 'exact' | 'near' | 'contained';
  /**
   * Ids, the most complete first: the one with the most text, then with the most fields. Of `contained` exactly two;
   * each stands for its own exact and near twins.
   */
  readonly definitions: readonly string[];
  /**
   * 0 to 1. `exact`: 1. `near`: how much the one least like the first resembles it. `contained`: how much of the second
   * is in the first.
   */
  readonly similarity: number;
  /** Whether the files are the same to the byte, frontmatter included. */
  readonly sameFile: boolean;
}

/**
 * Find definitions that say the same. Names and frontmatter do not matter, only bodies; blank ones have no twins.
 *
 * @param definitions With unique ids, in any order: the result does not depend on it.
 * @param least How alike they are at least, from 0 to 1, where more is asked than makes twins.
 * @returns Exact groups, then near ones, then contained pairs; in each the most alike first, then by name. A definition
 * can be in one group of each of the first two kinds, a near group holding all of the exact ones it includes.
 */
export function findTwins(definitions: readonly AgentDefinition[], least = 0): readonly TwinGroup[] {
  return finish(twinSearch(definitions, least));
}

/** {@link findTwins} in small steps, for those who have other things to do in between. */
export function* twinSearch(
  definitions: readonly AgentDefinition[],
  least = 0,
): Generator<undefined, readonly TwinGroup[]> {
  const bodies = yield* distinctBodies(definitions);
  const worded = bodies.filter(({ shingles }) => shingles.length > 0);
  const shingles = worded.map((body) => body.shingles);
  const clusters = clustersOf(worded, yield* nearClusters(shingles, NEAR));
  const leaders = clusters.flatMap((cluster) => cluster.slice(0, 1));
  const inside = yield* containedTexts(
    leaders.map((body) => body.shingles),
    Math.max(INSIDE, least),
  );
  const contained = inside.flatMap(({ inner, outer, share }): readonly TwinGroup[] => {
    const ids = [leaders[outer], leaders[inner]].flatMap((body) => body?.definitions[0]?.id ?? []);
    return [{ kind: 'contained', definitions: ids, similarity: share, sameFile: false }];
  });
  // What is nearly the same is not inside another, however much more is asked of those that are told.
  const told = least > NEAR ? clustersOf(worded, yield* nearClusters(shingles, least)) : clusters;
  return [...inOrder(bodies.flatMap(exactGroup)), ...inOrder(told.flatMap(nearGroup)), ...inOrder(contained)];
}

/** A body, and those that have it. */
interface Body {
  /** The most complete first. */
  readonly definitions: readonly AgentDefinition[];
  readonly shingles: Uint32Array;
}

/** Every body that is not blank once, the one with the most text first. */
function* distinctBodies(definitions: readonly AgentDefinition[]): Generator<undefined, readonly Body[]> {
  const byText = new Map<string, AgentDefinition[]>();
  for (const definition of definitions) {
    const text = exactText(definition.body);
    const others = byText.get(text);
    if (others) others.push(definition);
    else if (text !== '') byText.set(text, [definition]);
    yield;
  }
  const shinglesOf = createShingler();
  const bodies: Body[] = [];
  for (const [text, sharing] of byText) {
    bodies.push({ definitions: sharing.sort(byCompleteness), shingles: shinglesOf(text) });
    yield;
  }
  return bodies.sort(byTextAmount);
}

/** Of the same text; ends in the id, so that no two are equal. */
function byCompleteness(a: AgentDefinition, b: AgentDefinition): number {
  return fieldCount(b) - fieldCount(a) || byScopeThenName(a, b) || compareText(a.id, b.id);
}

const fieldCount = ({ frontmatter }: AgentDefinition): number => Object.keys(frontmatter).length;

function byTextAmount(a: Body, b: Body): number {
  const [one, other] = [a.definitions[0], b.definitions[0]];
  return b.shingles.length - a.shingles.length || (one && other ? byCompleteness(one, other) : 0);
}

/** The bodies of each cluster, in the order the bodies had. */
function clustersOf(bodies: readonly Body[], firsts: readonly number[]): readonly (readonly Body[])[] {
  const clusters = new Map<number, Body[]>();
  for (const [at, body] of bodies.entries()) {
    const first = firsts[at] ?? at;
    const cluster = clusters.get(first);
    if (cluster) cluster.push(body);
    else clusters.set(first, [body]);
  }
  return [...clusters.values()];
}

function exactGroup({ definitions }: Body): readonly TwinGroup[] {
  if (definitions.length < 2) return [];
  const files = new Set(definitions.map(({ frontmatterRaw, body }) => frontmatterRaw + body));
  return [{ kind: 'exact', definitions: idsOf(definitions), similarity: 1, sameFile: files.size === 1 }];
}

function nearGroup(cluster: readonly Body[]): readonly TwinGroup[] {
  const [first, ...others] = cluster;
  if (!first || others.length === 0) return [];
  const similarity = others.reduce((least, { shingles }) => Math.min(least, resemblance(first.shingles, shingles)), 1);
  const definitions = cluster.flatMap((body) => body.definitions);
  return [{ kind: 'near', definitions: idsOf(definitions), similarity, sameFile: false }];
}

const idsOf = (definitions: readonly AgentDefinition[]): readonly string[] => definitions.map(({ id }) => id);

/** The most alike first; of equals the larger group, then the one whose first id is. */
function inOrder(groups: readonly TwinGroup[]): readonly TwinGroup[] {
  return [...groups].sort(
    (a, b) =>
      b.similarity - a.similarity ||
      b.definitions.length - a.definitions.length ||
      compareText(a.definitions.join('\n'), b.definitions.join('\n')),
  );
}
