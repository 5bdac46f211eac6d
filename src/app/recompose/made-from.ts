import type { IngredientChange } from '../../core/recipe/ingredient-change.ts';
import type { RecipeState } from '../../core/recipe/recipe-state.ts';
import { counted } from '../../text/count-text.ts';
import { LEAST_ROWS, shareOf } from '../../text/shares.ts';
import { passesFilter } from '../model/focused-field.ts';
import { above, frameLayout, GAP, type SplitLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import type { ComposedAgent, MERGE_SIDES, MergeState } from '../model/recompose-state.ts';
import { clamped, scrolledTo } from '../model/scrolling.ts';

/** The agents made here that pass the filter of their list. */
export function listedAgents({ composed: { agents, filter } }: Pick<Model, 'composed'>): readonly ComposedAgent[] {
  if (agents === null || filter === null) return agents ?? [];
  return agents.filter((agent) => passesFilter(filter, [agent.name, agent.path, ...agent.madeFrom].join('\n')));
}

/** The agent made here that is under the cursor. */
export function currentAgent({ composed }: Pick<Model, 'composed'>): ComposedAgent | null {
  return listedAgents({ composed })[composed.cursor] ?? null;
}

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

/** The agents made here above, what changed for one of them below; all rows for the list where nothing did. */
export function madeFromLayout(model: Pick<Model, 'size' | 'look' | 'composed'>): SplitLayout {
  const { columns, bodyHeight } = frameLayout(model.size);
  const hasChanges = (currentAgent(model)?.changes.length ?? 0) > 0;
  if (!hasChanges || bodyHeight < 6)
    return { direction: 'column', first: { columns, rows: bodyHeight }, second: { columns, rows: 0 } };
  const usual = clamped(listedAgents(model).length, 2, Math.floor(bodyHeight * 0.4));
  return above(
    columns,
    bodyHeight,
    shareOf(bodyHeight, model.look.shares['made-here'], usual, LEAST_ROWS, LEAST_ROWS + GAP),
  );
}

/** The first of the agents made here that is on the screen. */
export function agentsTop(model: Model): number {
  const { rows } = madeFromLayout(model).first;
  const { cursor } = model.composed;
  return scrolledTo(cursor, cursor - Math.floor(rows / 2), rows, listedAgents(model).length);
}
