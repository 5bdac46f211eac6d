import type { TextField } from './text-field.ts';

/** How a body is shown: as a reader sees it, or byte for byte. */
export const READER_VIEWS = ['rendered', 'source'] as const;

export type ReaderView = (typeof READER_VIEWS)[number];

export interface ReaderState {
  /** Id of the definition. */
  readonly id: string;
  /** First line of text on the screen. */
  readonly scroll: number;
  /** Index into the outline. */
  readonly section: number;
  readonly view: ReaderView;
  /** The line of the file that was gone to, which the source shows; `null` for none. */
  readonly line: number | null;
  /** Whether the outline stands beside the text, where there is room for it. */
  readonly hasOutline: boolean;
  /** Ids of the sections of which only the title is shown. */
  readonly folded: readonly string[];
  /** What is looked for in the text; `null` for nothing. */
  readonly find: FindState | null;
}

/** Words that a list is narrowed by. */
export interface FilterState {
  readonly words: TextField;
  /** Whether they are being typed. */
  readonly isTyped: boolean;
}

/** Words looked for inside the texts of a screen. */
export interface FindState extends FilterState {
  /** Index into the places found. */
  readonly hit: number;
}
