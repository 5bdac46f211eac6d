import type { ParsedDefinition } from '../definition/agent-definition.ts';
import type { Pick, Provenance, SectionPick } from '../draft/draft.ts';
import { isSameText } from '../merging/word-likeness.ts';
import { holdsPart, isWithin } from '../sections/definition-part.ts';
import { allPassages } from '../sections/passages-of.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { partOfPassage, pickFrom } from './refresh-section.ts';
import { isFrom, sectionsIn } from './section-places.ts';

/** What became of a pick. */
export interface Group {
  readonly before: Pick;
  /** It as it is now, with the sections that were made of it, in their order. */
  readonly picks: readonly Pick[];
  /** Which of them it is itself. */
  readonly own: Pick;
  /** What it said and none of them says. */
  readonly lost: readonly Lost[];
}

/** A passage that is no longer where it was, and the file that it was in. */
export interface Lost {
  readonly text: string;
  readonly provenance: Provenance;
  readonly definition: ParsedDefinition;
}

/** The picks of a draft out of what became of each one before: what is read in two places now stands once. */
export function joinedGroups(groups: readonly Group[]): readonly Pick[] {
  const all = groups.flatMap((group) => group.picks.map((pick): Member => ({ pick, group })));
  return all.flatMap((one, at) => (isJoined(one, at, all) ? [] : [one.pick]));
}

/** The same with what was moved into a section that no pick has: passage by passage, behind where it was. */
export function withMoved(picks: readonly Pick[], groups: readonly Group[]): readonly Pick[] {
  const result = [...picks];
  for (const { picks: own, lost } of groups) {
    const behind = new Set(own);
    for (const one of lost) {
      const moved = movedPick(one, result);
      if (moved === null) continue;
      const place = result.findLastIndex((pick) => behind.has(pick));
      result.splice(place < 0 ? result.length : place + 1, 0, moved);
      behind.add(moved);
    }
  }
  return result;
}

interface Member {
  readonly pick: Pick;
  readonly group: Group;
}

/** Whether another one has all of a pick now, and had not before. */
function isJoined(one: Member, at: number, all: readonly Member[]): boolean {
  if (one.pick.edited !== null) return false;
  return all.some((other, index) => {
    if (other === one || !isInside(one.pick, other.pick)) return false;
    if (isOwn(one) && isOwn(other) && isInside(one.group.before, other.group.before)) return false;
    if (!isInside(other.pick, one.pick)) return true;
    return isOwn(one) === isOwn(other) ? index < at : isOwn(other);
  });
}

const isOwn = ({ pick, group }: Member): boolean => pick === group.own;

/** Whether a pick of a section is one of another section, or of what is around it. */
function isInside(inner: Pick, outer: Pick): boolean {
  if (inner.kind !== 'section') return false;
  if (outer.kind === 'section') return isFrom(inner, outer) && holdsPart(outer.part, inner.part);
  return inner.part.kind === 'section' && sectionsIn(outer, inner).includes(inner.part.id);
}

/** A passage where it stands to the letter now, if no pick has it there. */
function movedPick({ text, provenance, definition }: Lost, picks: readonly Pick[]): SectionPick | null {
  const same = allPassages(sectionsOf(definition)).filter(
    (passage) => passage.kind !== 'title' && isSameText(passage.text, text),
  );
  const [first] = same;
  const isThere = picks.some(
    (pick) => same.some(({ section }) => hasSection(pick, provenance, section)) || isPassage(pick, provenance, text),
  );
  return first && !isThere ? pickFrom({ ...provenance, level: null }, partOfPassage(first)) : null;
}

function hasSection(pick: Pick, provenance: Provenance, id: string): boolean {
  if (pick.kind === 'union') return sectionsIn(pick, provenance).includes(id);
  return (
    isFrom(pick, provenance) &&
    (pick.part.kind === 'body' || (pick.part.kind === 'section' && isWithin(pick.part.id, id)))
  );
}

function isPassage(pick: Pick, provenance: Provenance, text: string): boolean {
  return (
    pick.kind === 'section' && pick.part.kind === 'passage' && isFrom(pick, provenance) && isSameText(pick.text, text)
  );
}
