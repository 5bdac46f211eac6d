import type { ComposedAgent, MergeState, Model } from '../model/model.ts';

/** The composed agent under the cursor. */
export function currentAgent({ composed }: Model): ComposedAgent | null {
  return composed.agents?.[composed.cursor] ?? null;
}

/** How many conflicts are left to decide. */
export function openConflicts({ choices }: MergeState): number {
  return choices.filter((choice) => choice === null).length;
}
