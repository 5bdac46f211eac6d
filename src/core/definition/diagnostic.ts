/** How bad a diagnostic is: `error` means a harness will not load the file as meant. */
export type Severity = 'error' | 'warning' | 'info';

/** The severities as a person reads and types them. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'doubtful', info: 'info' };

/** Something wrong or suspicious in a definition, with its place in the file. */
export interface Diagnostic {
  /** Stable, namespaced name, such as `frontmatter/not-yaml`; scripts rely on it. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is the matter and what follows from it. */
  readonly message: string;
  /** 1-based line in the file. */
  readonly line: number;
  /** 1-based column in UTF-16 code units. */
  readonly column: number;
  /** The code that a comment in the file names, where it is the comment that is told of. */
  readonly about?: string;
}
