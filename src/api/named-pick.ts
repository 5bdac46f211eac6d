import type { AgentDefinition } from '../core/definition/agent-definition.ts';
import { pickOf, pickOfBody, pickOfPassage, type SectionPick } from '../core/draft/draft.ts';
import { resolveSection } from '../core/search/reference.ts';
import { parsePart } from '../core/sections/definition-part.ts';
import { passagesOf } from '../core/sections/passages-of.ts';
import { sectionsOf } from '../core/sections/sections-of.ts';

/**
 * The pick of what a text names in a definition.
 *
 * @param named Id of a section, its last parts, or one with the number of a passage; `*` for the whole body.
 * @returns `null` where there is no such part, or several are meant.
 */
export function namedPick(definition: AgentDefinition, named: string): SectionPick | null {
  const part = parsePart(named);
  if (part.kind === 'body') return pickOfBody(definition);
  const resolution = resolveSection(sectionsOf(definition), part.kind === 'section' ? part.id : part.section);
  if (resolution.kind !== 'found') return null;
  if (part.kind === 'section') return pickOf(definition, resolution.found);
  const passage = passagesOf(resolution.found).find(({ kind, index }) => kind !== 'title' && index === part.index);
  return passage ? pickOfPassage(definition, passage) : null;
}
