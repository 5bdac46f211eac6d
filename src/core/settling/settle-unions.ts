import { standingOf, type UnionPassage, type UnionPick } from '../draft/draft.ts';
import { saysWho } from '../union/grouping/introduces.ts';
import { createPassageIndex } from '../union/passage-index.ts';
import { keyOf, passageKeyText } from '../union/passage-key.ts';
import { withTitlesOver } from '../union/titles-over.ts';
import { isSaidBeside, LACKING, lackOf } from './lack-of.ts';
import { withoutSaidBlocks } from './said-blocks.ts';
import { meetingOf, raritiesAmong, type StandingPassage, standingPassages } from './standing-passages.ts';

/** What becomes of two passages that contradict each other: the first definition's stands, or both do. */
export type Conflicts = 'first' | 'both';

/**
 * Unions made side by side with what they say decided against each other. Of two passages that contradict each other the
 * first definition's stands (`conflict`); of two that say nearly the same the fuller, or else the first definition's
 * (`merged`). What is part of a block, has something under it or says who the agent is stands whatever others say.
 *
 * Law: no passage is lost; what stands for one is kept.
 *
 * @param order Ids of the definitions, the first first.
 */
export function settledUnions(
  unions: readonly UnionPick[],
  order: readonly string[],
  conflicts: Conflicts,
): readonly UnionPick[] {
  const rank = new Map(order.map((id, at) => [id, at]));
  const rankOf = ({ passage }: StandingPassage) => rank.get(passage.definition) ?? order.length;
  const said = withoutSaidBlocks(unions);
  const standing = standingPassages(said).toSorted((a, b) => rankOf(a) - rankOf(b));
  const fates = fatesAmong(standing, heldOf(said), conflicts);
  return withFates(said, fates);
}

/**
 * Unions in which what comes to stand later gives way to what it contradicts: what stood before stays (`conflict`), and of
 * two that both come the earlier. What cannot go by itself stands beside it.
 *
 * @param isNew Whether a kept passage did not stand before.
 */
export function withNewSettled(
  unions: readonly UnionPick[],
  isNew: (passage: UnionPassage) => boolean,
): readonly UnionPick[] {
  const standing = standingPassages(unions);
  const isLate = ({ passage }: StandingPassage) => isNew(passage);
  const late = standing.filter(isLate);
  if (late.length === 0) return unions;
  const held = heldOf(unions);
  const fates = new Map<UnionPassage, Fate>();
  const index = createPassageIndex<StandingPassage>();
  for (const one of standing) if (!isLate(one)) index.add(one.profile, one);
  for (const other of late) {
    const against = held.has(other.passage)
      ? undefined
      : index.sharing(other.profile).find((one) => meetingOf(one, other)?.kind === 'conflict');
    if (against) fates.set(other.passage, { state: 'conflict', by: against.passage });
    else index.add(other.profile, other);
  }
  return fates.size === 0 ? unions : withFates(unions, fates);
}

/** Whether what goes is said by what stays in the same list. */
type IsBeside = (goes: StandingPassage, stays: StandingPassage) => boolean;

/** What goes, with what stands for it or instead. */
type Fates = ReadonlyMap<UnionPassage, Fate>;

interface Fate {
  readonly state: 'merged' | 'conflict';
  readonly by: UnionPassage;
}

function fatesAmong(
  standing: readonly StandingPassage[],
  held: ReadonlySet<UnionPassage>,
  conflicts: Conflicts,
): Fates {
  const fates = new Map<UnionPassage, Fate>();
  const rarityOf = raritiesAmong(standing);
  const isBeside: IsBeside = (goes, stays) => isSaidBeside(goes, stays, rarityOf);
  const index = createPassageIndex<StandingPassage>();
  for (const other of standing) {
    for (const one of index.sharing(other.profile)) {
      const state =
        fates.has(one.passage) || fates.has(other.passage) ? null : stateOf(one, other, conflicts, isBeside);
      const goes = state && goingOf(state, one, other, held, isBeside);
      if (goes) fates.set(goes.passage, { state, by: (goes === one ? other : one).passage });
    }
    if (!fates.has(other.passage)) index.add(other.profile, other);
  }
  return fates;
}

