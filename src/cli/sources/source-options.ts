/** Options of `agents source add`. */
export interface AddOptions {
  readonly ref?: string;
  readonly path: readonly string[];
  readonly name?: string;
  /** Whether the project's lock file is meant. */
  readonly project: boolean;
}

/** Options of `agents source update`. */
export interface UpdateOptions {
  readonly ref?: string;
  readonly dryRun: boolean;
  /** Whether installed copies in conflict hold the changes already, merged by hand. */
  readonly resolved: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}
