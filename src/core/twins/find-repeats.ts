import type { AgentDefinition } from '../definition/agent-definition.ts';
import { INSIDE } from './contained-texts.ts';
import { exactText } from './exact-text.ts';
import type { TwinGroup } from './find-twins.ts';
import { NEAR } from './near-clusters.ts';
import { containment, resemblance } from './overlap.ts';
import { createShingler } from './shingles.ts';
import { twinsOf } from './twins-of.ts';

/** A definition that says what another one says. */
export interface Repeat {
  readonly definition: AgentDefinition;
  /** Of all that it repeats the one most like it. */
  readonly other: AgentDefinition;
  /** As in `TwinGroup`; `inside` for one that the other holds almost whole, `holds` the other way round. */
  readonly kind: 'exact' | 'near' | 'inside' | 'holds';
  /** 0 to 1: how alike both are, or how much of the smaller one is in the larger. */
  readonly similarity: number;
}

/** As many of the others as are alike enough are compared: of thousands that are, one is as good as the next. */
const MOST_COMPARED = 64;

/**
 * Find which of some definitions repeat another: one of all that there are.
 *
 * @param definitions All of them, with unique ids.
 * @param groups What `findTwins` gives of them, with as much asked for.
 * @param given Ids of those that are asked about.
 * @param least How alike they are at least, from 0 to 1, where more is asked than makes twins.
 * @returns Each definition that is asked about and has a twin, in the order in which they came.
 */
export function findRepeats(
  definitions: readonly AgentDefinition[],
  groups: readonly TwinGroup[],
  given: ReadonlySet<string>,
  least = 0,
): readonly Repeat[] {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const likeness = likenessTest(least);
  return definitions.flatMap((definition): readonly Repeat[] => {
    if (!given.has(definition.id)) return [];
    const repeats: Repeat[] = [];
    for (const id of twinsOf(groups, definition.id)) {
      const other = byId.get(id);
      const found = other && likeness(definition, other);
      if (other && found) repeats.push({ definition, other, ...found });
      // Nothing is more alike, and exact twins come first.
      if (found?.kind === 'exact' || repeats.length === MOST_COMPARED) break;
    }
    return repeats.sort(byLikeness).slice(0, 1);
  });
}

/** What is alike as a whole first, then what one holds of the other. */
function byLikeness(a: Repeat, b: Repeat): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.similarity - a.similarity;
}

const KINDS: readonly Repeat['kind'][] = ['exact', 'near', 'inside', 'holds'];

type Likeness = Pick<Repeat, 'kind' | 'similarity'>;

/** How a definition is like another; `null` where it is not enough to be twins: a chain of others joins them. */
function likenessTest(least: number): (one: AgentDefinition, other: AgentDefinition) => Likeness | null {
  const shinglesOf = createShingler();
  const known = new Map<string, Uint32Array>();
  const shingles = ({ id, body }: AgentDefinition): Uint32Array => {
    const before = known.get(id) ?? shinglesOf(exactText(body));
    known.set(id, before);
    return before;
  };
  return (one, other) => {
    if (exactText(one.body) === exactText(other.body)) return { kind: 'exact', similarity: 1 };
    const [a, b] = [shingles(one), shingles(other)];
    if (a.length === 0 || b.length === 0) return null;
    const alike = resemblance(a, b);
    if (alike >= NEAR) return alike >= least ? { kind: 'near', similarity: alike } : null;
    const share = a.length <= b.length ? containment(a, b) : containment(b, a);
    if (share < Math.max(INSIDE, least)) return null;
    return { kind: a.length <= b.length ? 'inside' : 'holds', similarity: share };
  };
}
