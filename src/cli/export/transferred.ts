import type { Place } from '../keeping/place.ts';
import type { PlacedFile } from './planned-files.ts';
import type { PutOutcome } from './put-file.ts';

/** Options of the commands that write definitions for a harness. */
export interface TransferOptions {
  /** The folder to write to; `undefined` for the one in which the harness looks in a project; `-` prints. */
  readonly output: string | undefined;
  /** The place that was named in place of a folder. */
  readonly place?: Place;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly strict: boolean;
  /** Whether to write nothing, and fail where anything would be written. */
  readonly check: boolean;
  readonly json: boolean;
}

/** A planned file and what became of it; `null` if nothing was tried. */
export interface Transferred extends PlacedFile {
  readonly outcome: PutOutcome | null;
}
