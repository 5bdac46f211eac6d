/** Options of `agents source`. */
export interface SourceOptions {
  readonly json: boolean;
  readonly ref?: string;
  readonly path: readonly string[];
  readonly name?: string;
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** Whether the project's lock file is meant. */
  readonly project: boolean;
}
