import { composeFile } from '../core/compose.ts';
import type { Draft } from '../core/draft.ts';
import { draftProblem } from '../core/validate-draft.ts';
import type { FileSystem, WriteGuard, WriteOutcome } from '../ports/file-system.ts';

/** What became of saving a draft: a write's outcome, or the reason it was not tried. */
export type SaveOutcome = WriteOutcome | { readonly kind: 'invalid'; readonly reason: string };

/**
 * Write a draft to disk as a definition.
 *
 * @param path Absolute path of the target file.
 * @param guard What must be true of the target, so that nothing is overwritten that the user has not seen.
 */
export async function saveDefinition(
  files: FileSystem,
  draft: Draft,
  path: string,
  guard: WriteGuard,
): Promise<SaveOutcome> {
  const reason = draftProblem(draft);
  if (reason !== null) return { kind: 'invalid', reason };
  return files.write(path, composeFile(draft), guard);
}
