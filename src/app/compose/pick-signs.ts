import type { PickState } from '../../core/compose/arrange-draft.ts';
import type { PassageState } from '../../core/draft/draft.ts';

/** How a section stands to the draft, in one cell. */
export const PICK_SIGNS: Readonly<Record<PickState, string>> = { picked: '●', inside: '◦', united: '∪', free: '○' };

/** What became of a passage, in one cell. */
export const PASSAGE_SIGNS: Readonly<Record<PassageState, string>> = {
  kept: '●',
  merged: '≈',
  redundant: '=',
  dropped: '–',
};
