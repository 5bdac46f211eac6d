import type { Draft } from '../../core/draft/draft.ts';
import type { DraftHistory } from '../model/draft-state.ts';

/**
 * A history one undoable step further; the same one if the draft did not change.
 *
 * @param act What was done, as a command: `take Security`.
 * @param left The key of what it left out, if it did.
 */
export function withStep(history: DraftHistory, draft: Draft, act: string, left?: string): DraftHistory {
  if (draft === history.present) return history;
  const step = { draft: history.present, act, ...(left !== undefined && { left }) };
  return { past: [...history.past, step], present: draft, future: [] };
}

/** The history one step back, or the same one at its start. */
export function undone({ past, present, future }: DraftHistory): DraftHistory {
  const previous = past.at(-1);
  if (!previous) return { past, present, future };
  const step = { ...previous, draft: present };
  return { past: past.slice(0, -1), present: previous.draft, future: [step, ...future] };
}

/** The history one step forward, or the same one at its end. */
export function redone({ past, present, future }: DraftHistory): DraftHistory {
  const [next, ...rest] = future;
  if (!next) return { past, present, future };
  return { past: [...past, { ...next, draft: present }], present: next.draft, future: rest };
}
