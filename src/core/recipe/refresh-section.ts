import type { ParsedDefinition, Section } from '../definition/agent-definition.ts';
import type { SectionPick } from '../draft/draft.ts';
import { likestPassage } from '../merging/match-passages.ts';
import { isSameText } from '../merging/word-likeness.ts';
import { type DefinitionPart, isSamePart, passagePart, sectionPart } from '../sections/definition-part.ts';
import { allPassages, passagesOf } from '../sections/passages-of.ts';
import { flattenSections, sectionLabel, sectionText } from '../sections/section-text.ts';
import { sectionsOf } from '../sections/sections-of.ts';

/**
 * A picked section, or passage of one, as it stands in its file now: what has its id, or else its title. A pick whose text
 * is the same but for blank lines around it stays as it is.
 *
 * @returns `null` if it is no longer there.
 */
export function refreshSection(pick: SectionPick, definition: ParsedDefinition): SectionPick | null {
  const now = partNow(pick, definition);
  if (now === null || (isSameText(now.text, pick.text) && isSamePart(now.part, pick.part))) return now && pick;
  const { part, text, title } = now;
  const own = pick.title === pick.originalTitle ? title : pick.title;
  return { ...pick, part, text: isSameText(text, pick.text) ? pick.text : text, title: own, originalTitle: title };
}

interface PartNow {
  readonly part: DefinitionPart;
  readonly text: string;
  readonly title: string;
}

function partNow(pick: SectionPick, definition: ParsedDefinition): PartNow | null {
  const { part } = pick;
  if (part.kind === 'body') return { part, text: definition.body, title: pick.originalTitle };
  const sections = sectionsOf(definition);
  if (part.kind === 'passage') return passageNow(pick.text, part.section, sections);
  const found = findSection(sections, part.id, pick);
  return found ? { part: sectionPart(found.id), text: sectionText(found), title: sectionLabel(found) } : null;
}

function findSection(sections: readonly Section[], wanted: string, pick: SectionPick): Section | undefined {
  const all = flattenSections(sections);
  // An id with a number, `notes-2`, can belong to another section once one more has the name.
  const isSame = (section: Section) =>
    sectionLabel(section) === pick.originalTitle && isSameText(sectionText(section), pick.text);
  const byId = all.find(({ id }) => id === wanted);
  if (byId && isSame(byId)) return byId;
  return all.find(isSame) ?? byId ?? all.find((section) => sectionLabel(section) === pick.originalTitle);
}

/** In its section the passage most like it, elsewhere only one that says the same to the letter. */
function passageNow(text: string, section: string, sections: readonly Section[]): PartNow | null {
  const own = flattenSections(sections).find(({ id }) => id === section);
  const inside = own ? passagesOf(own) : [];
  const found =
    inside[likestPassage(text, inside)] ?? allPassages(sections).find((passage) => isSameText(passage.text, text));
  if (!found) return null;
  const [title = ''] = found.text.trim().split('\n', 1);
  return { part: passagePart(found), text: found.text, title };
}
