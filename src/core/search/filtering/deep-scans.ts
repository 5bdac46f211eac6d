import type { Term } from '../query/query.ts';

/** What a deep filter says of a definition; 0 until it was looked at. */
export const NO = 1;
export const YES = 2;

/** How far a library was looked through for one term. */
export interface DeepScan {
  /** By index. Those that are known never change; more of them may have been looked at since. */
  readonly verdicts: Uint8Array;
  /** As many, from the first on, are known. */
  readonly known: number;
}

/** The scans of one library for the last few terms, by {@link scanKey}. Never changes. */
export type DeepScans = ReadonlyMap<string, DeepScan>;

/** What scans are told apart by. */
export function scanKey({ filter, kind, open, text }: Term): string {
  return JSON.stringify([filter, kind, open, text]);
}

/** The scans with some of them further, or new: the last ones. Of the others as many as there is room for. */
export function withScans(scans: DeepScans, further: DeepScans): DeepScans {
  const others = [...scans].filter(([key]) => !further.has(key));
  const tooMany = others.length + further.size - MAX_SCANS;
  return new Map([...others.slice(Math.max(0, tooMany)), ...further]);
}

const MAX_SCANS = 32;
