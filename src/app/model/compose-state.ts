import type { PassageKey } from '../../core/draft/draft.ts';

export const COMPOSE_PANES = ['topics', 'versions', 'result'] as const;

export type ComposePane = (typeof COMPOSE_PANES)[number];

/** Whether a pane is one of composing, by what it is called. */
export function isComposePane(pane: string): pane is ComposePane {
  return COMPOSE_PANES.some((one) => one === pane);
}

export interface ComposeState {
  readonly ids: readonly string[];
  /** Index into the topics. */
  readonly row: number;
  /** Index into `ids`. */
  readonly column: number;
  readonly pane: ComposePane;
  /** In the versions pane the place in the version: 0 is all of it, from 1 on its passages. */
  readonly line: number;
  /** Index into the stops of the result, where that pane's keys act. */
  readonly stop: number;
  /** The passage that was left out under the result's cursor, until that goes on: until then it can be taken back there. */
  readonly held: PassageKey | null;
  /** First line of the result on the screen, once it was scrolled; `null` while it follows what the keys act on. */
  readonly resultTop: number | null;
}

/** A place in the versions pane: an agent, and 0 for its version as a whole or the number of a passage of it. */
export type VersionStop = Pick<ComposeState, 'column' | 'line'>;

/** The list of what is left out of the result. */
export interface LedgerState {
  /** What it answers for: the topic under the cursor of the compose screen, or all that the agents say. */
  readonly scope: 'topic' | 'all';
  /** Whether what stands in the result is listed too. */
  readonly withKept: boolean;
  /** Index into the entries listed. */
  readonly cursor: number;
  /** First line on the screen of the entry under the cursor, which is shown whole. */
  readonly scroll: number;
}
