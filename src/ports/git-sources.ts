import type { SourceLock } from '../core/library/source-lock.ts';

/** Whose lock file: the user's own, or that of the project. */
export type LockOwner = 'user' | 'project';

/** What a lock file holds. */
export type LockReading =
  | { readonly kind: 'lock'; readonly path: string; readonly lock: SourceLock }
  /** The problem names the file. */
  | { readonly kind: 'failed'; readonly problem: string };

/** What a repository has, or why it cannot be asked, as a clause. */
export type RemoteRefs =
  | {
      readonly kind: 'refs';
      /** The branch that is meant where none is named; `null` for none. */
      readonly head: string | null;
      /** Commits by name. */
      readonly branches: ReadonlyMap<string, string>;
      readonly tags: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** What is to be fetched. */
export type Wanted =
  | { readonly kind: 'branch' | 'tag'; readonly name: string }
  /** Whole or the beginning of one. */
  | { readonly kind: 'commit'; readonly commit: string };

/** A checkout that is whole, in a folder that is only there for now. */
export type Taken =
  | { readonly kind: 'taken'; readonly folder: string; readonly commit: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Sources that are taken from repositories, by the user's own git. */
export interface GitSources {
  /** The lock file. Of a project that is none it is empty. */
  read(owner: LockOwner): Promise<LockReading>;
  /** Change the lock file; the problem in words, or `null`. */
  change(owner: LockOwner, next: (now: SourceLock) => SourceLock): Promise<string | null>;
  /** Where the checkout of a source lies, there or not; `null` where there is no home. */
  folderOf(owner: LockOwner, name: string): string | null;
  /** The commit that is checked out; `null` where none is. */
  commitOf(owner: LockOwner, name: string): Promise<string | null>;
  refs(url: string): Promise<RemoteRefs>;
  fetch(url: string, wanted: Wanted): Promise<Taken>;
  /** Remove what was fetched. */
  drop(folder: string): Promise<void>;
  /**
   * Put what was fetched in the place of a source's checkout, and the lock file right: at any moment the old state or
   * the new one is there.
   *
   * @param next What the lock file is to say.
   * @returns The problem in words, or `null`.
   */
  put(owner: LockOwner, name: string, folder: string, next: (now: SourceLock) => SourceLock): Promise<string | null>;
  /** Take the checkout of a source away; the problem in words, or `null`. */
  remove(owner: LockOwner, name: string): Promise<string | null>;
  /** The files of a checkout that somebody has changed, added or removed, by their paths in it. */
  changedByHand(owner: LockOwner, name: string): Promise<readonly string[]>;
  /** Keep files of a checkout beside it; the folder that they are in, or `null` where that failed. */
  setAside(owner: LockOwner, name: string, paths: readonly string[]): Promise<string | null>;
}
