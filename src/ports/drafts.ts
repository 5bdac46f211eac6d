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

/** A draft that could not be kept, and why, in words. */
export interface LostDraft {
  readonly draft: Draft;
  readonly reason: string;
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
  /** Say that a draft of before is worked on from now on, as each is that is written. */
  opened(id: string, draft: Draft): Promise<void>;
  /** That a draft is worked on in another window, in words, or `null`. */
  openElsewhere(id: string): Promise<string | null>;
  /**
   * Look once more at every draft worked on here, and keep again what is not there as it was kept last. For the end:
   * somebody may have deleted it, or the disk may have room again.
   *
   * @returns Those that could not be kept.
   */
  settle(): Promise<readonly LostDraft[]>;
}
