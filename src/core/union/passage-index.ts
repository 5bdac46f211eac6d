import type { PassageProfile } from './passage-likeness.ts';

/** Things by what they say, to be asked for those that say the same or share words with another. */
export interface PassageIndex<Thing> {
  readonly add: (profile: PassageProfile, thing: Thing) => void;
  /** What was put in last with the same words. */
  readonly same: (profile: PassageProfile) => Thing | undefined;
  /** Those that share a term with it, in the order they were put in; none once too much was asked. */
  readonly sharing: (profile: PassageProfile) => readonly Thing[];
}

/** More than any real comparison takes; from then on only the same words are found. */
const LOOK_UPS = 2_000_000;

/** An empty index. Asking costs what things share with the one asked about, not their number. */
export function createPassageIndex<Thing>(): PassageIndex<Thing> {
  const bySaying = new Map<string, Thing>();
  const byTerm = new Map<string, Thing[]>();
  let lookUps = LOOK_UPS;
  return {
    add(profile, thing) {
      bySaying.set(sayingKey(profile), thing);
      for (const term of profile.terms) {
        const having = byTerm.get(term);
        if (having) having.push(thing);
        else byTerm.set(term, [thing]);
      }
    },
    same: (profile) => bySaying.get(sayingKey(profile)),
    sharing({ terms }) {
      const found = new Set<Thing>();
      for (const term of terms) {
        const having = byTerm.get(term) ?? [];
        lookUps -= having.length;
        if (lookUps < 0) return [];
        for (const thing of having) found.add(thing);
      }
      return [...found];
    },
  };
}

/** The kind and words of a passage as one text, for maps. */
export function sayingKey({ kind, saying }: Pick<PassageProfile, 'kind' | 'saying'>): string {
  return `${kind} ${saying}`;
}
