import { composedDefinition } from '../core/compose/compose.ts';
import { draftProblem } from '../core/compose/validate-draft.ts';
import type { Draft } from '../core/draft/draft.ts';
import { withEndsOf } from '../core/recipe/line-ends.ts';
import type { WriteGuard, WriteOutcome } from '../ports/file-system.ts';
import { readOutlines } from './check-recipe.ts';
import type { SaveOutside } from './save-outside.ts';
import type { SavedFile } from './undo-save.ts';

/** What became of saving a draft: a write's outcome, or the reason it was not tried. */
export type SaveOutcome =
  /** The warning says why the recipe could not be kept; the file is written all the same. */
  | (Extract<WriteOutcome, { kind: 'written' }> & {
      readonly warning: string | null;
      /** What to undo it by; `null` where there is no file now, or it is as it was. */
      readonly saved: SavedFile | null;
      /** Whether the file said just that before, so that nothing was written. */
      readonly isUnchanged?: true;
    })
  | Exclude<WriteOutcome, { kind: 'written' }>
  | { readonly kind: 'invalid'; readonly reason: string };

/**
 * Write a draft to disk as a definition, with the line ends of a file that it replaces, and keep its recipe. Where the
 * file says just that already, nothing is written.
 *
 * @param path Absolute path of the target file.
 * @param guard What must be true of the target, so that nothing is overwritten that the user has not seen.
 * @param within See `FileSystem.write`.
 */
export async function saveDefinition(
  { files, recipes, sha256, openBackups }: SaveOutside,
  draft: Draft,
  path: string,
  guard: WriteGuard,
  within?: string,
): Promise<SaveOutcome> {
  const reason = draftProblem(draft);
  if (reason !== null) return { kind: 'invalid', reason };
  const { text, refusal } = composedDefinition(draft);
  if (refusal !== null) return { kind: 'invalid', reason: refusal };
  const isNew = guard.kind === 'absent';
  const before = isNew ? null : await recipes.of(path);
  const replaced = isNew ? null : await files.read(path);
  const written = replaced?.kind === 'text' ? withEndsOf(replaced.text, text) : text;
  const asked = isNew ? guard : { ...guard, backups: await openBackups() };
  const outcome = await files.write(path, written, asked, within);
  // What goes through a pipe can be made anew by nobody.
  if (outcome.kind === 'written' && outcome.isStream) return { ...outcome, warning: null, saved: null };
  const isUnchanged = outcome.kind === 'occupied' && outcome.text === withEndsOf(outcome.text, text);
  if (outcome.kind !== 'written' && !isUnchanged) return outcome;
  const outlines = await readOutlines(files, path, draft);
  const problem = await recipes.write({ target: path, sha256: sha256(text), draft, outlines });
  if (outcome.kind !== 'written')
    return { kind: 'written', path, backup: null, warning: problem, saved: null, isUnchanged: true };
  const recipe = before?.kind === 'recipe' ? before.recipe : null;
  const saved = { path, sha256: sha256(written), backup: outcome.backup, recipe };
  return { ...outcome, warning: writtenWarning(outcome, problem), saved };
}

/** What is to be said of a file that was written: why its recipe could not be kept, and what of its own could not. */
export function writtenWarning(
  { notKept }: { readonly notKept?: string },
  recipeProblem: string | null,
): string | null {
  return [notKept, recipeProblem].filter((one) => one).join('. ') || null;
}
