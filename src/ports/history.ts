import type { ReadOutcome } from './file-system.ts';

/** What a file was at a revision. */
export type EarlierText =
  | { readonly kind: 'text'; readonly text: string }
  /** It was not there then. */
  | { readonly kind: 'absent' }
  /** The reason is one clear clause. */
  | { readonly kind: 'failed'; readonly reason: string };

/** The files below a folder at a revision. */
export interface EarlierFiles {
  readonly kind: 'files';
  /** By absolute path as it would be reached now; `null` for one that is as it was. */
  readonly files: ReadonlyMap<string, ReadOutcome | null>;
  /** Wanted ones, by absolute path, that differ anywhere in the repository around, as far as git was told of it. */
  readonly changed: readonly string[];
}

/** What files were before, as their repositories know it. */
export interface History {
  /**
   * A file as it was at a revision of the repository around it.
   *
   * @param path Absolute path of a file that is there now.
   * @param revision As git takes it: a branch, a tag, `HEAD~2`. Any text; what is no revision is a failure.
   */
  at(path: string, revision: string): Promise<EarlierText>;
  /**
   * The regular files at or below places as they were at a revision, those that are gone now too, and what links led to.
   * Where the revision has gone on since, as a branch that others work on, what they were when both were one. What a sparse
   * checkout leaves out is neither there now nor was.
   *
   * @param around Absolute path of a folder that is there now: what lies in the repository around it is asked of that.
   * @param places Absolute paths, also of what is gone.
   * @param isWanted Told absolute paths; of others nothing is read or told.
   */
  below(
    around: string,
    places: readonly string[],
    revision: string,
    isWanted: (path: string) => boolean,
  ): Promise<EarlierFiles | { readonly kind: 'failed'; readonly reason: string }>;
}
