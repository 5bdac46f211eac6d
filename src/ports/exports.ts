/** What exports wrote, so that the next one knows its own files from those that a person changed. */
export interface Exports {
  /** The SHA-256 that the file at an absolute path had when it was exported; `null` if it was not, or that is not known. */
  of(path: string): Promise<string | null>;
  /** Note what was written, by absolute path; the problem in words, or `null`. */
  note(written: ReadonlyMap<string, string>): Promise<string | null>;
}
