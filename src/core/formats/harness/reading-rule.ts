/** What a harness does with a file that is not as it should be. */
export type Treatment =
  | 'loads'
  /** Read by a second, forgiving reader. */
  | 'loads-leniently'
  /** The prompt is used, the fields are lost, restrictions included. */
  | 'loads-without-metadata'
  /** Passed over without a word. */
  | 'ignored'
  /** Passed over with an error or warning. */
  | 'rejected'
  | 'unspecified';

/** How a harness reads files with flaws. */
export interface ReadingRule {
  /** A plain value that holds `: `, the most frequent flaw. */
  readonly colonInValue: Treatment;
  /** The same in a file with CRLF. */
  readonly colonInValueWithCrlf: Treatment;
  /** Any other frontmatter that YAML (or TOML) refuses. */
  readonly brokenSyntax: Treatment;
  readonly noFrontmatter: Treatment;
  readonly missingName: Treatment;
  readonly missingDescription: Treatment;
  readonly byteOrderMark: Treatment;
  readonly crlf: Treatment;
  /** A value of a type or outside the values that its field allows. */
  readonly wrongValue: Treatment;
  /** What is refused only in part, or depends on the version, in sentences. */
  readonly notes: readonly string[];
}
