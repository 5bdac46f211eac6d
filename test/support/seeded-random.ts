/** Chance that is the same in every run. */
export interface SeededRandom {
  /** From 0 up to, but not, 1. */
  readonly share: () => number;
  /** A whole number from 0 up to, but not, `limit`. */
  readonly below: (limit: number) => number;
  /** One of some things; the list must not be empty. */
  readonly pick: <Thing>(things: readonly Thing[]) => Thing;
  /** All of them in another order. */
  readonly shuffled: <Thing>(things: readonly Thing[]) => readonly Thing[];
}

/** Numbers by mulberry32 (Tommy Ettinger): 32 bits of state, good enough for samples, no more. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(share() * limit);
  return {
    share,
    below,
    pick: (things) => things[below(things.length)] as (typeof things)[number],
    shuffled: (things) => {
      const rest = [...things];
      for (let at = rest.length - 1; at > 0; at--) {
        const other = below(at + 1);
        [rest[at], rest[other]] = [rest[other] as (typeof things)[number], rest[at] as (typeof things)[number]];
      }
      return rest;
    },
  };
}
