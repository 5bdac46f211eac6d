import { remembered } from '../../kit/memo.ts';
import {
  type Draft,
  definitionsOf,
  isSamePassage,
  type PassageKey,
  type Pick,
  type SectionPick,
  type UnionPassage,
  type UnionPick,
} from '../draft/draft.ts';
import { type DefinitionPart, holdsPart, isSamePart, sectionPart } from '../sections/definition-part.ts';
import { withoutDefinition, withPassageEdited, withPassageMoved, withPassageState } from '../union/arrange-union.ts';

/** How a part of a definition stands to a draft. `inside` is part of a picked section, `united` part of a union. */
export type PickState = 'picked' | 'inside' | 'united' | 'free';

/** Whether a part of a definition is in the draft: by itself, as part of a section around it, or in a union. */
export function pickState(draft: Draft, definition: string, part: DefinitionPart): PickState {
  let state: PickState = 'free';
  for (const pick of draft.picks) {
    const one = stateIn(pick, definition, part);
    if (one === 'picked') return one;
    if (one !== 'free') state = one;
  }
  return state;
}

function stateIn(pick: Pick, definition: string, part: DefinitionPart): PickState {
  if (pick.kind === 'union') {
    return part.kind === 'section' && unitedSections(pick).get(definition)?.has(part.id) ? 'united' : 'free';
  }
  if (pick.definition !== definition || !holdsPart(pick.part, part)) return 'free';
  return isSamePart(pick.part, part) ? 'picked' : 'inside';
}

/** Whether a pick is that of a section, or a union that has a passage of it. */
export function isPickOf(pick: Pick, definition: string, section: string): boolean {
  const state = stateIn(pick, definition, sectionPart(section));
  return state === 'picked' || state === 'united';
}

/** The passage of a union among some picks, or `null` where none has it. */
export function unitedPassage(picks: readonly Pick[], key: PassageKey): UnionPassage | null {
  for (const pick of picks) {
    if (pick.kind !== 'union' || !isPickOf(pick, key.definition, key.section)) continue;
    const found = pick.passages.find((passage) => isSamePassage(passage, key));
    if (found) return found;
  }
  return null;
}

/** The sections a union has passages of, by definition. */
const unitedSections = remembered((union: UnionPick): ReadonlyMap<string, ReadonlySet<string>> => {
  const sections = new Map<string, Set<string>>();
  for (const { definition, section } of union.passages) {
    const own = sections.get(definition) ?? new Set();
    sections.set(definition, own.add(section));
  }
  return sections;
});

/** The draft with a section added at the end, in place of picks of its parts; unchanged if it is already in it. */
export function withPick(draft: Draft, pick: SectionPick): Draft {
  if (pickState(draft, pick.definition, pick.part) !== 'free') return draft;
  const others = draft.picks.filter(
    (other) => other.kind === 'union' || other.definition !== pick.definition || !holdsPart(pick.part, other.part),
  );
  return { ...draft, picks: [...others, pick] };
}

/**
 * The draft without one part of a definition: without its pick, or without what its definition says in the union it is part of.
 * Unchanged if it is neither.
 */
export function withoutPick(draft: Draft, definition: string, part: DefinitionPart): Draft {
  const picks = draft.picks.flatMap((pick) => {
    switch (stateIn(pick, definition, part)) {
      case 'picked':
        return [];
      case 'united':
        return pick.kind === 'union' ? (withoutDefinition(pick, definition) ?? []) : [pick];
      default:
        return [pick];
    }
  });
  return picks.length === draft.picks.length && picks.every((pick, at) => pick === draft.picks[at])
    ? draft
    : { ...draft, picks };
}

/** The draft without the pick at an index. */
export function withoutPickAt(draft: Draft, index: number): Draft {
  return { ...draft, picks: draft.picks.filter((_, at) => at !== index) };
}

/**
 * The draft with a union in place of all that is picked of the same sections: where the first of those stands, or at the
 * end.
 */
