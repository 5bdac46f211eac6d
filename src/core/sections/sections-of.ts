import type { ParsedDefinition, Section } from '../definition/agent-definition.ts';
import { splitSections } from './split-sections.ts';

const cache = new WeakMap<ParsedDefinition, readonly Section[]>();

/** The sections of a definition, cut when first asked for: of thousands that are read, a few are looked at. */
export function sectionsOf(definition: ParsedDefinition): readonly Section[] {
  const known = cache.get(definition);
  if (known) return known;
  const sections = splitSections(definition.body, definition.bodyLine);
  cache.set(definition, sections);
  return sections;
}
