import type { ParsedDefinition, Section } from '../definition/agent-definition.ts';
import type { Pick, Provenance, UnionPassage } from '../draft/draft.ts';
import { isWithin } from '../sections/definition-part.ts';
import { flattenSections } from '../sections/section-text.ts';
import { plainTitle } from '../sections/section-title.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { heirsOf, missingIn, sectionOf } from './section-heirs.ts';

/** Where the sections of one ingredient that a draft has in unions are now. */
export interface SectionPlaces {
  /** By the id of a section that is inside no other of its union; `null` for one that is no longer there. */
  readonly now: ReadonlyMap<string, Section | null>;
  /** The sections that belong to the pick with an index: its own, and those inside that belong to no other. */
  readonly ownedBy: (pick: number) => readonly Section[];
  /** Whether a union has a passage of the ingredient in these words already. */
  readonly isSaid: (text: string) => boolean;
}

/**
 * Find the sections of an ingredient: each is the one with its id, or else one with its title that the draft does not have
 * already, or else the one in which most of its passages stand now. No two are found in one place, but where one union has
 * both. New sections that were made of what a union says belong to it too.
 *
 * @param isOld Whether a section was there before; `null` where that is not known.
 */
export function sectionPlaces(
  picks: readonly Pick[],
  provenance: Provenance,
  definition: ParsedDefinition,
  isOld: ((id: string) => boolean) | null,
): SectionPlaces {
  const search: Search = {
    sections: sectionsOf(definition),
    owners: ownersOf(picks, provenance),
    now: new Map(),
    isOld,
    unions: [...picks.entries()].flatMap(([index, pick]) => {
      const own = pick.kind === 'union' ? passagesFrom(pick.passages, provenance) : [];
      return own.length === 0 ? [] : [{ index, own }];
    }),
  };
  findByName(search);
  findByPassages(search);
  findHeirs(search);
  const said = new Set(search.unions.flatMap(({ own }) => own.map(({ text }) => text.trim())));
  return {
    now: search.now,
    ownedBy: (index) => ownedBy(search, index),
    isSaid: (text) => said.has(text.trim()),
  };
}

/** What is found step by step. */
interface Search {
  readonly sections: readonly Section[];
  /** The pick that has a section, by its id. */
  readonly owners: Map<string, number>;
  readonly now: Map<string, Section | null>;
  readonly isOld: ((id: string) => boolean) | null;
  /** The unions with something of the ingredient, by their place among the picks. */
  readonly unions: readonly { readonly index: number; readonly own: readonly UnionPassage[] }[];
}

function findByName({ sections, owners, now, unions }: Search): void {
  const all = flattenSections(sections);
  for (const { index, own } of unions) {
    for (const root of rootsOf(own)) {
      const title = titleOf(root, own);
      const found =
        all.find(({ id }) => id === root) ??
        all.find((section) => section.title !== '' && section.title === title && !owners.has(section.id)) ??
        null;
      now.set(root, found);
      if (found) owners.set(found.id, index);
    }
  }
}

/** Each in the section most like it; of two that are found in one the one that is more like it has it. */
function findByPassages({ sections, owners, now, unions }: Search): void {
  const isFree = (section: Section): boolean => isFreeAmong(owners, section);
  const gone = unions.flatMap(({ index, own }) =>
    rootsOf(own)
      .filter((root) => now.get(root) === null)
      .map((root) => {
        const said = own.filter(({ section, kind }) => kind !== 'title' && isWithin(root, section));
        return { index, root, said, found: said.length === 0 ? null : sectionOf(said, sections, isFree) };
      }),
  );
  gone.sort((a, b) => (b.found?.likeness ?? 0) - (a.found?.likeness ?? 0));
  for (const { index, root, said, found } of gone) {
    if (said.length === 0) continue;
    const own = found && isFree(found.section) ? found : sectionOf(said, sections, isFree);
    const heir = own ?? sectionOf(said, sections, ({ id }) => owners.get(id) === index);
    if (heir === null) continue;
    now.set(root, heir.section);
    owners.set(heir.section.id, index);
  }
}

/** Whether no pick has a section, nor one around it or inside it. */
function isFreeAmong(owners: ReadonlyMap<string, number>, { id }: Section): boolean {
  return ![...owners.keys()].some((one) => isWithin(one, id) || isWithin(id, one));
}

/** Sections that were made of what a union says belong to it too. */
function findHeirs(search: Search): void {
  const { sections, owners, now, unions, isOld } = search;
  const gone = [...now].flatMap(([root, found]) => (found === null ? [root] : []));
  for (const { index, own } of unions) {
    const said = own.filter(({ kind, section }) => kind !== 'title' && !gone.some((root) => isWithin(root, section)));
    const missing = missingIn(said, ownedBy(search, index));
    const isFree = (section: Section): boolean => isOld?.(section.id) !== true && isFreeAmong(owners, section);
    for (const heir of heirsOf(missing, sections, isFree)) owners.set(heir.id, index);
  }
}

function ownedBy({ sections, owners, isOld }: Search, index: number): readonly Section[] {
  const isApart = isOld === null ? () => false : (id: string) => !isOld(id);
  return owned(sections, index, owners, null, isApart);
}

/** The index of the pick that has a section, by its id. */
function ownersOf(picks: readonly Pick[], provenance: Provenance): Map<string, number> {
  return new Map(
    picks.flatMap((pick, index) => sectionsIn(pick, provenance).map((section) => [section, index] as const)),
  );
}

/** The ids of the sections of one ingredient that a pick is of. */
export function sectionsIn(pick: Pick, provenance: Provenance): readonly string[] {
  if (pick.kind === 'union') return passagesFrom(pick.passages, provenance).map(({ section }) => section);
  return pick.part.kind === 'section' && isFrom(pick, provenance) ? [pick.part.id] : [];
}

/**
 * @param around The pick that has what is around the sections.
 * @param isApart Whether a section is new: it goes behind what it follows, and so not to what is around it where another
 *   pick has that.
 */
function owned(
  sections: readonly Section[],
  pick: number,
  owners: ReadonlyMap<string, number>,
  around: number | null,
  isApart: (id: string) => boolean,
): readonly Section[] {
  let before = around;
  return sections.flatMap((section) => {
    const owner = owners.get(section.id) ?? (before !== around && isApart(section.id) ? null : around);
    before = owner;
    return [...(owner === pick ? [section] : []), ...owned(section.sections, pick, owners, owner, isApart)];
  });
}

/** The passages among others that are from one ingredient. */
export function passagesFrom(passages: readonly UnionPassage[], provenance: Provenance): readonly UnionPassage[] {
  return passages.filter((passage) => isFrom(passage, provenance));
}

/** Whether two things came from one ingredient. */
export function isFrom(one: Provenance, other: Provenance): boolean {
  return one.path === other.path && one.definition === other.definition;
}

/** The sections that passages are of, without those inside others of them. */
export function rootsOf(passages: readonly UnionPassage[]): readonly string[] {
  const sections = [...new Set(passages.map(({ section }) => section))];
  return sections.filter((one) => !sections.some((other) => other !== one && isWithin(other, one)));
}

function titleOf(root: string, passages: readonly UnionPassage[]): string | undefined {
  const first = passages.find(({ section, index, kind }) => section === root && (kind === 'title' || index === 1));
  return first && plainTitle(first.text.split('\n', 1)[0] ?? '');
}
