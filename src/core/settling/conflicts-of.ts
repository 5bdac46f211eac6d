import { isSamePassage, type Pick, type UnionPassage, type UnionPick } from '../draft/draft.ts';
import type { Difference } from '../passages/difference.ts';
import { relationOf } from '../passages/relation.ts';
import { plainTitle } from '../sections/section-title.ts';
import { passageProfile } from '../union/passage-likeness.ts';
import { standingPairs } from './standing-passages.ts';

/** Two passages of different definitions that cannot both be followed. */
export interface UnionConflict {
  /** The title that the one that stands is under. */
  readonly topic: string;
  readonly kept: UnionPassage;
  readonly other: UnionPassage;
  /** Whether the other one stands as well. */
  readonly isOpen: boolean;
  readonly differs: Difference;
}

/** The conflicts in the unions among some picks: first those of which one stands, then those of which both do. */
export function conflictsOf(picks: readonly Pick[]): readonly UnionConflict[] {
  const unions = picks.filter((pick) => pick.kind === 'union' && pick.edited === null) as readonly UnionPick[];
  return [...unions.flatMap(({ passages }) => passages.flatMap((other) => decided(unions, other))), ...open(picks)];
}

function decided(unions: readonly UnionPick[], other: UnionPassage): readonly UnionConflict[] {
  const { by } = other;
  if (other.state !== 'conflict' || other.kind === 'title') return [];
  return unions.flatMap((union) => {
    const kept = union.passages.find((one) => isSamePassage(one, by ?? other) && one.state === 'kept');
    if (!kept) return [];
    const relation = relationOf(profileOf(kept), profileOf(other));
    if (relation.kind !== 'conflict') return [];
    return [{ topic: topicOf(union, kept), kept, other, isOpen: false, differs: relation.differs }];
  });
}

function open(picks: readonly Pick[]): readonly UnionConflict[] {
  return standingPairs(picks).flatMap(({ one, other, meeting }) => {
    const union = picks[one.pick];
    if (meeting.kind !== 'conflict' || union?.kind !== 'union') return [];
    const [kept, { differs }] = [one.passage, meeting];
    return [{ topic: topicOf(union, kept), kept, other: other.passage, isOpen: true, differs }];
  });
}

function topicOf({ passages, title }: UnionPick, passage: UnionPassage): string {
  const before = passages.slice(0, passages.indexOf(passage));
  const over = before.findLast(({ kind, state }) => kind === 'title' && state === 'kept');
  return over ? plainTitle(over.text.trim()) : title;
}

const profileOf = ({ kind, text, edited }: UnionPassage) => passageProfile(kind, edited ?? text).passage;
