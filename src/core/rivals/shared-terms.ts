import { isLatin, type SharedTerms, type Weighed } from './likelihood.ts';

/** What agents share with those before them. */
interface Sharing {
  /**
   * Visit those before an agent that share a term with it, and keep the agent for those that follow.
   *
   * @param at Places, from 0 on, one after the other.
   * @param use Given what the two share: all of it, or in words of Latin letters alone.
   */
  readonly visit: (
    at: number,
    agent: Weighed,
    use: (earlier: number, sharedIn: (isOneScript: boolean) => SharedTerms) => void,
  ) => void;
}

/** Who has a term, and how much it is worth to each. */
interface Holders {
  readonly places: number[];
  readonly weights: number[];
}

/** Sums for all places: product, of the earlier one, of the later one. */
const SUMS = 3;

/**
 * Sums of shared terms by an index of terms: agents that share none are never looked at, and of the others each term is
 * looked at once.
 *
 * @param count As many agents.
 */
export function createSharing(count: number): Sharing {
  const index = new Map<string, Holders>();
  const latin = new Float64Array(count * SUMS);
  const others = new Float64Array(count * SUMS);
  const isTouched = new Uint8Array(count);
  return {
    visit: (at, agent, use) => {
      const touched: number[] = [];
      for (const [term, weight] of agent.vector) {
        const holders = index.get(term) ?? { places: [], weights: [] };
        const sums = isLatin(term) ? latin : others;
        for (let place = 0; place < holders.places.length; place++) {
          const earlier = holders.places[place] ?? 0;
          const own = holders.weights[place] ?? 0;
          if (isTouched[earlier] === 0) {
            isTouched[earlier] = 1;
            touched.push(earlier);
          }
          const start = earlier * SUMS;
          sums[start] = (sums[start] ?? 0) + own * weight;
          sums[start + 1] = (sums[start + 1] ?? 0) + own;
          sums[start + 2] = (sums[start + 2] ?? 0) + weight;
        }
        holders.places.push(at);
        holders.weights.push(weight);
        index.set(term, holders);
      }
      for (const earlier of touched) {
        const start = earlier * SUMS;
        const sum = (offset: number, isOneScript: boolean) =>
          (latin[start + offset] ?? 0) + (isOneScript ? (others[start + offset] ?? 0) : 0);
        use(earlier, (isOneScript) => ({
          product: sum(0, isOneScript),
          ofOne: sum(1, isOneScript),
          ofOther: sum(2, isOneScript),
        }));
        latin.fill(0, start, start + SUMS);
        others.fill(0, start, start + SUMS);
        isTouched[earlier] = 0;
      }
    },
  };
}
