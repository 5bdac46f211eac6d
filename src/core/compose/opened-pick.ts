import type { AgentDefinition } from '../definition/agent-definition.ts';
import { definitionsOf, type SectionPick, type UnionPick } from '../draft/draft.ts';
import { sectionUnion } from '../union/section-union.ts';
import { pickedSections } from './picked-passages.ts';

/**
 * A section that was taken whole as a union of its one version, so that single passages of it can be left out.
 *
 * @param definitions Those it may be of.
 * @returns `null` for a single passage, for what the user edited, and where its file no longer says what was taken.
 */
export function openedPick(pick: SectionPick, definitions: readonly AgentDefinition[]): UnionPick | null {
  const definition = definitions.find(({ id }) => id === pick.definition);
  const { part, title, originalTitle, level } = pick;
  if (!definition || pick.edited !== null || part.kind === 'passage') return null;
  const sections = pickedSections(pick, definition);
  if (!sections) return null;
  return { ...sectionUnion(definition, sections, originalTitle), title, level };
}

/** Whether all of a union is of one definition: then it is a section of which something may be left out. */
export function ofOne(union: UnionPick): boolean {
  return definitionsOf(union).length === 1;
}
