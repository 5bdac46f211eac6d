import type { Section } from '../definition/agent-definition.ts';
import { type AnyPassage, matchPassages } from '../merging/match-passages.ts';
import { isSameText, LEAST_LIKE, wordCounts, wordLikeness } from '../merging/word-likeness.ts';
import { isWithin } from '../sections/definition-part.ts';
import { allPassages } from '../sections/passages-of.ts';
import { flattenSections } from '../sections/section-text.ts';

/** The passages of sections that say something: a title is what they are called by. */
export function sayings(sections: readonly Section[]): readonly AnyPassage[] {
  return allPassages(sections).filter(({ kind }) => kind !== 'title');
}

/**
 * Which of some passages each one of before has become, as `matchPassages` has it; what only stands in the same place is
 * another one.
 *
 * @returns For each of `before` the index in `after`, or -1.
 */
function heirsAmong(before: readonly AnyPassage[], after: readonly AnyPassage[]): readonly number[] {
  return matchPassages(before, after).map((index, at) => {
    const now = after[index];
    return now !== undefined && isHeir(before[at] as AnyPassage, now) ? index : -1;
  });
}

/** Whether a passage says what one of before said, in half of its words at least. */
export function isHeir({ text: old }: AnyPassage, { text: now }: AnyPassage): boolean {
  return isSameText(old, now) || wordLikeness(wordCounts(old), wordCounts(now)) >= LEAST_LIKE;
}

/** The passages that are in none of some sections any more. */
export function missingIn(before: readonly AnyPassage[], sections: readonly Section[]): readonly AnyPassage[] {
  const match = heirsAmong(before, sayings(sections));
  return before.filter((_, at) => match[at] === -1);
}

/** A section, and how much of it is what was looked for, 0 to 1. */
export interface FoundSection {
  readonly section: Section;
  readonly likeness: number;
}

/**
 * The section that passages stand in now, wherever and whatever it is called: it has half of them, and little else, or as
 * the only one the most of them.
 *
 * @param isFree Whether a section may be it.
 */
export function sectionOf(
  before: readonly AnyPassage[],
  sections: readonly Section[],
  isFree: (section: Section) => boolean,
): FoundSection | null {
  const counted = countedIn(
    before,
    sections.flatMap((one) => freeAmong(one, isFree)),
  );
  const most = counted.filter(({ count }) => count * 2 >= before.length);
  const [best] = (most.length > 0 ? most : mostOf(counted)).sort((a, b) => likeness(b) - likeness(a));
  return best ? { section: best.section, likeness: likeness(best) } : null;

  function likeness({ count, total }: CountedSection): number {
    return (2 * count) / (before.length + total);
  }
}

/**
 * The sections that passages have gone to from where they were: of what they say half was said there.
 *
 * @param isFree Whether a section may be one.
 * @returns In the order of the file, none inside of another.
 */
export function heirsOf(
  before: readonly AnyPassage[],
  sections: readonly Section[],
  isFree: (section: Section) => boolean,
): readonly Section[] {
  if (before.length === 0) return [];
  const counted = countedIn(
    before,
    sections.flatMap((one) => freeAmong(one, isFree)),
  );
  const heirs = counted.filter(({ count, total }) => count > 0 && count * 2 >= total).map(({ section }) => section);
  return heirs.filter(({ id }) => !heirs.some((other) => other.id !== id && isWithin(other.id, id)));
}

interface CountedSection {
  readonly section: Section;
  /** How many of the passages of before are in it now. */
  readonly count: number;
  /** How many passages it has. */
  readonly total: number;
}

/** A section and those inside it that are free. */
function freeAmong(section: Section, isFree: (section: Section) => boolean): readonly Section[] {
  return flattenSections([section]).filter(isFree);
}

function countedIn(before: readonly AnyPassage[], free: readonly Section[]): readonly CountedSection[] {
  const ids = new Set(free.map(({ id }) => id));
  const outer = free.filter(({ id }) => !hasAround(id, ids));
  const now = sayings(outer);
  const taken = new Set(heirsAmong(before, now));
  const counts = new Map<string, { count: number; total: number }>();
  for (const [index, { section }] of now.entries()) {
    for (const id of around(section)) {
      const own = counts.get(id) ?? { count: 0, total: 0 };
      counts.set(id, { count: own.count + (taken.has(index) ? 1 : 0), total: own.total + 1 });
    }
  }
  return free.flatMap((section) => {
    const own = counts.get(section.id);
    return own ? [{ section, ...own }] : [];
  });
}

function mostOf(counted: readonly CountedSection[]): CountedSection[] {
  let most: CountedSection[] = [];
  for (const one of counted) {
    const count = most[0]?.count ?? 1;
    if (one.count === count) most.push(one);
    if (one.count > count) most = [one];
  }
  const [only, ...others] = most.filter(
    ({ section }) => !most.some((one) => one.section !== section && isWithin(section.id, one.section.id)),
  );
  return only && others.length === 0 && only.count * 2 >= only.total ? [only] : [];
}

/** A section's id, and those of all around it. */
function around(id: string): readonly string[] {
  const at = id.lastIndexOf('/');
  return at < 0 ? [id] : [id, ...around(id.slice(0, at))];
}

const hasAround = (id: string, ids: ReadonlySet<string>): boolean =>
  around(id)
    .slice(1)
    .some((one) => ids.has(one));
