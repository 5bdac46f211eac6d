import type { Exports } from '../../ports/exports.ts';
import type { WriteOutcome } from '../../ports/file-system.ts';
import type { CommandContext } from '../command-context.ts';
import type { PlannedFile } from './planned-files.ts';

/** What became of a planned file. */
export type PutOutcome =
  | WriteOutcome
  /** It is there already, to the byte. */
  | { readonly kind: 'current' }
  /** It is not there, or is something else, and only that was asked. */
  | { readonly kind: 'stale' };

/** How planned files are written. */
interface PutOptions {
  readonly exports: Exports;
  readonly force: boolean;
  /** A folder for what is replaced in a repository. */
  readonly backups: string | null;
}

/**
 * Write a planned file where nothing is, or what an export wrote and nobody has changed since; with force in place of
 * whatever is there. A version that is replaced has a backup.
 */
export async function putFile(
  { files, sha256 }: CommandContext,
  { path, written, within }: PlannedFile,
  { exports, force, backups }: PutOptions,
): Promise<PutOutcome> {
  const outcome = await files.write(path, written.text, { kind: 'absent' }, within);
  if (outcome.kind !== 'occupied') return outcome;
  if (outcome.sha256 === sha256(written.text)) return { kind: 'current' };
  if (!force && (await exports.of(path)) !== outcome.sha256) return outcome;
  return files.write(path, written.text, { kind: 'version', sha256: outcome.sha256, backups }, within);
}

/** Whether a planned file is there as it would be written. */
export async function compareFile({ files }: CommandContext, { path, written }: PlannedFile): Promise<PutOutcome> {
  const found = await files.read(path);
  return { kind: found.kind === 'text' && found.text === written.text ? 'current' : 'stale' };
}
