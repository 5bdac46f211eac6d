/** Tools as Claude Code names them. */
export interface AskedTools {
  /** `null` inherits all tools, an empty list grants none. */
  readonly tools: readonly string[] | null;
  /** Tools that are taken away from these. */
  readonly denied: readonly string[];
}

/** Fields of a file, and what could not be said in them. */
export interface WrittenFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly warnings: readonly string[];
}
