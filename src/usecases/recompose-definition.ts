import { composedDefinition, composeFile } from '../core/compose/compose.ts';
import type { Pick } from '../core/draft/draft.ts';
import { cutBlocks } from '../core/merging/cut-blocks.ts';
import type { MergeChunk } from '../core/merging/merge-chunk.ts';
import { hasConflict, hasMarkers, mergeThreeWays } from '../core/merging/three-way.ts';
import type { IngredientChange } from '../core/recipe/ingredient-change.ts';
import { plainEnds, withEndsOf } from '../core/recipe/line-ends.ts';
import type { Recipe } from '../core/recipe/recipe.ts';
import { conflictsOf, type UnionConflict } from '../core/settling/conflicts-of.ts';
import type { WriteOutcome } from '../ports/file-system.ts';
import { checkRecipe } from './check-recipe.ts';
import { writtenWarning } from './save-definition.ts';
import type { SaveOutside } from './save-outside.ts';

/** How a composed file takes over what its ingredients say now. */
export type Recomposition =
  /** There is no recipe, or the file or the recipe cannot be read. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nothing but perhaps ingredients that are gone, whose texts stay. */
  | { readonly kind: 'current'; readonly changes: readonly IngredientChange[] }
  | RecomposedFile;

/** A composed file merged with the changes of its ingredients. */
export interface RecomposedFile {
  readonly kind: 'merged' | 'conflict';
  readonly path: string;
  /** The file as it is: no other version of it is written over. */
  readonly before: string;
  /** The merged text with `\n` as line ends, in one stable chunk unless there is a conflict. */
  readonly chunks: readonly MergeChunk[];
  readonly changes: readonly IngredientChange[];
  /** What contradicts each other now, and did not when it was taken. */
  readonly contradictions: readonly UnionConflict[];
  /** The recipe once the changes are taken over. */
  readonly recipe: Recipe;
}

/**
 * Merge a composed file in three ways: what was picked, the file with what its user made of it, and what the same picks
 * come to now.
 *
 * @param path Absolute path of the file.
 */
export async function recompose(outside: SaveOutside, path: string): Promise<Recomposition> {
  const found = await outside.recipes.of(path);
  if (found.kind === 'none') return { kind: 'refused', reason: 'it was not made here' };
  if (found.kind === 'failed') return { kind: 'refused', reason: `its recipe cannot be read: ${found.problem}` };
  const { recipe } = found;
  const { text, changes, draft, states, outlines } = await checkRecipe(outside, recipe);
  if (text === null) {
    const read = await outside.files.read(path);
    return { kind: 'refused', reason: read.kind === 'failed' ? read.reason : 'it has just changed: try again' };
  }
  if (changes.every(({ effect }) => effect === 'none' || effect === 'not-taken')) return { kind: 'current', changes };
  const { text: theirs, refusal } = composedDefinition(draft);
  if (refusal !== null) return { kind: 'refused', reason: refusal };
  const chunks: readonly MergeChunk[] = states.includes('edited')
    ? mergeThreeWays(composeFile(recipe.draft), plainEnds(text), theirs)
    : [{ kind: 'stable', text: theirs }];
  const next = { ...recipe, sha256: outside.sha256(theirs), draft, outlines };
  return {
    kind: hasConflict(chunks) ? 'conflict' : 'merged',
    path,
    before: text,
    chunks,
    changes: withLeftOut(changes, chunks),
    contradictions: newConflicts(recipe.draft.picks, draft.picks),
    recipe: next,
  };
}

function newConflicts(before: readonly Pick[], now: readonly Pick[]): readonly UnionConflict[] {
  const keyOf = ({ kept, other }: UnionConflict) => JSON.stringify([kept.text, other.text]);
  const known = new Set(conflictsOf(before).map(keyOf));
  return conflictsOf(now).filter((conflict) => !known.has(keyOf(conflict)));
}

/** The changes, with those of which nothing is in the merged text, since its user took out what they are of. */
function withLeftOut(changes: readonly IngredientChange[], chunks: readonly MergeChunk[]): readonly IngredientChange[] {
  const merged = new Set(chunks.flatMap((chunk) => wordsIn(chunk.kind === 'stable' ? chunk.text : chunk.theirs)));
  return changes.map((change) => {
    if (change.effect !== 'result' || change.pick === null || change.after === null) return change;
    const before = new Set(wordsIn(change.before ?? ''));
    const now = wordsIn(change.after).filter((words) => !before.has(words));
    const isLeftOut = now.length > 0 && now.every((words) => !merged.has(words));
    return isLeftOut ? { ...change, effect: 'left-out' } : change;
  });
}

function wordsIn(text: string): readonly string[] {
  return cutBlocks(plainEnds(text)).blocks.map(({ words }) => words.trim());
}

/** What became of writing a recomposed file. */
export type RecomposeOutcome =
  | (Extract<WriteOutcome, { kind: 'written' }> & {
      readonly warning: string | null;
      /** Whether the file said all of it already, and was not written. */
      readonly isUnchanged: boolean;
    })
  | Exclude<WriteOutcome, { kind: 'written' }>;

/**
 * Write a recomposed file over the version it was made from, with its line ends, and renew its recipe. A file that stays
 * as it is is not written.
 *
 * @param text The merged text with all conflicts decided.
 */
export async function writeRecomposed(
  { files, recipes, sha256, openBackups }: SaveOutside,
  { path, before, recipe }: RecomposedFile,
  text: string,
): Promise<RecomposeOutcome> {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const after = mark + withEndsOf(before, text);
  const isUnchanged = after === before;
  const outcome: WriteOutcome = isUnchanged
    ? { kind: 'written', path, backup: null }
    : await files.write(path, after, { kind: 'version', sha256: sha256(before), backups: await openBackups() });
  if (outcome.kind !== 'written') return outcome;
  return { ...outcome, isUnchanged, warning: writtenWarning(outcome, await recipes.write(recipe)) };
}

/**
 * Take the file as it is for merged by hand, and renew its recipe.
 *
 * @returns The reason why not, or `null`.
 */
export async function acceptRecomposed(
  outside: SaveOutside,
  { before, recipe }: RecomposedFile,
): Promise<string | null> {
  if (hasMarkers(plainEnds(before))) return 'it still holds markers of conflicts';
  return outside.recipes.write(recipe);
}

/** Where a merged text with markers goes: beside the file, where no harness takes it for an agent. */
export function conflictPath(path: string): string {
  return path.replace(/(?<![^/\\])[^/\\]+$/, '.$&.merge');
}
