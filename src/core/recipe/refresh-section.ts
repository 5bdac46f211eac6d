import type { ParsedDefinition, Section } from '../definition/agent-definition.ts';
import type { SectionPick } from '../draft/draft.ts';
import { likestPassage } from '../merging/match-passages.ts';
import { isSameText } from '../merging/word-likeness.ts';
import { type DefinitionPart, isSamePart, isWithin, passagePart, sectionPart } from '../sections/definition-part.ts';
import type { Passage } from '../sections/passage.ts';
import { allPassages, passagesOf } from '../sections/passages-of.ts';
import { flattenSections, sectionLabel, sectionText } from '../sections/section-text.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { splitSections } from '../sections/split-sections.ts';
import { heirsOf, missingIn, sayings, sectionOf } from './section-heirs.ts';

/** What else is known of the sections of an ingredient. */
export interface KnownSections {
  /** Whether another pick has a section, or one around it. */
  readonly isTaken: (id: string) => boolean;
  /** Whether another pick has one inside a section. */
  readonly holdsTaken: (id: string) => boolean;
  /** Whether it was there before; `null` where that is not known. */
  readonly isOld: ((id: string) => boolean) | null;
}

/**
 * A picked section, or passage of one, as it stands in its file now: what has its id, or else its title, or else most of its
 * passages. A new section that was made of what it said comes with it as a pick of its own, in the order of the file.
 *
 * @returns The pick itself where its text is the same but for blank lines around it; `null` if it is no longer there.
 */
export function refreshSection(
  pick: SectionPick,
  definition: ParsedDefinition,
  known: KnownSections,
): RefreshedSection | null {
  const sections = sectionsOf(definition);
  const { part } = pick;
  if (part.kind === 'body') return alone(withNow(pick, { part, text: definition.body, title: pick.originalTitle }));
  if (part.kind === 'passage') {
    const passage = passageNow(pick.text, part.section, sections);
    return passage && alone(withNow(pick, partOfPassage(passage)));
  }
  const section = findSection(sections, part.id, pick, known);
  if (section === null) return null;
  const own = withNow(pick, partOfSection(section));
  if (own === pick || pick.edited !== null) return alone(own);
  const missing = missingIn(saidIn(pick), [section]);
  const isApart = ({ id }: Section) => !isWithin(section.id, id) && !isWithin(id, section.id) && isFree(known, id);
  const heirs = heirsOf(missing, sections, (one) => isApart(one) && known.isOld?.(one.id) !== true);
  const picks = [section, ...heirs].sort((a, b) => a.line - b.line);
  return {
    own,
    picks: picks.map((one) => (one === section ? own : pickFrom(pick, partOfSection(one)))),
    lost: missingIn(missing, heirs).map(({ text }) => text),
  };
}

/** What became of a picked section. */
interface RefreshedSection {
  readonly own: SectionPick;
  readonly picks: readonly SectionPick[];
  /** The passages it had that none of them has. */
  readonly lost: readonly string[];
}

function alone(own: SectionPick): RefreshedSection {
  return { own, picks: [own], lost: [] };
}

/** A new pick of what was a part of another. */
export function pickFrom(
  pick: Pick<SectionPick, 'definition' | 'agent' | 'path' | 'level'>,
  now: PartNow,
): SectionPick {
  const { definition, agent, path, level } = pick;
  const { title } = now;
  return { kind: 'section', definition, agent, path, level, ...now, originalTitle: title, edited: null };
}

/** A part of a definition as it is now. */
export interface PartNow {
  readonly part: DefinitionPart;
  readonly text: string;
  readonly title: string;
}

function partOfSection(section: Section): PartNow {
  return { part: sectionPart(section.id), text: sectionText(section), title: sectionLabel(section) };
}

/** A passage by itself; its title is how it begins. */
export function partOfPassage(passage: Passage): PartNow {
  const [title = ''] = passage.text.trim().split('\n', 1);
  return { part: passagePart(passage), text: passage.text, title };
}

function withNow(pick: SectionPick, { part, text, title }: PartNow): SectionPick {
  const isSame = isSameText(text, pick.text);
  if (isSame && isSamePart(part, pick.part)) return pick;
  const own = pick.title === pick.originalTitle ? title : pick.title;
  return { ...pick, part, text: isSame ? pick.text : text, title: own, originalTitle: title };
}

function saidIn(pick: SectionPick) {
  return sayings(splitSections(pick.text));
}

function findSection(
  sections: readonly Section[],
  wanted: string,
  pick: SectionPick,
  known: KnownSections,
): Section | null {
  const all = flattenSections(sections);
  // An id with a number, `notes-2`, can belong to another section once one more has the name.
  const isSame = (section: Section) =>
    sectionLabel(section) === pick.originalTitle && isSameText(sectionText(section), pick.text);
  const byId = all.find(({ id }) => id === wanted);
  if (byId && isSame(byId)) return byId;
  const byTitle = () => all.find((section) => sectionLabel(section) === pick.originalTitle);
  const found = all.find(isSame) ?? byId ?? byTitle();
  if (found) return found;
  const said = saidIn(pick);
  const heir =
    sectionOf(said, sections, ({ id }) => isFree(known, id)) ??
    sectionOf(said, sections, ({ id }) => known.isTaken(id));
  return heir?.section ?? null;
}

const isFree = ({ isTaken, holdsTaken }: KnownSections, id: string): boolean => !isTaken(id) && !holdsTaken(id);

/** In its section the passage most like it, elsewhere only one that says the same to the letter. */
function passageNow(text: string, section: string, sections: readonly Section[]): Passage | null {
  const own = flattenSections(sections).find(({ id }) => id === section);
  const inside = own ? passagesOf(own) : [];
  return (
    inside[likestPassage(text, inside)] ??
    allPassages(sections).find((passage) => isSameText(passage.text, text)) ??
    null
  );
}
