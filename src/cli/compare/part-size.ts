import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { sectionText, wholeDocument } from '../../core/sections/section-text.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { estimateTokens } from '../../core/tokens/estimate-tokens.ts';

/**
 * About how many tokens a definition has of a topic: those of the section with everything inside it. The title or tag
 * that the whole document stands under speaks for its own text alone, as it does where topics are lined up.
 */
export function partSize(definition: AgentDefinition, section: Section): number {
  const isWhole = section === wholeDocument(sectionsOf(definition));
  return estimateTokens(isWhole ? section.raw : sectionText(section));
}
