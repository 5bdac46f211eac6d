/** The system's clipboard. */
export interface Clipboard {
  copy(text: string): void;
}
