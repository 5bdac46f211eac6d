import {
  type Draft,
  EMPTY_DRAFT,
  type PassageInUnion,
  type SectionPick,
  type Standing,
  type UnionPassage,
  type UnionPick,
} from '../../src/core/draft/draft.ts';
import { sectionPart } from '../../src/core/sections/definition-part.ts';

/** A draft that can be saved; a test states what it is about. */
export function savableDraft(parts: Partial<Draft> = {}): Draft {
  return {
    ...EMPTY_DRAFT,
    picks: [aPick()],
    fields: { ...EMPTY_DRAFT.fields, name: 'smith', description: 'Use it to forge' },
    ...parts,
  };
}

/** A section picked as it stands. */
export function aPick(parts: Partial<SectionPick> = {}): SectionPick {
  const { title = 'Anvil' } = parts;
  const provenance = { definition: 'project:forge', agent: 'forge', path: '/p/forge.md' };
  const arranged = { title, originalTitle: title, level: null, edited: null };
  return {
    kind: 'section',
    ...provenance,
    ...arranged,
    part: sectionPart('anvil'),
    text: '## Anvil\n\nStrike.\n',
    ...parts,
  };
}

/** A union of passages. */
export function aUnion(passages: readonly UnionPassage[], parts: Partial<UnionPick> = {}): UnionPick {
  const arranged = { title: 'Anvil', originalTitle: 'Anvil', level: null, edited: null };
  return { kind: 'union', ...arranged, passages, ...parts };
}

/** A passage of a union that stands in it, unless told otherwise. */
export function aPassage(parts: Partial<PassageInUnion> = {}, standing: Standing = KEPT): UnionPassage {
  const provenance = { definition: 'project:forge', agent: 'forge', path: '/p/forge.md' };
  const place = { section: 'anvil', index: 1, depth: 0, edited: null };
  return { kind: 'item', ...provenance, ...place, text: '- Strike', ...parts, ...standing };
}

const KEPT: Standing = { state: 'kept', by: null };
