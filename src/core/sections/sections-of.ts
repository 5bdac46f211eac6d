import { remembered } from '../../kit/memo.ts';
import type { ParsedDefinition, Section } from '../definition/agent-definition.ts';
import { splitSections } from './split-sections.ts';

/** The sections of a definition, cut when first asked for: of thousands that are read, a few are looked at. */
export const sectionsOf = remembered(({ body, bodyLine }: ParsedDefinition): readonly Section[] =>
  splitSections(body, bodyLine),
);
