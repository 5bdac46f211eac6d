/** What became of a text that was to be on the clipboard. */
export type Copied =
  /** A program of the system took it, and said so. */
  | { readonly kind: 'taken'; readonly by: string }
  /** It went to the terminal, by a sequence or through tmux, and nobody says whether it arrived. */
  | {
      readonly kind: 'sent';
      readonly by: string;
      /** Whether it is more than many terminals take. */
      readonly isLong: boolean;
    };

/** The system's clipboard. */
export interface Clipboard {
  copy(text: string): Promise<Copied>;
}
