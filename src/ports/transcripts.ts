import type { CallCount } from '../core/library/agent-calls.ts';

/** What was counted in transcripts. */
export interface CountedCalls {
  /** The folder they lie in. */
  readonly folder: string;
  /** How many transcripts there are; of those in `unread` nothing was counted. */
  readonly transcripts: number;
  readonly unread: number;
  /** By the name that the agent was called by. */
  readonly counts: ReadonlyMap<string, CallCount>;
}

/** What harnesses keep of their sessions. Only calls of agents are counted; nothing is written, and nothing else read out. */
export interface Transcripts {
  /** Calls in the transcripts of Claude Code; `null` where it keeps none here. */
  countCalls(): Promise<CountedCalls | null>;
}
