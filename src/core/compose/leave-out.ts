import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Draft, PassageKey, Pick, SectionPick, UnionPick } from '../draft/draft.ts';
import { holdsPart, passagePart } from '../sections/definition-part.ts';
import { withoutPassages, withPassageState, withTitlesFollowing } from '../union/arrange-union.ts';
import { passageKeyText } from '../union/passage-key.ts';
import { withTitlesOver } from '../union/titles-over.ts';
import { ofOne, openedPick } from './opened-pick.ts';

/**
 * The draft without some passages of one definition, whatever they were taken as: a section of which something stays becomes
 * a union of its one version; of a union of several what stood for wordings of others is followed by these, unless it is a
 * single passage that goes.
 *
 * @param keys All of that definition.
 * @returns The same draft where none of them is in it; `null` where one is in a section that was edited, or whose file no
 *   longer says what was taken.
 */
export function withPassagesOut(draft: Draft, definition: AgentDefinition, keys: readonly PassageKey[]): Draft | null {
  const texts = new Set(keys.map(passageKeyText));
  const isOut = (key: PassageKey) => texts.has(passageKeyText(key));
  const picks: Pick[] = [];
  for (const pick of draft.picks) {
    const left = pick.kind === 'union' ? unionLess(pick, keys, isOut) : sectionLess(pick, definition, keys, isOut);
    if (left === 'closed') return null;
    if (left) picks.push(left);
  }
  const isSame = picks.length === draft.picks.length && picks.every((pick, at) => pick === draft.picks[at]);
  return isSame ? draft : { ...draft, picks };
}

function sectionLess(
  pick: SectionPick,
  definition: AgentDefinition,
  keys: readonly PassageKey[],
  isOut: (key: PassageKey) => boolean,
): Pick | 'closed' | null {
  if (pick.definition !== definition.id || !keys.some((key) => holdsPart(pick.part, passagePart(key)))) return pick;
  if (pick.part.kind === 'passage') return null;
  const opened = openedPick(pick, [definition]);
  return opened ? lessOf(opened, isOut) : 'closed';
}

function unionLess(
  union: UnionPick,
  keys: readonly PassageKey[],
  isOut: (key: PassageKey) => boolean,
): UnionPick | 'closed' | null {
  if (union.edited !== null && union.passages.some(isOut)) return 'closed';
  if (ofOne(union)) return lessOf(union, isOut);
  return keys.length > 1 ? withoutPassages(union, isOut) : withDropped(union, isOut);
}

/** Of a union of one definition; nothing if nothing but titles would stand. */
function lessOf(union: UnionPick, isOut: (key: PassageKey) => boolean): UnionPick | null {
  const less = withDropped(union, isOut);
  if (less === union) return union;
  return less.passages.some(({ kind, state }) => kind !== 'title' && state === 'kept')
    ? withTitlesFollowing(less)
    : null;
}

function withDropped(union: UnionPick, isOut: (key: PassageKey) => boolean): UnionPick {
  return union.passages.reduce(
    (less, passage, at) => (passage.state === 'kept' && isOut(passage) ? withPassageState(less, at, 'dropped') : less),
    union,
  );
}

/**
 * The draft with passages that its unions have and leave out standing again, in their own words; else the same draft. What was
 * left out as a whole comes back as a whole.
 */
export function withPassagesBack(draft: Draft, keys: readonly PassageKey[]): Draft {
  const texts = new Set(keys.map(passageKeyText));
  const picks = draft.picks.map((pick) => {
    if (pick.kind === 'section') return pick;
    const asked = pick.passages.filter((passage) => texts.has(passageKeyText(passage)));
    const blocks = new Set(
      asked.flatMap(({ state, block }) => (state === 'dropped' && block !== undefined ? [block] : [])),
    );
    const more = pick.passages.reduce((union, passage, at) => {
      const { state, block } = passage;
      const isWithBlock = state === 'dropped' && block !== undefined && blocks.has(block);
      return isWithBlock || asked.includes(passage) ? withPassageState(union, at, 'kept') : union;
    }, pick);
    return ofOne(more) && more !== pick ? withTitlesFollowing(more) : withTitlesOver(pick, more);
  });
  return picks.every((pick, at) => pick === draft.picks[at]) ? draft : { ...draft, picks };
}

/**
 * The draft in which a section that lacks nothing any more stands as it was taken, not passage by passage.
 *
 * @param definitions Those the sections are of.
 * @param before Drafts of before, the latest first: what the section was taken as is looked up there.
 */
export function withSectionsWhole(
  draft: Draft,
  definitions: readonly AgentDefinition[],
  before: readonly Draft[],
): Draft {
  const picks = draft.picks.map((pick) => {
    if (pick.kind === 'section' || !ofOne(pick)) return pick;
    const isWhole = pick.passages.every(({ state, edited }) => state === 'kept' && edited === null);
    const taken = isWhole && pick.edited === null ? takenAs(pick, definitions, before) : null;
    return taken ? { ...taken, title: pick.title, level: pick.level } : pick;
  });
  return picks.every((pick, at) => pick === draft.picks[at]) ? draft : { ...draft, picks };
}

/** The section pick that a union of one version was made from; `null` if it was a union from the beginning. */
function takenAs(
  union: UnionPick,
  definitions: readonly AgentDefinition[],
  before: readonly Draft[],
): SectionPick | null {
  const keys = keysOf(union);
  for (const { picks } of before) {
    if (picks.some((pick) => pick.kind === 'union' && keysOf(pick) === keys)) continue;
    const isIt = (pick: Pick): pick is SectionPick => {
      const opened = pick.kind === 'section' ? openedPick(pick, definitions) : null;
      return opened !== null && keysOf(opened) === keys;
    };
    return picks.find(isIt) ?? null;
  }
  return null;
}

const keysOf = ({ passages }: UnionPick): string => passages.map(passageKeyText).toSorted().join();
