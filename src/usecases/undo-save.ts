import type { Recipe } from '../core/recipe/recipe.ts';
import type { FileSystem } from '../ports/file-system.ts';
import type { Journal } from '../ports/journal.ts';
import type { SaveOutside } from './save-outside.ts';

/** A file as it was saved, and what was there before. */
export interface SavedFile {
  readonly path: string;
  /** Hash of what may be taken away: what was written, or what the user was shown since. */
  readonly sha256: string;
  /** Path of the version before; `null` for none. */
  readonly backup: string | null;
  /** The recipe before. */
  readonly recipe: Recipe | null;
  /** The action of the journal that it is; left out where that knows none. */
  readonly action?: string;
}

/** What became of undoing. */
export type UndoSaveOutcome =
  /** `kept` is where what was saved is still to be found, if the version before took its place. */
  | { readonly kind: 'undone'; readonly kept: string | null; readonly warning: string | null }
  /** It has been changed since, to this. */
  | { readonly kind: 'changed'; readonly text: string; readonly sha256: string }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Take a save back by the journal, which has all that was there before; without it by its backup.
 *
 * @param journal The one that was told of the save.
 */
export async function undoSaveBy(journal: Journal, outside: SaveOutside, saved: SavedFile): Promise<UndoSaveOutcome> {
  const { action, path, sha256 } = saved;
  if (action === undefined) return undoSave(outside, saved);
  const outcome = await journal.undo(action, false);
  switch (outcome.kind) {
    case 'undone':
      return { kind: 'undone', kept: null, warning: null };
    case 'failed':
      return { kind: 'failed', reason: outcome.reason };
    case 'none':
      return undoSave(outside, saved);
    case 'undone before':
      return { kind: 'failed', reason: 'it is undone already' };
    case 'changed': {
      const now = await outside.files.read(path);
      if (now.kind !== 'text') return { kind: 'failed', reason: `${outcome.paths.join(', ')} was changed since` };
      // Only what the user was shown is taken away.
      const seen = outside.sha256(now.text);
      if (seen !== sha256) return { kind: 'changed', text: now.text, sha256: seen };
      const forced = await journal.undo(action, true);
      if (forced.kind === 'undone') return { kind: 'undone', kept: null, warning: null };
      return { kind: 'failed', reason: forced.kind === 'failed' ? forced.reason : 'it cannot be undone' };
    }
  }
}

/** Take a save back: the version before comes back, or the new file goes; with it its recipe. */
async function undoSave(
  { files, recipes, openBackups }: Omit<SaveOutside, 'sha256'>,
  { path, sha256, backup, recipe }: SavedFile,
): Promise<UndoSaveOutcome> {
  const outcome =
    backup === null
      ? await files.remove(path, sha256)
      : await restored(files, path, sha256, backup, await openBackups());
  switch (outcome.kind) {
    case 'failed':
      return { kind: 'failed', reason: outcome.reason };
    case 'changed':
    case 'occupied':
      return { kind: 'changed', text: outcome.text, sha256: outcome.sha256 };
    case 'removed':
    case 'written': {
      const warning = recipe === null ? await recipes.remove(path) : await recipes.write(recipe);
      return { kind: 'undone', kept: outcome.kind === 'written' ? outcome.backup : null, warning };
    }
  }
}

async function restored(files: FileSystem, path: string, sha256: string, backup: string, backups: string | null) {
  const before = await files.read(backup);
  if (before.kind === 'failed') return { kind: 'failed' as const, reason: `${backup}: ${before.reason}` };
  return files.write(path, before.text, { kind: 'version', sha256, backups });
}
