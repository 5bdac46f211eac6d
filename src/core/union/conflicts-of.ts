import type { Pick, UnionPassage } from '../draft/draft.ts';
import type { Difference } from '../passages/difference.ts';
import { relationOf } from '../passages/relation.ts';
import { createPassageIndex } from './passage-index.ts';
import { type PassageProfile, passageProfile } from './passage-likeness.ts';

/** Two passages of different definitions that both stand in a union and cannot both be followed. */
export interface UnionConflict {
  readonly one: UnionPassage;
  readonly other: UnionPassage;
  readonly differs: Difference;
}

/** The conflicts inside the unions among some picks, in the order in which the later of the two comes. */
export function conflictsOf(picks: readonly Pick[]): readonly UnionConflict[] {
  return picks.flatMap((pick) => (pick.kind === 'union' && pick.edited === null ? conflictsAmong(pick.passages) : []));
}

function conflictsAmong(passages: readonly UnionPassage[]): readonly UnionConflict[] {
  const index = createPassageIndex<{ readonly passage: UnionPassage; readonly profile: PassageProfile }>();
  return passages.flatMap((other) => {
    if (other.state !== 'kept' || other.kind === 'title') return [];
    const profile = passageProfile(other.kind, other.edited ?? other.text);
    const found = index.sharing(profile).flatMap(({ passage: one, profile: earlier }): readonly UnionConflict[] => {
      if (one.definition === other.definition || one.kind !== other.kind) return [];
      const relation = relationOf(earlier.passage, profile.passage);
      return relation.kind === 'conflict' ? [{ one, other, differs: relation.differs }] : [];
    });
    index.add(profile, { passage: other, profile });
    return found;
  });
}
