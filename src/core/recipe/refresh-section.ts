import type { ParsedDefinition, Section } from '../definition/agent-definition.ts';
import type { SectionPick } from '../draft/draft.ts';
import { allPassages, passageId, passagesOf } from '../sections/passages-of.ts';
import { flattenSections, sectionLabel, sectionText } from '../sections/section-text.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { likestPassage } from './match-passages.ts';
import { isSameText } from './word-likeness.ts';

const PASSAGE = /^(.*):\d+$/s;

/**
 * A picked section, or passage of one, as it stands in its file now: what has its id, or else its title. A pick whose text
 * is the same but for blank lines around it stays as it is.
 *
 * @returns `null` if it is no longer there.
 */
export function refreshSection(pick: SectionPick, definition: ParsedDefinition): SectionPick | null {
  const now = partNow(pick, definition);
  if (now === null || (isSameText(now.text, pick.text) && now.section === pick.section)) return now && pick;
  const { section, text, title } = now;
  const own = pick.title === pick.originalTitle ? title : pick.title;
  return { ...pick, section, text: isSameText(text, pick.text) ? pick.text : text, title: own, originalTitle: title };
}

interface PartNow {
  readonly section: string;
  readonly text: string;
  readonly title: string;
}

function partNow(pick: SectionPick, definition: ParsedDefinition): PartNow | null {
  if (pick.section === '*') return { section: '*', text: definition.body, title: pick.originalTitle };
  const sections = sectionsOf(definition);
  const passage = PASSAGE.exec(pick.section);
  if (passage) return passageNow(pick.text, passage[1] ?? '', sections);
  const found = findSection(sections, pick);
  return found ? { section: found.id, text: sectionText(found), title: sectionLabel(found) } : null;
}

function findSection(sections: readonly Section[], pick: SectionPick): Section | undefined {
  const all = flattenSections(sections);
  // An id with a number, `notes-2`, can belong to another section once one more has the name.
  const isSame = (section: Section) =>
    sectionLabel(section) === pick.originalTitle && isSameText(sectionText(section), pick.text);
  const byId = all.find(({ id }) => id === pick.section);
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
  return { section: passageId(found), text: found.text, title };
}
