import type { Section } from '../definition/agent-definition.ts';
import { isClosingTag, wholeDocument } from '../sections/section-text.ts';
import { ROLE } from './purpose-words.ts';
import type { Vocabulary } from './term-numbers.ts';
import { type TitleTerm, titleTerms } from './title-meaning.ts';

/** What is known of a section before any other is looked at. */
export interface SectionProfile {
  readonly section: Section;
  /** Index of its definition among those compared. */
  readonly column: number;
  /** Place among all sections compared, definition after definition. */
  readonly index: number;
  /** Place in the document, 0 at the start to 1 at the end. */
  readonly position: number;
  /** The section it stands in; `null` at the top and right under what holds the whole document. */
  readonly parent: SectionProfile | null;
  /**
   * `opening` introduces the agent: the text before all sections, or the title that all sections stand under.
   * `closing` is what follows the last section. Both are known by their place, whatever they say.
   */
  readonly role: 'opening' | 'closing' | 'part';
  /** Whether it stands in for an opening that says nothing, or that is not there: `Role` under a mere title. */
  readonly introduces: boolean;
  /** Whether it announces all that the section it stands in says: an empty title is followed by one lead-in. */
  readonly announcesAll: boolean;
  /** Whether it is a single line, as in a list of titled items. */
  readonly isLine: boolean;
  /** Whether what it says is a numbered list: things done one after the other. */
  readonly isSteps: boolean;
  /**
   * Whether it tells what the agent knows or what it does, by the titles it stands under, at the top by its own purpose;
   * `null` at the top without one.
   */
  readonly kind: 'knowing' | 'doing' | null;
  readonly title: readonly TitleTerm[];
  /** The numbers of the terms of its text, in order, all that is inside included but its own title. */
  readonly text: Uint32Array;
  /** The same with its title. */
  readonly whole: Uint32Array;
}

/**
 * The profiles of a definition's sections, in document order.
 *
 * A section speaks for what is inside it: a mere heading over titled items can meet another agent's plain list. Only
 * what holds the whole document, its title or a tag around it all, speaks for its own text alone, and counts as no
 * parent. Closing tags have no profile. Linear in the text.
 *
 * @param vocabulary Numbers the terms.
 * @param column Index of the definition among those compared.
 * @param firstIndex Index of its first profile among all.
 */
export function sectionProfiles(
  sections: readonly Section[],
  vocabulary: Vocabulary,
  column: number,
  firstIndex: number,
): readonly SectionProfile[] {
  const terms = documentTerms(sections, vocabulary);
  const introducing = introducingSection(sections, (section) => terms.ranges.get(section) ?? EMPTY);
  const total = terms.ranges.size;
  const profiles: SectionProfile[] = [];
  const add = (section: Section, parent: SectionProfile | null, isWhole: boolean) => {
    const range = terms.ranges.get(section) ?? EMPTY;
    const end = isWhole ? range.inside : range.end;
    const profile: SectionProfile = {
      section,
      column,
      index: firstIndex + profiles.length,
      position: profiles.length / Math.max(1, total - 1),
      parent,
      role: isWhole && (range.text < range.inside || !introducing) ? 'opening' : roleOf(section),
      introduces: section === introducing,
      announcesAll: parent !== null && announcesAll(parent, section),
      isLine: isLine(section),
      isSteps: isSteps(section),
      kind: parent ? kindUnder(parent) : kindOf(range.title),
      title: range.title,
      text: terms.ids.subarray(range.text, end),
      whole: terms.ids.subarray(range.start, end),
    };
    profiles.push(profile);
    const isTop = isWhole || (section === introducing && section.level === 1);
    addAll(section.sections, isTop ? null : profile, isWhole);
  };
  const addAll = (list: readonly Section[], parent: SectionProfile | null, isTop: boolean) => {
    const whole = isTop ? wholeDocument(list) : null;
    for (const section of list) if (!isClosingTag(section)) add(section, parent, section === whole);
  };
  addAll(sections, null, true);
  return profiles;
}

/** Where the terms of a section stand among those of the document. */
interface TermRange {
  readonly title: readonly TitleTerm[];
  /** Where its title begins. */
  readonly start: number;
  readonly text: number;
  /** Where the sections inside begin. */
  readonly inside: number;
  readonly end: number;
}

const EMPTY: TermRange = { title: [], start: 0, text: 0, inside: 0, end: 0 };

/** The terms of a whole document: those of a section with all inside it are a stretch of them. */
function documentTerms(
  sections: readonly Section[],
  vocabulary: Vocabulary,
): { readonly ids: Uint32Array; readonly ranges: ReadonlyMap<Section, TermRange> } {
  const ids: number[] = [];
  const ranges = new Map<Section, TermRange>();
  const visit = (section: Section) => {
    const start = ids.length;
    const title = titleTerms(section.title);
    for (const { term } of title) ids.push(vocabulary.idOf(term));
    const text = ids.length;
    addTextTerms(section, vocabulary, ids);
    const inside = ids.length;
    for (const child of section.sections) visit(child);
    ranges.set(section, { title, start, text, inside, end: ids.length });
  };
  for (const section of sections) visit(section);
  return { ids: new Uint32Array(ids), ranges };
}

