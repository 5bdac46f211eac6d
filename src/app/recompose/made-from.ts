import type { IngredientChange } from '../../core/recipe/ingredient-change.ts';
import type { RecipeState } from '../../core/recipe/recipe-state.ts';
import { counted } from '../../text/count-text.ts';
import { madeFromLayout } from '../model/layout.ts';
import { listedAgents } from '../model/made-here.ts';
import type { Model } from '../model/model.ts';
import type { ComposedAgent, MERGE_SIDES, MergeState } from '../model/recompose-state.ts';
import { scrolledTo } from '../model/scrolling.ts';

/** How many conflicts are left to decide. */
export function openConflicts({ choices }: MergeState): number {
  return choices.filter((choice) => choice === null).length;
}

/** What the versions of a conflict are. */
export const SIDE_TITLES: Readonly<Record<(typeof MERGE_SIDES)[number], string>> = {
  ours: 'your file',
  base: 'taken from then',
  theirs: 'its source now',
};

/** How an agent made here stands to what it is made from, in words. */
export function stateWords({ states, changes }: ComposedAgent): string {
  return states.map((state) => WORDS[state](changes)).join(' · ');
}

const WORDS: Readonly<Record<RecipeState, (changes: readonly IngredientChange[]) => string>> = {
  'up-to-date': () => 'up to date',
  edited: () => 'edited by hand',
  'ingredient-changed': (changes) =>
    `${counted(
      sourcesOf(changes, (one) => !isGone(one)),
      'source',
    )} changed`,
  'ingredient-gone': (changes) => {
    const count = sourcesOf(changes, isGone);
    return count === 1 ? 'source gone' : `${counted(count, 'source')} gone`;
  },
  'file-gone': () => 'its file is gone',
};

/** Whether a change is that something is no longer there. */
function isGone({ kind }: IngredientChange): boolean {
  return kind === 'file-gone' || kind === 'section-gone';
}

function sourcesOf(changes: readonly IngredientChange[], isMeant: (change: IngredientChange) => boolean): number {
  return new Set(changes.filter(isMeant).map(({ path }) => path)).size;
}

/** The first of the agents made here that is on the screen. */
export function agentsTop(model: Model): number {
  const { rows } = madeFromLayout(model).first;
  const { cursor } = model.composed;
  return scrolledTo(cursor, cursor - Math.floor(rows / 2), rows, listedAgents(model).length);
}
