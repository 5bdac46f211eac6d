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
  const known = { held, conflicts, rarityOf: raritiesAmong(standing) };
  const index = createPassageIndex<StandingPassage>();
  for (const other of standing) {
    for (const one of index.sharing(other.profile)) {
      const isOpen = !fates.has(one.passage) && !fates.has(other.passage);
      const decided = isOpen ? decidedBetween(one, other, known) : null;
      if (decided?.goes) {
        const { goes, state } = decided;
        fates.set(goes.passage, { state, by: (goes === one ? other : one).passage });
      }
    }
    if (!fates.has(other.passage)) index.add(other.profile, other);
  }
  return fates;
}

interface Known {
  readonly held: ReadonlySet<UnionPassage>;
  readonly conflicts: Conflicts;
  /** How much a term tells among all that stands. */
  readonly rarityOf: (term: string) => number;
}

/** Which of two goes, and why: the later, unless it says more of what both say, or must stand; none where both must. */
function decidedBetween(
  one: StandingPassage,
  other: StandingPassage,
  known: Known,
): { readonly state: Fate['state']; readonly goes: StandingPassage | undefined } {
  const { held, conflicts } = known;
  const meeting = meetingOf(one, other);
  if (meeting?.kind !== 'conflict') return { state: 'merged', goes: saidAgain(one, other, meeting !== null, known) };
  const goes = conflicts === 'first' ? [other, one].find(({ passage }) => !held.has(passage)) : undefined;
  return { state: 'conflict', goes };
}

/** @param isNear Whether the two say nearly the same. */
function saidAgain(
  one: StandingPassage,
  other: StandingPassage,
  isNear: boolean,
  { held, rarityOf }: Known,
): StandingPassage | undefined {
  // A numbered list loses nothing to another topic: its numbers would tell of fewer.
  const isFree = (goes: StandingPassage) =>
    !held.has(goes.passage) && (one.pick === other.pick || !/^\s*\d+[.)]\s/.test(goes.passage.text));
  const free = [other, one].filter(isFree);
  const staysFor = (goes: StandingPassage) => (goes === one ? other : one);
  if (isNear) {
    const lacks = free.map((goes) => ({ goes, lack: lackOf(goes, staysFor(goes)) }));
    const [least] = lacks.sort((a, b) => a.lack - b.lack);
    if (least && least.lack <= LACKING) return least.goes;
  }
  return free.find((goes) => isSaidBeside(goes, staysFor(goes), rarityOf));
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
