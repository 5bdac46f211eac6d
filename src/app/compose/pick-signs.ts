import type { PickState } from '../../core/compose/arrange-draft.ts';
import type { PassageState } from '../../core/draft/draft.ts';
import type { SignName } from '../model/signs.ts';

/** How a section stands to the draft. */
export const PICK_SIGNS: Readonly<Record<PickState, SignName>> = {
  picked: 'taken',
  part: 'part',
  inside: 'inside',
  united: 'merged',
  free: 'free',
};

/** What became of a passage. */
export const PASSAGE_SIGNS: Readonly<Record<PassageState, SignName>> = {
  kept: 'taken',
  merged: 'nearlySaid',
  redundant: 'saidAgain',
  conflict: 'opposed',
  dropped: 'unsaid',
};
