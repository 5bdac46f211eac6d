/** Numbers put together into sets, step by step. */
export interface DisjointSets {
  /** The number that stands for the set of another: the same for all of a set. */
  readonly setOf: (member: number) => number;
  /** Make one set of the sets of two numbers. */
  readonly join: (a: number, b: number) => void;
}

/**
 * The numbers from 0 up to a count, each in a set of its own. The least number stands for a set.
 *
 * Union-find with path halving: Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", 1984.
 */
export function createDisjointSets(count: number): DisjointSets {
  const parents = Uint32Array.from({ length: count }, (_, member) => member);
  const parentOf = (member: number): number => parents[member] ?? member;

  const setOf = (member: number): number => {
    let at = member;
    while (parentOf(at) !== at) {
      parents[at] = parentOf(parentOf(at));
      at = parentOf(at);
    }
    return at;
  };

  return {
    setOf,
    join: (a, b) => {
      const [one, other] = [setOf(a), setOf(b)];
      parents[Math.max(one, other)] = Math.min(one, other);
    },
  };
}
