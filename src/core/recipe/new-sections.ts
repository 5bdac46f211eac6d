import type { ParsedDefinition, Section } from '../definition/agent-definition.ts';
import type { Pick, Provenance, UnionPick } from '../draft/draft.ts';
import { isWithin } from '../sections/definition-part.ts';
import { passagesOf } from '../sections/passages-of.ts';
import { flattenSections, sectionLabel } from '../sections/section-text.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { putIn } from './added-passages.ts';
import { isFrom, sectionsIn } from './section-places.ts';

/** The ids of the sections that an ingredient has, by its path. */
export type Outlines = ReadonlyMap<string, readonly string[]>;

/** The ids of the sections of a definition that say something; items of lists are none here. */
export function outlineOf(definition: ParsedDefinition): readonly string[] {
  return flattenSections(sectionsOf(definition))
    .filter(isSection)
    .map(({ id }) => id);
}

/** Whether all that an ingredient said was picked, section by section, and something of it united. */
export function isPickedWhole(picks: readonly Pick[], provenance: Provenance, outline: readonly string[]): boolean {
  const isUnited = picks.some((pick) => pick.kind === 'union' && sectionsIn(pick, provenance).length > 0);
  return isUnited && outline.every((id) => isCovered(picks, provenance, id));
}

/**
 * The sections of an ingredient that are new since something was picked from it, and not in what is picked now.
 *
 * @returns In the order of the file, none inside of another; none where the whole text was picked.
 */
export function newSections(
  picks: readonly Pick[],
  provenance: Provenance,
  definition: ParsedDefinition,
  outline: readonly string[],
): readonly Section[] {
  if (picks.some((pick) => pick.kind === 'section' && pick.part.kind === 'body' && isFrom(pick, provenance))) return [];
  const old = new Set(outline);
  const all = flattenSections(sectionsOf(definition)).filter(isSection);
  const fresh = all.filter(({ id }) => !old.has(id) && !isCovered(picks, provenance, id));
  return fresh.filter(({ id }) => !fresh.some((other) => other.id !== id && isWithin(other.id, id)));
}

/** A union of a section of one ingredient, with all that is inside it and in no pick yet. */
export function unionOfSection(
  picks: readonly Pick[],
  section: Section,
  provenance: Provenance,
  definition: ParsedDefinition,
): UnionPick {
  const now = flattenSections([section])
    .filter(({ id }) => !isCovered(picks, provenance, id))
    .flatMap(passagesOf)
    .map(({ section: id, index, kind, text }) => ({ section: id, index, kind, text }));
  const isNew = now.map(() => true);
  const { passages } = putIn([], now, isNew, provenance, sectionsOf(definition));
  const title = sectionLabel(section);
  return { kind: 'union', title, originalTitle: title, level: null, edited: null, passages };
}

/** The place behind the pick that has what a section follows in its file, or is in. */
export function placeBehind(
  picks: readonly Pick[],
  section: Section,
  provenance: Provenance,
  definition: ParsedDefinition,
): number {
  const all = flattenSections(sectionsOf(definition));
  const at = all.findIndex(({ id }) => id === section.id);
  for (const { id } of all.slice(0, Math.max(0, at)).reverse()) {
    const place = picks.findLastIndex((pick) => isCovered([pick], provenance, id));
    if (place >= 0) return place + 1;
  }
  const first = picks.findIndex((pick) => sectionsIn(pick, provenance).length > 0);
  return first < 0 ? picks.length : first;
}

function isCovered(picks: readonly Pick[], provenance: Provenance, id: string): boolean {
  return picks.some((pick) =>
    sectionsIn(pick, provenance).some((one) => one === id || (pick.kind === 'section' && isWithin(one, id))),
  );
}

const isSection = (section: Section): boolean => section.kind !== 'item' && passagesOf(section).length > 0;
