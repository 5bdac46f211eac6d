import type { AskedRows, SectionAt } from '../sections/asked-rows.ts';
import type { SectionProfile } from './section-profile.ts';
import type { SectionPair } from './section-similarity.ts';

/** What the user says about two sections; nothing is said of most. */
export interface AskedPairs {
  /** Whether the two must not stand in one row. */
  readonly areApart: (a: SectionProfile, b: SectionProfile) => boolean;
  /**
   * The pairs that can meet, with those that the user wants together among them, in an order that depends on nothing but
   * the sections.
   */
  readonly amended: (pairs: readonly SectionPair[]) => readonly SectionPair[];
  /** Whether the user says with what a section stands together. */
  readonly isAsked: (profile: SectionProfile) => boolean;
  /** Whether the user put a section into the row of another, which is called as it was before. */
  readonly isPutIn: (profile: SectionProfile) => boolean;
}

/**
 * What the user says about the rows, as pairs of sections.
 *
 * @param rows Sections that are not there, and pairs within one definition, say nothing.
 * @param profiles All sections compared.
 * @param definitionOf Id of the definition of a column.
 */
export function askedPairs(
  { together, apart }: AskedRows,
  profiles: readonly SectionProfile[],
  definitionOf: (column: number) => string | undefined,
): AskedPairs {
  if (together.length + apart.length === 0) return NOTHING;
  const known = new Map(profiles.map((profile) => [keyOf(definitionOf(profile.column), profile.section.id), profile]));
  const profileOf = ({ definition, section }: SectionAt) => known.get(keyOf(definition, section));
  const joined = new Map<SectionProfile, Set<SectionProfile>>();
  const putIn = new Set<SectionProfile>();
  const asked = new Set<SectionProfile>();
  for (const [one, other] of together) {
    const moved = profileOf(one);
    if (moved) putIn.add(moved);
    const [a, b] = [moved, profileOf(other)].sort((p, q) => (p?.index ?? 0) - (q?.index ?? 0));
    if (!a || !b || a.column === b.column) continue;
    asked.add(a).add(b);
    const known = joined.get(a);
    if (known) known.add(b);
    else joined.set(a, new Set([b]));
  }
  const areJoined = (a: SectionProfile, b: SectionProfile) => joined.get(a)?.has(b) || joined.get(b)?.has(a) || false;
  const alone = new Set<SectionProfile>();
  const parted = new Map<SectionProfile, Set<SectionProfile>>();
  for (const sections of apart) {
    const those = sections.flatMap((at) => profileOf(at) ?? []);
    if (sections.length === 1) for (const one of those) alone.add(one);
    for (const one of those) parted.set(one, new Set([...(parted.get(one) ?? []), ...those]));
  }
  const areApart = (a: SectionProfile, b: SectionProfile) =>
    !areJoined(a, b) && (alone.has(a) || alone.has(b) || parted.get(a)?.has(b) || false);
  return {
    areApart,
    isAsked: (profile) => asked.has(profile),
    isPutIn: (profile) => putIn.has(profile),
    amended: (pairs) => {
      const others = pairs.filter(({ a, b }) => !areJoined(a, b) && !areApart(a, b));
      const wanted = [...joined].flatMap(([a, those]) =>
        [...those].map((b): SectionPair => ({ a, b, score: ASKED, by: 'asked' })),
      );
      return [...wanted, ...others];
    },
  };
}

/** More than any two sections score: what the user wants together wins wherever pairs compete. */
const ASKED = 10;

const NOTHING: AskedPairs = {
  areApart: () => false,
  amended: (pairs) => pairs,
  isAsked: () => false,
  isPutIn: () => false,
};

function keyOf(definition: string | undefined, section: string): string {
  return `${definition}\n${section}`;
}
