import type { Passage } from './passage.ts';
import { passageId } from './passages-of.ts';

/** What can be taken from a definition: its whole body, a section with everything inside it, or one passage. */
export type DefinitionPart =
  | { readonly kind: 'body' }
  | { readonly kind: 'section'; readonly id: string }
  /** Of the section's own text, by its number there. */
  | { readonly kind: 'passage'; readonly section: string; readonly index: number };

/** A definition's whole body. */
export const BODY: DefinitionPart = { kind: 'body' };

/** A section by its id. */
export function sectionPart(id: string): DefinitionPart {
  return { kind: 'section', id };
}

/** A passage by its place. */
export function passagePart({ section, index }: Pick<Passage, 'section' | 'index'>): DefinitionPart {
  return { kind: 'passage', section, index };
}

/**
 * A part as it is typed and written: `*` for the whole body, the id of a section, `section:3` for the third passage under
 * its title. Section ids have neither sign.
 */
export function partId(part: DefinitionPart): string {
  switch (part.kind) {
    case 'body':
      return '*';
    case 'section':
      return part.id;
    case 'passage':
      return passageId(part);
  }
}

/** The part that a text means, the reverse of {@link partId}; whether there is such a section is not known here. */
export function parsePart(id: string): DefinitionPart {
  if (id === '*') return BODY;
  const [, section, index] = /^(.+):(\d+)$/s.exec(id) ?? [];
  return section === undefined ? sectionPart(id) : { kind: 'passage', section, index: Number(index) };
}

/** Whether two parts of one definition are the same. */
export function isSamePart(a: DefinitionPart, b: DefinitionPart): boolean {
  return partId(a) === partId(b);
}

/** Whether a part of a definition is another one, or has it inside. */
export function holdsPart(outer: DefinitionPart, inner: DefinitionPart): boolean {
  switch (outer.kind) {
    case 'body':
      return true;
    case 'section':
      return inner.kind !== 'body' && isWithin(outer.id, inner.kind === 'section' ? inner.id : inner.section);
    case 'passage':
      return isSamePart(outer, inner);
  }
}

/** Whether a section is another or inside it, by their ids: these are paths. */
export function isWithin(root: string, section: string): boolean {
  return section === root || section.startsWith(`${root}/`);
}
