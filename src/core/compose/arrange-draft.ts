import { remembered } from '../../kit/memo.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import {
  type Draft,
  isSamePassage,
  type PassageKey,
  type Pick,
  type SectionPick,
  type UnionPassage,
  type UnionPick,
} from '../draft/draft.ts';
import { type DefinitionPart, holdsPart, isSamePart, isWithin, sectionPart } from '../sections/definition-part.ts';
import {
  withoutPassages,
  withPassageEdited,
  withPassageMoved,
  withPassageState,
  withTitlesFollowing,
} from '../union/arrange-union.ts';
import { passageKeyText } from '../union/passage-key.ts';
import { ofOne, openedPick } from './opened-pick.ts';

/**
 * How a part of a definition stands to a draft. `inside` is part of a picked section, `united` part of a union of several
 * definitions; of what is `part` some is in the draft and some is not.
 */
export type PickState = 'picked' | 'part' | 'inside' | 'united' | 'free';

/** The stronger ones: where several picks have something of a part, the last of these tells. */
const BY_STRENGTH: readonly PickState[] = ['free', 'part', 'inside', 'united', 'picked'];

/** Whether a part of a definition is in the draft: by itself, as part of a section around it, or in a union. */
export function pickState(draft: Draft, definition: string, part: DefinitionPart): PickState {
  let state: PickState = 'free';
  for (const pick of draft.picks) {
    const one = stateIn(pick, definition, part);
    if (BY_STRENGTH.indexOf(one) > BY_STRENGTH.indexOf(state)) state = one;
  }
  return state;
}

function stateIn(pick: Pick, definition: string, part: DefinitionPart): PickState {
  if (pick.kind === 'union') return part.kind === 'section' ? stateInUnion(pick, definition, part) : 'free';
  if (pick.definition !== definition) return 'free';
  if (isSamePart(pick.part, part)) return 'picked';
  return holdsPart(pick.part, part) ? 'inside' : holdsPart(part, pick.part) ? 'part' : 'free';
}

function stateInUnion(
  union: UnionPick,
  definition: string,
  part: Extract<DefinitionPart, { kind: 'section' }>,
): PickState {
  const sections = unitedSections(union);
  const own = sections.get(definition);
  if (own === undefined) return 'free';
  const isOwn = own.has(part.id);
  if (isOwn && sections.size > 1) return 'united';
  const within = union.passages.filter((one) => one.definition === definition && isWithin(part.id, one.section));
  const said = within.some(({ kind }) => kind !== 'title') ? within.filter(({ kind }) => kind !== 'title') : within;
  const kept = said.filter(({ state }) => state === 'kept').length;
  if (kept === 0) return 'free';
  if (!isOwn || kept < said.length) return 'part';
  return within.length === union.passages.length ? 'picked' : 'inside';
}

/** Whether a pick is that of a section, or a union that has a passage of it. */
export function isPickOf(pick: Pick, definition: string, section: string): boolean {
  if (pick.kind === 'union') return unitedSections(pick).get(definition)?.has(section) ?? false;
  return stateIn(pick, definition, sectionPart(section)) === 'picked';
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

/**
 * The draft with a section in place of what is taken of its parts, else at the end; unchanged if it is already in it.
 */
export function withPick(draft: Draft, pick: SectionPick): Draft {
  const state = pickState(draft, pick.definition, pick.part);
  if (state !== 'free' && state !== 'part') return draft;
  const isInside = ({ definition, section, index }: PassageKey) =>
    definition === pick.definition && holdsPart(pick.part, { kind: 'passage', section, index });
  const rest = (other: Pick): Pick | null => {
    if (other.kind === 'union') return withoutPassages(other, isInside);
    return other.definition === pick.definition && holdsPart(pick.part, other.part) ? null : other;
  };
  return withReplaced(draft, pick, rest);
}

/** The draft without the pick of one part of a definition; unchanged if that has none of its own. */
export function withoutPick(draft: Draft, definition: string, part: DefinitionPart): Draft {
  const picks = draft.picks.filter((pick) => stateIn(pick, definition, part) !== 'picked');
  return picks.length === draft.picks.length ? draft : { ...draft, picks };
}

/**
 * The draft with a pick where the first one gave something up for it, or at the end.
 *
 * @param rest What is left of a pick beside the new one: the same, less of it, or `null` for nothing.
 */
function withReplaced(draft: Draft, pick: Pick, rest: (other: Pick) => Pick | null): Draft {
  const left = draft.picks.map(rest);
  const first = left.findIndex((one, at) => one !== draft.picks[at]);
  const at = first < 0 ? left.length : left[first] === null ? first : first + 1;
  const picks = [...left.slice(0, at), pick, ...left.slice(at)].filter((one) => one !== null);
  return { ...draft, picks };
}

/** The draft without the pick at an index. */
export function withoutPickAt(draft: Draft, index: number): Draft {
  return { ...draft, picks: draft.picks.filter((_, at) => at !== index) };
}

/**
 * The draft with a union in place of all that is taken of the same passages, also inside larger picks: where the first of
 * those stands or right behind it, or at the end.
 *
 * @param definitions Those that larger picks may be of.
 */
export function withUnion(draft: Draft, union: UnionPick, definitions: readonly AgentDefinition[]): Draft {
  const covered = new Set(union.passages.map(passageKeyText));
  const rest = (pick: Pick): Pick | null => {
    const opened = pick.kind === 'union' ? pick : openedPick(pick, definitions);
    if (opened) {
      const left = withoutPassages(opened, (passage) => covered.has(passageKeyText(passage)));
      return left === opened ? pick : left && ofOne(left) ? withTitlesFollowing(left) : left;
    }
    const sections = unitedSections(union).get(pick.kind === 'section' ? pick.definition : '');
    return pick.kind === 'section' && isCovered(pick.part, sections) ? null : pick;
  };
  return withReplaced(draft, union, rest);
}

function isCovered(part: DefinitionPart, covered: ReadonlySet<string> | undefined): boolean {
  return covered !== undefined && [...covered].some((section) => holdsPart(sectionPart(section), part));
}

/** The draft with one pick moved up (-1) or down (+1); unchanged at either end. */
export function withPickMoved(draft: Draft, index: number, by: -1 | 1): Draft {
  const pick = draft.picks[index];
  const neighbour = draft.picks[index + by];
  if (!pick || !neighbour) return draft;
  const picks = draft.picks.map((other, at) => (at === index ? neighbour : at === index + by ? pick : other));
  return { ...draft, picks, isArranged: true };
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
