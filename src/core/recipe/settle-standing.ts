import { remembered } from '../../kit/memo.ts';
import type { PassageKey, Pick, UnionPassage } from '../draft/draft.ts';
import { withNewSettled } from '../settling/settle-unions.ts';
import { createPassageIndex } from '../union/passage-index.ts';
import { keyOf, passageKeyText } from '../union/passage-key.ts';
import { coverage, isConflict, isSameSaying, type PassageProfile, passageProfile } from '../union/passage-likeness.ts';
import type { PassageMove } from './refresh-union.ts';

/**
 * Put right in all unions what stands for what, after passages have changed.
 *
 * What stood for another because of its words does so only while the words allow it: else the other stands in the result
 * again. Of those whose stand-in is gone the first takes its place. A new passage that others say already is merged into
 * them or redundant, as when a union is made; and what comes to stand and contradicts what stood gives way to it.
 *
 * @param picks With passages as they are now, but `by` with the keys from before.
 * @param moves Every passage of a changed ingredient, from all unions.
 */
export function settleStanding(picks: readonly Pick[], moves: readonly PassageMove[]): readonly Pick[] {
  if (moves.every(({ before, after }) => before === after)) return picks;
  const settled = picks.map(followed(picks, moves));
  const merged = settled.map(withAddedMerged(settled, moves));
  const added = new Set(
    moves.flatMap((move) => (move.before === null && move.after ? [passageKeyText(move.after)] : [])),
  );
  const stood = new Set(
    passagesOf(picks)
      .filter(({ state }) => state === 'kept')
      .map(passageKeyText)
      .filter((key) => !added.has(key)),
  );
  const unions = merged.filter((pick) => pick.kind === 'union');
  const decided = withNewSettled(unions, (passage) => !stood.has(passageKeyText(passage)));
  const nowOf = new Map(unions.map((union, at) => [union as Pick, decided[at] ?? union]));
  return merged.map((pick) => nowOf.get(pick) ?? pick);
}

type ChangeUnion = (pick: Pick) => Pick;

function inUnions(change: (passage: UnionPassage) => UnionPassage): ChangeUnion {
  return (pick) => (pick.kind === 'union' ? { ...pick, passages: pick.passages.map(change) } : pick);
}

function passagesOf(picks: readonly Pick[]): readonly UnionPassage[] {
  return picks.flatMap((pick) => (pick.kind === 'union' ? pick.passages : []));
}

/** Lets every passage follow what stands for it. */
function followed(picks: readonly Pick[], moves: readonly PassageMove[]): ChangeUnion {
  const byOldKey = new Map<string, PassageMove>(
    passagesOf(picks).map((passage) => [passageKeyText(passage), { before: passage, after: passage }]),
  );
  const oldOf = new Map<UnionPassage, UnionPassage>();
  for (const move of moves) {
    if (move.before) byOldKey.set(passageKeyText(move.before), move);
    if (move.before && move.after) oldOf.set(move.after, move.before);
  }
  const heirs = new Map<string, PassageKey>();
  return inUnions((passage) => {
    if (passage.by === null) return passage;
    const key = passageKeyText(passage.by);
    const { before = null, after = null } = byOldKey.get(key) ?? {};
    const old = oldOf.get(passage) ?? passage;
    const holds = passage.state === 'conflict' ? isAgainst : standsFor;
    if (before && after && (!holds(before, old) || holds(after, passage))) {
      const isAsBefore = before === after && old === passage;
      return isAsBefore ? passage : { ...passage, by: keyOf(after), state: stateUnder(after, passage) };
    }
    const heir = heirs.get(key);
    if (heir) return { ...passage, by: heir };
    heirs.set(key, keyOf(passage));
    return { ...passage, state: 'kept', by: null };
  });
}

function stateUnder(stand: UnionPassage, passage: UnionPassage): 'redundant' | 'merged' | 'conflict' {
  if (passage.state === 'conflict') return passage.state;
  return isSameSaying(profileOf(stand), profileOf(passage)) ? 'redundant' : 'merged';
}

function withAddedMerged(picks: readonly Pick[], moves: readonly PassageMove[]): ChangeUnion {
  const added = new Set(moves.flatMap(({ before, after }) => (before === null && after ? [after] : [])));
  const kept = createPassageIndex<UnionPassage>();
  for (const passage of passagesOf(picks))
    if (passage.state === 'kept' && !added.has(passage)) kept.add(profileOf(passage), passage);
  return (pick) => {
    if (pick.kind !== 'union' || !pick.passages.some((passage) => added.has(passage))) return pick;
    const inside = new Set(pick.passages);
    return inUnions((passage) => {
      if (!added.has(passage)) return passage;
      const same = kept.same(profileOf(passage));
      const stand =
        same ?? kept.sharing(profileOf(passage)).find((other) => inside.has(other) && isOtherWording(other, passage));
      if (stand) return { ...passage, by: keyOf(stand), state: same ? 'redundant' : 'merged' };
      kept.add(profileOf(passage), passage);
      return passage;
    })(pick);
  };
}

/** As in a union: wordings of one definition are left alone, and so are titles. */
function isOtherWording(other: UnionPassage, passage: UnionPassage): boolean {
  if (other.definition === passage.definition || passage.kind === 'title') return false;
  return coverage(profileOf(other), profileOf(passage)) > 0;
}

/** What the user wrote in place of a passage stands for whatever that stood for. */
function standsFor(stand: UnionPassage, passage: UnionPassage): boolean {
  if (stand.edited !== null) return true;
  const [one, other] = [profileOf(stand), profileOf(passage)];
  return isSameSaying(one, other) || coverage(one, other) > 0;
}

/** What stands instead of something does so while it contradicts it. */
function isAgainst(stand: UnionPassage, passage: UnionPassage): boolean {
  return isConflict(profileOf(stand), profileOf(passage));
}

const profileOf = remembered(({ kind, text }: UnionPassage): PassageProfile => passageProfile(kind, text));
