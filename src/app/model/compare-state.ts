import type { FindState } from './reader-state.ts';

/** How bodies are compared: as a reader sees them with the words set off that differ, without, or byte for byte. */
export const COMPARE_VIEWS = ['words', 'plain', 'source'] as const;

export type CompareView = (typeof COMPARE_VIEWS)[number];

/** Which topics are shown: all, those that several speak of, that one alone does, or in which two contradict each other. */
export const CHOSEN_ROWS = ['all', 'shared', 'alone', 'conflict'] as const;

export type ChosenRows = (typeof CHOSEN_ROWS)[number];

/** At most this many are compared: more would leave the topics no room. */
export const MAX_COLUMNS = 8;

/** Which agents stand in the columns of a comparison. */
interface ComparedColumns {
  /** In the order of their numbers. */
  readonly ids: readonly string[];
  /** Id of the one that the others are compared with; it stands at the left. */
  readonly base: string;
  /** Column the keys act on, counted from the left. */
  readonly pane: number;
}

/** Columns as they were before they were changed. */
export interface ColumnsStep extends ComparedColumns {
  /** All that had a number then. */
  readonly all: readonly string[];
  /** What changed them, for who takes it back. */
  readonly what: string;
  /** How many steps the draft had behind it then: what is newer is taken back first. */
  readonly draftSteps: number;
}

export interface CompareState extends ComparedColumns {
  /** Whether it was opened from the box of rivals, which comes back with the way back: the next pair is a key away. */
  readonly isOfRivals: boolean;
  /** All that are or were columns: the number of an agent is its place there. */
  readonly all: readonly string[];
  /** How many columns beside the base are passed over, where not all fit. */
  readonly passed: number;
  readonly past: readonly ColumnsStep[];
  /** Whether long values, and lines that are the same in all, are folded. */
  readonly isFolded: boolean;
  readonly scroll: number;
  /** Index into the topics. */
  readonly topic: number;
  /** Index into the conflicts of the one gone to last. */
  readonly conflict: number;
  readonly view: CompareView;
  readonly rows: ChosenRows;
  /** Whether the table of topics is shown in place of the texts. */
  readonly isMatrix: boolean;
  /** What is looked for in the texts; `null` for nothing. */
  readonly find: FindState | null;
}