export function withUnion(draft: Draft, union: UnionPick): Draft {
  const covered = unitedSections(union);
  const isReplaced = (pick: Pick) =>
    pick.kind === 'union'
      ? definitionsOf(pick).some((definition) =>
          overlaps(unitedSections(pick).get(definition), covered.get(definition)),
        )
      : isCovered(pick.part, covered.get(pick.definition));
  const at = draft.picks.findIndex(isReplaced);
  const before = at < 0 ? draft.picks : draft.picks.slice(0, at);
  const after = at < 0 ? [] : draft.picks.slice(at).filter((pick) => !isReplaced(pick));
  return { ...draft, picks: [...before, union, ...after] };
}

function isCovered(part: DefinitionPart, covered: ReadonlySet<string> | undefined): boolean {
  return covered !== undefined && [...covered].some((section) => holdsPart(sectionPart(section), part));
}

function overlaps(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  return a !== undefined && b !== undefined && [...a].some((section) => b.has(section));
}

/** The draft with one pick moved up (-1) or down (+1); unchanged at either end. */
export function withPickMoved(draft: Draft, index: number, by: -1 | 1): Draft {
  const pick = draft.picks[index];
  const neighbour = draft.picks[index + by];
  if (!pick || !neighbour) return draft;
  return {
    ...draft,
    picks: draft.picks.map((other, at) => (at === index ? neighbour : at === index + by ? pick : other)),
  };
}

/** The draft with one pick under another title; an empty title gives the original back. */
export function withPickRenamed(draft: Draft, index: number, title: string): Draft {
  return withPickChanged(draft, index, (pick) => ({ ...pick, title: title.trim() || pick.originalTitle }));
}

/** The draft with one pick's title as a heading of a level, or as it would be by itself (`null`). */
export function withPickLevel(draft: Draft, index: number, level: number | null): Draft {
  return withPickChanged(draft, index, (pick) => (pick.level === level ? pick : { ...pick, level }));
}

/** The draft with the user's own text in place of one pick's, or with the pick's own again (`null`). */
export function withPickEdited(draft: Draft, index: number, edited: string | null): Draft {
  return withPickChanged(draft, index, (pick) => (pick.edited === edited ? pick : { ...pick, edited }));
}

/** The draft with a passage of a union taken out of the result; unchanged if it is in none. */
export function withPassageOut(draft: Draft, key: PassageKey): Draft {
  return withPassage(draft, key, (union, at) => withPassageState(union, at, 'dropped'));
}

/** The draft with a passage of a union taken back into the result, in its own words. */
export function withPassageBack(draft: Draft, key: PassageKey): Draft {
  return withPassage(draft, key, (union, at) => withPassageState(union, at, 'kept'));
}

/** The draft with the user's own words in place of a passage of a union, or with its own again (`null`). */
export function withPassageWords(draft: Draft, key: PassageKey, edited: string | null): Draft {
  return withPassage(draft, key, (union, at) => withPassageEdited(union, at, edited));
}

/** The draft with a passage of a union one place up (-1) or down (+1) among its own kind. */
export function withPassageShifted(draft: Draft, key: PassageKey, by: -1 | 1): Draft {
  return withPassage(draft, key, (union, at) => withPassageMoved(union, at, by));
}

function withPassage(draft: Draft, key: PassageKey, change: (union: UnionPick, at: number) => UnionPick): Draft {
  for (const [index, pick] of draft.picks.entries()) {
    if (pick.kind !== 'union') continue;
    const at = pick.passages.findIndex((passage) => isSamePassage(passage, key));
    if (at >= 0) return withPickChanged(draft, index, () => change(pick, at));
  }
  return draft;
}

function withPickChanged(draft: Draft, index: number, change: (pick: Pick) => Pick): Draft {
  const before = draft.picks[index];
  const after = before && change(before);
  if (!after || after === before) return draft;
  return { ...draft, picks: draft.picks.map((pick, at) => (at === index ? after : pick)) };
}
