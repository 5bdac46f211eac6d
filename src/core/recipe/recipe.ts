import type { Draft } from '../draft/draft.ts';
import type { Outlines } from './new-sections.ts';

/** What a file was composed from: enough to build it again, and to tell what has changed since. */
export interface Recipe {
  /** Absolute path of the file; in the text of a recipe that travels its portable name. */
  readonly target: string;
  /** Hash of the text that the picks made. A file with another one was edited by hand. */
  readonly sha256: string;
  /** The whole draft, with the texts as they were picked. */
  readonly draft: Draft;
  /** Hashes of the whole files it was picked from, by their paths in the draft: to find them when they have moved. */
  readonly hashes?: ReadonlyMap<string, string>;
  /** The sections that those files had, by their paths in the draft: to tell what is new from what was passed over. */
  readonly outlines?: Outlines;
}

/** The SHA-256 of a text as UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string;
