/** What became of editing a text. */
export type EditOutcome =
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** The user's own editor. Both calls come back when the editor is closed. */
export interface Editor {
  /** Open a file; the problem in words, or `null` when all went well. */
  open(path: string): Promise<string | null>;
  /**
   * Edit a text that is in no file of its own yet.
   *
   * @param name Shown by the editor as the file's name, without extension.
   */
  edit(text: string, name: string): Promise<EditOutcome>;
}

/** The signals that a terminal sends for keys: while an editor has it, the keys are pressed in the editor. */
export const SIGNALS_OF_KEYS: readonly string[] = ['SIGINT', 'SIGQUIT'];
