import { munkres } from 'munkres';
import { createDisjointSets } from '../twins/disjoint-sets.ts';

/** A pair that could be made, and what it is worth. */
export interface Edge {
  readonly left: number;
  readonly right: number;
  /** Above 0. */
  readonly worth: number;
}

/** Larger groups than this many possible pairs, which no real definitions form, are paired greedily. */
const CELLS_SOLVED = 250_000;

/**
 * The pairs that are worth most together, with no left and no right in two of them.
 *
 * The linear assignment problem (Kuhn 1955, Munkres 1957), solved by `munkres` for each group of lefts and rights that
 * hang together, so that its matrices stay as small as what they decide. Leaving somebody out is worth 0.
 *
 * @param edges At most one for each left and right; the order decides between solutions of equal worth.
 */
export function bestPairs(edges: readonly Edge[]): readonly Edge[] {
  return connectedGroups(edges).flatMap((group) => bestOfStar(group) ?? solved(group));
}

/** The best of edges that all have an end in common, the first of equals; `null` for others. */
function bestOfStar(edges: readonly Edge[]): Edge | null {
  let [best] = edges;
  if (!best) return null;
  const { left, right } = best;
  let isLeft = true;
  let isRight = true;
  for (const edge of edges) {
    isLeft &&= edge.left === left;
    isRight &&= edge.right === right;
    if (edge.worth > best.worth) best = edge;
  }
  return isLeft || isRight ? best : null;
}

function solved(edges: readonly Edge[]): readonly Edge[] {
  const lefts = numbered(edges.map(({ left }) => left));
  const rights = numbered(edges.map(({ right }) => right));
  if (lefts.size * rights.size > CELLS_SOLVED) return greedy(edges);
  const costs = Array.from({ length: lefts.size }, () => new Array<number>(rights.size).fill(0));
  const byCell = new Map<number, Edge>();
  for (const edge of edges) {
    const [row, column] = [lefts.get(edge.left) ?? 0, rights.get(edge.right) ?? 0];
    const costsOfRow = costs[row];
    if (costsOfRow) costsOfRow[column] = -edge.worth;
    byCell.set(row * rights.size + column, edge);
  }
  return munkres(costs).flatMap(([row, column]) => byCell.get(row * rights.size + column) ?? []);
}

function greedy(edges: readonly Edge[]): readonly Edge[] {
  const [lefts, rights] = [new Set<number>(), new Set<number>()];
  return [...edges]
    .sort((a, b) => b.worth - a.worth)
    .filter(({ left, right }) => {
      if (lefts.has(left) || rights.has(right)) return false;
      lefts.add(left);
      rights.add(right);
      return true;
    });
}

function numbered(values: readonly number[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const value of values) if (!numbers.has(value)) numbers.set(value, numbers.size);
  return numbers;
}

/** The edges, those together that share ends with each other. */
function connectedGroups(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const lefts = numbered(edges.map(({ left }) => left));
  const rights = numbered(edges.map(({ right }) => right));
  const sets = createDisjointSets(lefts.size + rights.size);
  for (const { left, right } of edges) sets.join(lefts.get(left) ?? 0, lefts.size + (rights.get(right) ?? 0));
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const set = sets.setOf(lefts.get(edge.left) ?? 0);
    const group = groups.get(set);
    if (group) group.push(edge);
    else groups.set(set, [edge]);
  }
  return [...groups.values()];
}
