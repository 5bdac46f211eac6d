import type { ListStep } from './browse-state.ts';

/**
 * What is undone in the list, with a change of files as the last of it.
 *
 * @param words What was done.
 * @param action The action of the journal; `null` where that keeps none: a save before it is not undone in its place then.
 */
export function withFilesStep(undo: readonly ListStep[], words: string, action: string | null): readonly ListStep[] {
  return action === null ? undo.filter(({ kind }) => kind !== 'saved') : [...undo, { kind: 'files', words, action }];
}
