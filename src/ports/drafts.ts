import type { Draft } from '../core/draft/draft.ts';

/** A draft as it was kept last. */
export interface KeptDraft {
  /** Letters, digits and hyphens; given by whoever began the draft. */
  readonly id: string;
  readonly draft: Draft;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

/** What is kept between two runs, and what of it could not be read. */
interface KeptDrafts {
  /** The newest first. */
  readonly drafts: readonly KeptDraft[];
  /** A line each. What cannot be used was set aside, not deleted. */
  readonly problems: readonly string[];
}

/** Drafts between two runs, several at once. */
export interface Drafts {
  list(): Promise<KeptDrafts>;
  /**
   * Keep a draft in place of the one kept under its id; the problem in words, or `null`.
   *
   * What another window has kept under the id since this one last read or wrote it is not overwritten: this draft is
   * then kept beside it under an id of its own, which is told once.
   */
  write(id: string, draft: Draft): Promise<string | null>;
  /** Forget a draft; the problem in words, or `null`. One that is not there is no problem. */
  remove(id: string): Promise<string | null>;
}