/** Add the terms and numbers of a section's own text. Its first line can hold both its title, which is left out, and text. */
function addTextTerms({ raw, title }: Section, { idOf, idsOf }: Vocabulary, ids: number[]): void {
  const ofTitle = new Map<number, number>();
  let left = 0;
  for (const id of idsOf(title)) {
    ofTitle.set(id, (ofTitle.get(id) ?? 0) + 1);
    left += 1;
  }
  for (const id of idsOf(raw)) {
    const count = left > 0 ? (ofTitle.get(id) ?? 0) : 0;
    if (count === 0) ids.push(id);
    else {
      ofTitle.set(id, count - 1);
      left -= 1;
    }
  }
  for (const number of raw.match(NUMBERS) ?? []) ids.push(idOf(number));
}

/** Numbers that say something: not those of a list. */
const NUMBERS = /(?<![\w.])\d+(?:[.,]\d+)*(?!\d|[.)][ \t])/g;

/** Whether a section begins its definition or ends it, by its place. The title over a whole document is told apart elsewhere. */
export function roleOf({ kind, id }: Pick<Section, 'kind' | 'id'>): SectionProfile['role'] {
  if (kind === 'preamble') return 'opening';
  return kind === 'untitled' && /(?:^|\/)closing$/.test(id) ? 'closing' : 'part';
}

function announcesAll({ section: { raw, sections } }: SectionProfile, { kind }: Section): boolean {
  return kind === 'lead-in' && sections.length === 1 && !raw.trim().includes('\n');
}

function isLine({ kind, raw, items, sections }: Section): boolean {
  return kind === 'item' && items.length === 0 && sections.length === 0 && !raw.trim().includes('\n');
}

const STEP = /^[ \t]{0,3}\d{1,2}[.)][ \t]/gm;
const BULLET = /^[ \t]{0,3}[-*+•][ \t]/gm;

function isSteps({ raw, sections }: Section): boolean {
  const text = raw + sections.map((inside) => (inside.kind === 'item' ? inside.raw : '')).join('');
  const steps = text.match(STEP)?.length ?? 0;
  return steps > 1 && steps > (text.match(BULLET)?.length ?? 0);
}

/**
 * What introduces an agent that has no opening, or a mere title for one: the only first-level title, or the first section
 * that by its title says who the agent is or what for. Right under a mere title, a paragraph does so under any heading.
 */
function introducingSection(sections: readonly Section[], rangeOf: (section: Section) => TermRange): Section | null {
  const whole = wholeDocument(sections);
  const hasText = (section: Section) => rangeOf(section).text < rangeOf(section).inside;
  if (sections.some(({ kind }) => kind === 'preamble') || (whole && hasText(whole))) return null;
  const titled = sections.filter(({ level, kind }) => kind === 'heading' && level === 1);
  const [only] = titled;
  if (!whole && titled.length === 1 && only && hasText(only)) return only;
  const isPurpose = ({ title }: TermRange) =>
    title.some(({ term }) => term === PURPOSE) && title.every(({ term }) => ROLE.includes(term));
  const named = (whole?.sections ?? sections).find((section) => isPurpose(rangeOf(section)));
  const [first] = whole?.sections ?? [];
  if (named || !first) return named ?? null;
  return isProse(first) && hasText(first) && !rangeOf(first).title.some(({ kind }) => kind === 'purpose')
    ? first
    : null;
}

/** Whether a section with a heading is a paragraph or two and nothing else. */
function isProse({ kind, raw, sections }: Section): boolean {
  return kind === 'heading' && sections.length === 0 && !NOT_PROSE.test(raw);
}

/** Lines that begin a list, a fence, a quotation or a table. */
const NOT_PROSE = /^[ \t]{0,3}(?:[-*+•>|]|\d{1,2}[.)]|```|~~~)/m;

const PURPOSE = '@purpose';

/** Purposes of sections that tell what an agent knows. */
const KNOWING: ReadonlySet<string> = new Set(['@expertise', '@knowledge', '@stack']);

/** At the top a section is told apart by its own purpose, if it has one. */
function kindOf(title: readonly TitleTerm[]): 'knowing' | 'doing' | null {
  if (!title.some(({ kind }) => kind === 'purpose')) return null;
  return title.some(({ term }) => KNOWING.has(term)) ? 'knowing' : 'doing';
}

function kindUnder({ kind, title }: SectionProfile): 'knowing' | 'doing' {
  return kind === 'knowing' || title.some(({ term }) => KNOWING.has(term)) ? 'knowing' : 'doing';
}
