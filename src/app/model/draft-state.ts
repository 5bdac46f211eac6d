import type { Draft } from '../../core/draft/draft.ts';

/** The drafts that are kept, and which of them is being edited. */
export interface KeptState {
  /** Id of the present one. */
  readonly id: string;
  /** When it was kept last, in milliseconds since the epoch; `null` until it was. */
  readonly at: number | null;
  /** How many were begun in this run. */
  readonly count: number;
  /** Whether those of earlier runs were looked for. */
  readonly isRead: boolean;
  /** All others, the newest first. */
  readonly drafts: readonly OtherDraft[];
  /** How far the time of day is ahead of UTC, in minutes; told with what was kept. */
  readonly utcOffset: number;
}

/** A draft that is not the present one, as it would be gone on with. */
export interface OtherDraft {
  readonly id: string;
  /** With all steps, if it was worked on in this run. */
  readonly history: DraftHistory;
  /** When it was kept last, in milliseconds since the epoch; 0 for not yet. */
  readonly savedAt: number;
}

/** A draft that undoing or redoing leads to, and what was done between it and the one nearer to the present. */
interface DraftStep {
  readonly draft: Draft;
  /** As a command: `take Security`. */
  readonly act: string;
  /** What it left out, by a key of its own: putting that back right after leads to the draft of before. */
  readonly left?: string;
}

/** The present draft and the ones before and after it. */
export interface DraftHistory {
  readonly past: readonly DraftStep[];
  readonly present: Draft;
  readonly future: readonly DraftStep[];
}
