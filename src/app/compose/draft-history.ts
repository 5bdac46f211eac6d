import type { Draft } from '../../core/draft/draft.ts';
import type { DraftHistory } from '../model/model.ts';

/** A history one undoable step further; the same one if the draft did not change. */
export function withStep(history: DraftHistory, draft: Draft): DraftHistory {
  if (draft === history.present) return history;
  return { past: [...history.past, history.present], present: draft, future: [] };
}

/** The history one step back, or the same one at its start. */
export function undone({ past, present, future }: DraftHistory): DraftHistory {
  const previous = past.at(-1);
  return previous
    ? { past: past.slice(0, -1), present: previous, future: [present, ...future] }
    : { past, present, future };
}

/** The history one step forward, or the same one at its end. */
export function redone({ past, present, future }: DraftHistory): DraftHistory {
  const [next, ...rest] = future;
  return next ? { past: [...past, present], present: next, future: rest } : { past, present, future };
}
