/** A part of a page of help. Texts are our own. */
export interface HelpBlock {
  /** Stands above it; absent for what goes on. */
  readonly title?: string;
  readonly text?: string;
  /** What something is called, and what it is. */
  readonly rows?: readonly HelpRow[];
  /** Command lines to be typed as they are. */
  readonly commands?: readonly string[];
}

export type HelpRow = readonly [term: string, meaning: string];

/** A page of help, before it is known how wide it is to be and where it goes. */
export type HelpPage = readonly HelpBlock[];
