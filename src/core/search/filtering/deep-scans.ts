import type { AgentDefinition } from '../../definition/agent-definition.ts';
import type { Term } from '../query/query.ts';
import { deepMatcher } from './deep-filters.ts';

/** What a deep filter says of a definition; 0 until it was looked at. */
export const NO = 1;
export const YES = 2;

/** How far a library was looked through for one term. */
interface DeepScan {
  /** By index. */
  readonly verdicts: Uint8Array;
  /** As many, from the first on, are known. */
  known: number;
}

/** The scans of one library, remembered for the last few terms. */
export interface DeepScans {
  readonly of: (term: Term) => DeepScan;
  /** Look at the next definition; there must be one. */
  readonly step: (term: Term) => void;
}

/** No scans yet. */
export function createDeepScans(definitions: readonly AgentDefinition[]): DeepScans {
  const scans = new Map<string, DeepScan & { readonly matches: (definition: AgentDefinition) => boolean }>();
  const of = (term: Term) => {
    const key = JSON.stringify([term.filter, term.kind, term.open, term.text]);
    const known = scans.get(key);
    if (known) return known;
    const scan = { verdicts: new Uint8Array(definitions.length), known: 0, matches: deepMatcher(term) };
    const [oldest] = scans.keys();
    if (scans.size >= MAX_SCANS && oldest !== undefined) scans.delete(oldest);
    scans.set(key, scan);
    return scan;
  };
  return {
    of,
    step: (term) => {
      const scan = of(term);
      const definition = definitions[scan.known];
      if (definition) scan.verdicts[scan.known] = scan.matches(definition) ? YES : NO;
      scan.known += 1;
    },
  };
}

const MAX_SCANS = 8;
