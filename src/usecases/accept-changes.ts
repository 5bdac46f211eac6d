import { composeFile } from '../core/compose/compose.ts';
import type { Draft } from '../core/draft/draft.ts';
import type { IngredientChange } from '../core/recipe/ingredient-change.ts';
import { withoutGone } from '../core/recipe/without-gone.ts';
import { checkRecipe } from './check-recipe.ts';
import type { SaveOutside } from './save-outside.ts';

/** What became of accepting. */
export type AcceptOutcome =
  /** The changes that are told no more; none where there were none. */
  | { readonly kind: 'accepted'; readonly changes: readonly IngredientChange[] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Settle what the ingredients of a composed file say now without taking any of it: its recipe becomes one of them as they
 * are, and what the file says otherwise counts as edited by hand. The file is not touched.
 *
 * @param path Absolute path of the file.
 */
export async function acceptChanges(outside: Omit<SaveOutside, 'openBackups'>, path: string): Promise<AcceptOutcome> {
  const found = await outside.recipes.of(path);
  if (found.kind === 'none') return { kind: 'refused', reason: 'it was not made here' };
  if (found.kind === 'failed') return { kind: 'refused', reason: `its recipe cannot be read: ${found.problem}` };
  const { text, changes, draft, outlines } = await checkRecipe(outside, found.recipe);
  if (text === null) return { kind: 'refused', reason: 'there is no such file, or none that can be read' };
  if (changes.length === 0) return { kind: 'accepted', changes };
  const settled: Draft = withoutGone(draft, changes);
  const sha256 = outside.sha256(composeFile(settled));
  const reason = await outside.recipes.write({ ...found.recipe, sha256, draft: settled, outlines });
  return reason === null ? { kind: 'accepted', changes } : { kind: 'refused', reason };
}
