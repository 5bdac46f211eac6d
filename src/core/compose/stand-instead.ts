import {
  type Draft,
  isSamePassage,
  type PassageKey,
  type Pick,
  type Standing,
  type UnionPassage,
  type UnionPick,
} from '../draft/draft.ts';
import { standingPairs } from '../settling/standing-passages.ts';
import { keyOf } from '../union/passage-key.ts';
import { coverage, isConflict, isSameSaying, passageProfile } from '../union/passage-likeness.ts';
import { withTitlesOver } from '../union/titles-over.ts';
import { withPassageBack } from './arrange-draft.ts';
import { withPassagesBack } from './leave-out.ts';

/** What can be turned to from something that stands. */
export type Turn =
  /** What was left out for it stands instead: another wording, what is in conflict with it, another block. */
  | { readonly kind: 'instead'; readonly key: PassageKey }
  /** What is in conflict with it stands as well. */
  | { readonly kind: 'both'; readonly key: PassageKey }
  /** Of two in conflict that both stand the later goes. */
  | { readonly kind: 'alone'; readonly key: PassageKey; readonly goes: PassageKey };

/**
 * What comes next after a passage that stands, of all that was left out for it: one after the other, then, where two are in
 * conflict, both, then the first again. `null` where nothing was.
 */
export function nextTurn(picks: readonly Pick[], key: PassageKey): Turn | null {
  const passages = unitedIn(picks);
  const own = passages.find((one) => isSamePassage(one, key));
  if (own?.state !== 'kept' || own.kind === 'title') return null;
  const other = nextBlock(picks, own);
  if (other) return { kind: 'instead', key: keyOf(other) };
  const open = standingPairs(picks).find(
    ({ one, other: later, meeting }) => meeting.kind === 'conflict' && (one.passage === own || later.passage === own),
  );
  if (open) return { kind: 'alone', key: keyOf(open.one.passage), goes: keyOf(open.other.passage) };
  const group = passages.filter((one) => one === own || isLeftOutFor(one, own));
  const opposed = group.find(({ state }) => state === 'conflict');
  const next = group[group.indexOf(own) + 1];
  if (!canGo(passages, own) || !next) {
    if (opposed) return { kind: 'both', key: keyOf(opposed) };
    return canGo(passages, own) && group[0] && group[0] !== own ? { kind: 'instead', key: keyOf(group[0]) } : null;
  }
  return { kind: 'instead', key: keyOf(next) };
}

/** The draft after a turn. */
export function withTurn(draft: Draft, turn: Turn): Draft {
  switch (turn.kind) {
    case 'instead':
      return withStanding(draft, turn.key);
    case 'both':
      return withPassageBack(draft, turn.key);
    case 'alone':
      return withEach(draft, (passage) =>
        isSamePassage(passage, turn.goes) ? { ...passage, state: 'conflict', by: turn.key } : passage,
      );
  }
}

/**
 * The draft in which what was left out stands instead of what does now: all of its block instead of the block that was chosen,
 * else the passage alone. Where that cannot go by itself, both stand.
 */
export function withStanding(draft: Draft, key: PassageKey): Draft {
  const passages = unitedIn(draft.picks);
  const own = passages.find((one) => isSamePassage(one, key));
  if (!own || own.state === 'kept') return draft;
  if (own.rival !== undefined && own.state === 'dropped') return withBlock(draft, own);
  const { by } = own;
  const stand = by && passages.find((one) => isSamePassage(one, by));
  if (!stand || !canGo(passages, stand)) return withPassagesBack(draft, [key]);
  return withEach(draft, (passage) => {
    if (passage === own) return { ...own, state: 'kept', by: null };
    return passage === stand || isLeftOutFor(passage, stand) ? { ...passage, ...standingUnder(own, passage) } : passage;
  });
}

/** What becomes of a passage that another one stands for, or against, from now on. */
function standingUnder(stand: UnionPassage, passage: UnionPassage): Standing {
  const by = keyOf(stand);
  const [one, other] = [profileOf(stand), profileOf(passage)];
  if (isSameSaying(one, other)) return { state: 'redundant', by };
  if (isConflict(one, other)) return { state: 'conflict', by };
  // What says the same as one of two in conflict is in conflict with the other.
  const isOpposed = (stand.state === 'conflict') !== (passage.state === 'conflict') && coverage(one, other) === 0;
  return { state: isOpposed ? 'conflict' : 'merged', by };
}

function withBlock(draft: Draft, { block, rival }: UnionPassage): Draft {
  const picks = draft.picks.map((pick) => {
    const isOf = pick.kind === 'union' && pick.passages.some((one) => one.block === block && one.rival === rival);
    return isOf && pick.kind === 'union' ? withBlockIn(pick, block, rival) : pick;
  });
  return { ...draft, picks };
}

function withBlockIn(union: UnionPick, block: number | undefined, rival: number | undefined): UnionPick {
  const passages = union.passages.map((passage): UnionPassage => {
    const { rival: before, ...own } = passage;
    if (passage.block === block && before === rival && passage.state === 'dropped')
      return { ...own, state: 'kept', by: null };
    const isOut = passage.block === rival && passage.state === 'kept';
    const isOther = before === rival && passage.state === 'dropped';
    if (block === undefined || !(isOut || isOther)) return passage;
    return { ...own, state: 'dropped', by: null, rival: block };
  });
  return withTitlesOver(union, { ...union, passages });
}

/** The first passage of the block that is next among those of which one was chosen. */
function nextBlock(picks: readonly Pick[], { block, ...own }: UnionPassage): UnionPassage | null {
  const union = picks.find((pick) => pick.kind === 'union' && pick.passages.some((one) => isSamePassage(one, own)));
  if (block === undefined || union?.kind !== 'union') return null;
  const others = union.passages.filter(
    ({ state, rival, kind }) => state === 'dropped' && rival === block && kind !== 'title',
  );
  const numbers = [...new Set(others.flatMap((one) => one.block ?? []))].sort((a, b) => a - b);
  const next = numbers.find((number) => number > block) ?? numbers[0];
  return others.find((one) => one.block === next) ?? null;
}

function isLeftOutFor({ by, kind, state }: UnionPassage, stand: PassageKey): boolean {
  return by !== null && kind !== 'title' && state !== 'redundant' && isSamePassage(by, stand);
}

/** Whether a passage can give way by itself: it is part of no block, and has nothing under it. */
function canGo(passages: readonly UnionPassage[], passage: UnionPassage): boolean {
  const behind = passages.slice(passages.indexOf(passage) + 1).find(({ state }) => state === 'kept');
  const isOver = passage.kind === 'item' && behind?.kind === 'item' && behind.depth > passage.depth;
  return passage.block === undefined && !isOver;
}

function withEach(draft: Draft, change: (passage: UnionPassage) => UnionPassage): Draft {
  const picks = draft.picks.map((pick) =>
    pick.kind === 'union' ? withTitlesOver(pick, { ...pick, passages: pick.passages.map(change) }) : pick,
  );
  return { ...draft, picks };
}

function unitedIn(picks: readonly Pick[]): readonly UnionPassage[] {
  return picks.flatMap((pick) => (pick.kind === 'union' && pick.edited === null ? pick.passages : []));
}

const profileOf = ({ kind, text }: UnionPassage) => passageProfile(kind, text);
