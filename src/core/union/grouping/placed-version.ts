import type { Section } from '../../definition/agent-definition.ts';
import type { PlacedSection } from '../../topics/order-topics.ts';
import type { WholeSection } from './whole-sections.ts';

/** A section to be united with others, by its place. */
export interface PlacedVersion extends PlacedSection {
  readonly section: Section;
  readonly parent: PlacedVersion | null;
  /** What it is the beginning of, where it is a block. */
  readonly whole: WholeSection | null;
  /** Whether its own text is the end of its definition. */
  readonly isLast: boolean;
  /** Whether its title speaks of nothing but what the agents are named after. */
  readonly isOfName: boolean;
  /** Whether it is the one order of work at the top that its definition calls so. */
  readonly isOnlyWork: boolean;
  /** Whether it is words at the end that sum nothing up: a rule for what is handed over, which is no end for others. */
  readonly isRuleAtEnd: boolean;
  /** Whether a fuller list of the same definition says what it lists. */
  readonly isSummary: boolean;
  /** Whether the user says something about the row it stands in. */
  readonly isAsked: boolean;
}

/** Whether a section is an order of work. */
export const isOrder = ({ whole }: PlacedVersion): boolean => whole?.kind === 'procedure';

/** What a section is called, word by word. */
export function titleWords({ section: { title } }: PlacedVersion): string {
  return (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Whether a section stands in another, however deep. */
export function standsIn({ parent }: PlacedVersion, other: PlacedVersion): boolean {
  return parent !== null && (parent === other || standsIn(parent, other));
}

/**
 * Where sections stand once some of them were moved.
 *
 * @param moved By each that was changed or put under another what it is now; nothing is put under what stands in it.
 * @returns The new place of any section, inside what was moved too.
 */
export function placesAfter(moved: ReadonlyMap<PlacedVersion, PlacedVersion>): (one: PlacedVersion) => PlacedVersion {
  const places = new Map<PlacedVersion, PlacedVersion>();
  const placeOf = (one: PlacedVersion): PlacedVersion => {
    const known = places.get(one);
    if (known) return known;
    // Two that were each put into the other stand where they stood.
    places.set(one, one);
    const now = moved.get(one) ?? one;
    const parent = now.parent && placeOf(now.parent);
    const place = parent === now.parent ? now : { ...now, parent };
    places.set(one, place);
    return place;
  };
  return placeOf;
}
