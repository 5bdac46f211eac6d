/** What kind of obstacle a file is; each is a code of lint, see `lint-codes.ts`. */
export type FileProblemCode =
  | 'file/unreadable'
  | 'file/no-file'
  | 'file/dead-link'
  | 'file/not-followed'
  | 'file/bad-name'
  | 'file/not-text'
  | 'file/too-large';

/** A file or a source that could not be read, and why. */
export interface FileProblem {
  readonly path: string;
  readonly code: FileProblemCode;
  /** One clause in plain words: `permission denied`. */
  readonly reason: string;
}
