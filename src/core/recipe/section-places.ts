import type { ParsedDefinition, Section } from '../definition/agent-definition.ts';
import type { Pick, Provenance, UnionPassage } from '../draft/draft.ts';
import { isWithin } from '../sections/definition-part.ts';
import { flattenSections } from '../sections/section-text.ts';
import { plainTitle } from '../sections/section-title.ts';
import { sectionsOf } from '../sections/sections-of.ts';

/** Where the sections of one ingredient that a draft has in unions are now. */
export interface SectionPlaces {
  /** By the id of a section that is inside no other of its union; `null` for one that is no longer there. */
  readonly now: ReadonlyMap<string, Section | null>;
  /** The sections that belong to the pick with an index: its own, and those inside that belong to no other. */
  readonly ownedBy: (pick: number) => readonly Section[];
}

/**
 * Find the sections of an ingredient: each is the one with its id, or else one with its title that the draft does not have
 * already. No two are found in one place.
 */
export function sectionPlaces(
  picks: readonly Pick[],
  provenance: Provenance,
  definition: ParsedDefinition,
): SectionPlaces {
  const owners = ownersOf(picks, provenance);
  const sections = sectionsOf(definition);
  const all = flattenSections(sections);
  const now = new Map<string, Section | null>();
  for (const [index, pick] of picks.entries()) {
    if (pick.kind !== 'union') continue;
    const own = passagesFrom(pick.passages, provenance);
    for (const root of rootsOf(own)) {
      const title = titleOf(root, own);
      const found =
        all.find(({ id }) => id === root) ??
        all.find((section) => section.title !== '' && section.title === title && !owners.has(section.id)) ??
        null;
      now.set(root, found);
      if (found) owners.set(found.id, index);
    }
  }
  return { now, ownedBy: (pick) => owned(sections, pick, owners, null) };
}

/** The index of the pick that has a section, by its id. */
function ownersOf(picks: readonly Pick[], provenance: Provenance): Map<string, number> {
  return new Map(
    picks.flatMap((pick, index) => sectionsIn(pick, provenance).map((section) => [section, index] as const)),
  );
}

function sectionsIn(pick: Pick, provenance: Provenance): readonly string[] {
  if (pick.kind === 'union') return passagesFrom(pick.passages, provenance).map(({ section }) => section);
  return pick.part.kind === 'section' && isFrom(pick, provenance) ? [pick.part.id] : [];
}

/** @param around The pick that has what is around the sections. */
function owned(
  sections: readonly Section[],
  pick: number,
  owners: ReadonlyMap<string, number>,
  around: number | null,
): readonly Section[] {
  return sections.flatMap((section) => {
    const owner = owners.get(section.id) ?? around;
    return [...(owner === pick ? [section] : []), ...owned(section.sections, pick, owners, owner)];
  });
}

/** The passages among others that are from one ingredient. */
export function passagesFrom(passages: readonly UnionPassage[], provenance: Provenance): readonly UnionPassage[] {
  return passages.filter((passage) => isFrom(passage, provenance));
}

/** Whether two things came from one ingredient. */
export function isFrom(one: Provenance, other: Provenance): boolean {
  return one.path === other.path && one.definition === other.definition;
}

/** The sections that passages are of, without those inside others of them. */
export function rootsOf(passages: readonly UnionPassage[]): readonly string[] {
  const sections = [...new Set(passages.map(({ section }) => section))];
  return sections.filter((one) => !sections.some((other) => other !== one && isWithin(other, one)));
}

function titleOf(root: string, passages: readonly UnionPassage[]): string | undefined {
  const first = passages.find(({ section, index, kind }) => section === root && (kind === 'title' || index === 1));
  return first && plainTitle(first.text.split('\n', 1)[0] ?? '');
}