/** Which of two goes: the later, unless it says more of what both say, or must stand; `null` where both must. */
function goingOf(
  state: Fate['state'],
  one: StandingPassage,
  other: StandingPassage,
  held: ReadonlySet<UnionPassage>,
  isBeside: IsBeside,
): StandingPassage | null {
  // A numbered list loses nothing to another topic: its numbers would tell of fewer.
  const isFree = (goes: StandingPassage) =>
    !held.has(goes.passage) && (one.pick === other.pick || !/^\s*\d+[.)]\s/.test(goes.passage.text));
  if (state === 'conflict') return [other, one].find(({ passage }) => !held.has(passage)) ?? null;
  const [ofOne, ofOther] = [lackOf(one, other), lackOf(other, one)];
  const inOrder = ofOne < ofOther ? [one, other] : [other, one];
  return (
    inOrder.find((goes) => isFree(goes) && (goes === one ? ofOne : ofOther) <= LACKING) ??
    [other, one].find((goes) => isFree(goes) && isBeside(goes, goes === one ? other : one)) ??
    null
  );
}

function stateOf(
  one: StandingPassage,
  other: StandingPassage,
  conflicts: Conflicts,
  isBeside: IsBeside,
): 'merged' | 'conflict' | null {
  const meeting = meetingOf(one, other);
  if (meeting?.kind === 'conflict') return conflicts === 'first' ? 'conflict' : null;
  return meeting !== null || isBeside(other, one) || isBeside(one, other) ? 'merged' : null;
}

/** What cannot go by itself. */
function heldOf(unions: readonly UnionPick[]): ReadonlySet<UnionPassage> {
  return new Set(
    unions.flatMap(({ passages }) => {
      const kept = passages.filter(({ state }) => state === 'kept');
      return kept.filter((passage, at) => isHeld(passage, kept[at + 1]));
    }),
  );
}

/** What is part of a block, has something under it, is counted among others without a name, or says who the agent is. */
function isHeld(passage: UnionPassage, next: UnionPassage | undefined): boolean {
  const text = passage.text.trim();
  const isItem = passage.kind === 'item';
  const isOver = isItem && next?.kind === 'item' && next.depth > passage.depth;
  const isCounted = isItem && /^\d+[.)]\s+(?!\W{0,4}\*\*)/.test(text);
  return passage.block !== undefined || isOver || isCounted || /[:：][*_]*$/.test(text) || saysWho(text);
}

function withFates(unions: readonly UnionPick[], fates: Fates): readonly UnionPick[] {
  const fated = unions.map((union) => {
    const passages = union.passages.map((passage) => {
      const fate = fates.get(passage);
      return fate ? { ...passage, state: fate.state, by: keyOf(fate.by) } : passage;
    });
    return withTitlesOver(union, { ...union, passages });
  });
  const byKey = new Map(fated.flatMap(({ passages }) => passages.map((one) => [passageKeyText(one), one])));
  return fated.map((union) => ({ ...union, passages: union.passages.map((passage) => followed(passage, byKey)) }));
}

/** Where what stood for something has gone, what stands for that does. */
function followed(passage: UnionPassage, byKey: ReadonlyMap<string, UnionPassage>): UnionPassage {
  const stand = passage.by && byKey.get(passageKeyText(passage.by));
  if (!stand || stand.state === 'kept') return passage;
  const isAgainst = passage.state === 'conflict' || stand.state === 'conflict';
  const state = isAgainst ? 'conflict' : stand.state === 'redundant' ? passage.state : stand.state;
  return followed({ ...passage, ...standingOf(state, stand.by) }, byKey);
}
