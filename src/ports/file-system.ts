import type { FileProblem, FileProblemCode } from '../core/definition/file-problem.ts';

/** What must be true of a target for a write to happen. */
export type WriteGuard =
  /** Nothing may be there. */
  | { readonly kind: 'absent' }
  /**
   * What is there must be the version the user was shown. Who only mends many files at once leaves alone what nobody
   * may write to, needs no backup of what git can give back, and has those of other files apart from them, where no
   * harness and no repository comes upon them.
   */
  | {
      readonly kind: 'version';
      readonly sha256: string;
      readonly mends?: Mending;
      /**
       * A folder for the version before where the file lies in a repository: beside it, it would be one of the changes
       * there. `null` if there is none. Left out, it is always beside.
       */
      readonly backups?: string | null;
    };

/** Where what is mended is kept as it was. */
interface Mending {
  /** A folder, in which a file's version before has the path of the file; `null` if there is none. */
  readonly backups: string | null;
}

/** What became of a write. Expected failures are values; nothing on disk changed unless it says `written`. */
export type WriteOutcome =
  | {
      readonly kind: 'written';
      readonly path: string;
      readonly backup: string | null;
      /** A sentence about what the file before had and this one could not be given, if there was anything. */
      readonly notKept?: string;
      /** Whether it went to a pipe or a device, so that there is no file now. */
      readonly isStream?: boolean;
    }
  /** Something is there that the guard does not allow: its text, to be shown, and its hash, to guard a second try. */
  | {
      readonly kind: 'occupied';
      readonly path: string;
      readonly text: string;
      readonly sha256: string;
      /** The file that a link at the path leads to, where one is there: it is what would be written. */
      readonly leadsTo?: string;
    }
  | {
      readonly kind: 'failed';
      readonly path: string;
      readonly reason: string;
      /** Where links lead that leave the folder that was named, where that is the reason. */
      readonly leadsTo?: string;
    };

/** What became of removing a file. */
export type RemoveOutcome =
  | { readonly kind: 'removed'; readonly path: string }
  /** It is not the version that may go: its text, to be shown, and its hash, to guard a second try. */
  | { readonly kind: 'changed'; readonly path: string; readonly text: string; readonly sha256: string }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string };

/** What became of moving a file. Unless it says `moved` nothing on disk changed. */
export type MoveOutcome =
  | { readonly kind: 'moved'; readonly path: string }
  /** Something is there already. */
  | { readonly kind: 'occupied'; readonly path: string }
  /** It is not the version that was meant. */
  | { readonly kind: 'changed'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string };

/** What became of a read. */
export type ReadOutcome =
  | {
      readonly kind: 'text';
      readonly path: string;
      readonly text: string;
      /** The text as it was read, in UTF-8; left out where it was not read from bytes. Nobody changes them. */
      readonly bytes?: Uint8Array;
    }
  | {
      readonly kind: 'failed';
      readonly path: string;
      readonly code: FileProblemCode;
      readonly reason: string;
      /** What a harness may read in it all the same. */
      readonly otherwise?: { readonly text: string; readonly encoding: 'utf-16' | 'nul-byte' };
    };

/** What became of listing a folder. */
export type ListOutcome =
  | {
      readonly kind: 'files';
      readonly paths: readonly string[];
      /** What was passed over and would have been listed, were it a file or a folder that can be read. */
      readonly skipped: readonly FileProblem[];
      /** What a link led to: the file's own, or one of a folder around it. */
      readonly links?: ReadonlyMap<string, 'file' | 'folder'>;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** The disk, as far as we need it. Paths are absolute. */
export interface FileSystem {
  /**
   * Every regular file below a folder whose name ends in one of `extensions` (`.md`), sorted by path. Passes over
   * `.git`, `node_modules` and `.recipes`. A file in place of the folder is a list of itself. Fails only if the folder itself cannot
   * be read.
   *
   * @param recursive Whether folders inside are looked into; they are if it is left out.
   * @param isOnce Whether each file is listed under its own path only: links to what lies in the folder anyway add nothing.
   */
  list(folder: string, extensions: readonly string[], recursive?: boolean, isOnce?: boolean): Promise<ListOutcome>;
  /** The text of a regular file. The reason of a failure is one clear clause: `no such file`. */
  read(path: string): Promise<ReadOutcome>;
  /**
   * Write a whole file or nothing: temporary file beside it, fsync, rename. Makes the folder if missing, keeps the
   * mode of a replaced file and a backup of it, and reads back what was written. A pipe or device that was named itself
   * is written to.
   *
   * @param within The folder that was named, where the file itself was not: nothing is written where links lead out of
   *   it.
   */
  write(path: string, text: string, guard: WriteGuard, within?: string): Promise<WriteOutcome>;
  /**
   * Remove a file if it is the version with this hash; one that is not there is removed already.
   *
   * @param isLinkMeant Whether of a link the link itself goes; otherwise none does.
   */
  remove(path: string, sha256: string, isLinkMeant?: boolean): Promise<RemoveOutcome>;
  /**
   * Give a file of this hash another path where nothing is; of a link the link, which leads where it led. It keeps its
   * bytes and its rights.
   */
  move(from: string, to: string, sha256: string): Promise<MoveOutcome>;
}
