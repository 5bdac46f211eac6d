import type { Section } from '../definition/agent-definition.ts';

/** The whole text of a section: its own and that of everything inside it, in document order. */
export function sectionText(section: Section): string {
  return section.raw + section.sections.map(sectionText).join('');
}

/** The sections and everything inside them, in document order. */
export function flattenSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...flattenSections(section.sections)]);
}

/** What a section is called on the screen: its title, or for a text without one how it begins. */
export function sectionLabel({ title, id, kind, raw }: Section): string {
  if (title !== '') return title;
  const name = id.slice(id.lastIndexOf('/') + 1);
  return kind === 'untitled' && name !== 'closing' ? beginning(raw) : name;
}

/** Whether a section is nothing but the closing line of the tag around it: part of the text, but nothing to pick. */
export function isClosingTag({ kind, raw }: Section): boolean {
  return kind === 'untitled' && /^\s*<\/[^<>]*>\s*$/.test(raw);
}

/** The title or the tag that everything stands in but what is before and after it. */
export function wholeDocument(sections: readonly Section[]): Section | null {
  // Asked for every section of documents that can have a hundred thousand: the second titled one settles it.
  const isTitled = ({ kind }: Section) => kind !== 'preamble' && kind !== 'untitled';
  const at = sections.findIndex(isTitled);
  const one = sections[at];
  if (!one || one.sections.length === 0 || sections.findIndex((section, index) => index > at && isTitled(section)) >= 0)
    return null;
  return one.kind === 'tag' || one.level === 1 ? one : null;
}

const LABEL_LENGTH = 40;

/** The first line, of code the first that is no fence. */
function beginning(text: string): string {
  const [first = '', second = ''] = text.trim().split('\n', 2);
  const line = /^(?:`{3}|~{3})/.test(first) && second.trim() !== '' ? second.trim() : first;
  return line.length > LABEL_LENGTH ? `${line.slice(0, LABEL_LENGTH).trimEnd()}…` : line;
}
