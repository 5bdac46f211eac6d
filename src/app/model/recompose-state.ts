import type { IngredientChange } from '../../core/recipe/ingredient-change.ts';
import type { RecipeState } from '../../core/recipe/recipe-state.ts';
import type { RecomposedFile } from '../../usecases/recompose-definition.ts';
import type { FilterState } from './reader-state.ts';

/** An agent that was made here, and what has changed since. */
export interface ComposedAgent {
  readonly name: string;
  /** Absolute path of the file. */
  readonly path: string;
  /** Ids of the agents it is made from. */
  readonly madeFrom: readonly string[];
  readonly states: readonly RecipeState[];
  readonly changes: readonly IngredientChange[];
}

export interface ComposedState {
  /** `null` until they were looked at. */
  readonly agents: readonly ComposedAgent[] | null;
  /** Index into those that the filter leaves. */
  readonly cursor: number;
  /** What the list is narrowed by; `null` for nothing. */
  readonly filter: FilterState | null;
  /** First line on the screen of what changed for the one under the cursor. */
  readonly scroll: number;
}

/** The versions of what a merge has to decide: the user's file, what was picked, and the ingredients now. */
export const MERGE_SIDES = ['ours', 'base', 'theirs'] as const;

type MergeSide = (typeof MERGE_SIDES)[number];

/** A merge with something left to decide. */
export interface MergeState {
  readonly file: RecomposedFile;
  /** For each conflict the version chosen, or `null`. */
  readonly choices: readonly (MergeSide | null)[];
  /** Index of the conflict that the keys act on. */
  readonly conflict: number;
  /** Index of the column that the keys act on. */
  readonly side: number;
  /** First line on the screen, once it was scrolled; `null` while it follows the conflict. */
  readonly scroll: number | null;
}
