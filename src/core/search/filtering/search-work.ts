import type { AgentDefinition } from '../../definition/agent-definition.ts';
import type { DefinitionIndex } from '../index/definition-index.ts';
import type { Query, Term } from '../query/query.ts';
import { planQuery } from '../query/query-plan.ts';
import { deepMatcher, isDeep } from './deep-filters.ts';
import { type DeepScan, type DeepScans, NO, scanKey, withScans, YES } from './deep-scans.ts';
import { unknownTerms } from './prompt-words.ts';

/** How far the work beside the keys is. */
export interface SearchWork {
  readonly kind: 'indexing' | 'body' | 'problem' | 'prompt';
  /** 0 to 1. */
  readonly share: number;
}

/** What there may be to work on. */
export interface WorkGround {
  readonly definitions: readonly AgentDefinition[];
  readonly index: DefinitionIndex;
  /** As many slots of the index, from the first on, are given to these definitions or to some before them. */
  readonly size: number;
}

/** What has been worked out of that. Never changes. */
export interface Known {
  /** As many slots, from the first on, are indexed. */
  readonly indexed: number;
  readonly scans: DeepScans;
}

/** What is worked on first before a query can be answered, but for what only prompts have; `null` if nothing is. */
export function firstWork(
  query: Query,
  { definitions, size }: WorkGround,
  { indexed, scans }: Known,
): SearchWork['kind'] | null {
  if (indexed < size) return 'indexing';
  const [first] = unknownTerms(deepTerms(query), scans, definitions.length);
  return first ? workKind(first) : null;
}

const workKind = ({ filter }: Term): SearchWork['kind'] => (filter === 'body' ? 'body' : 'problem');

/**
 * The work before a query can be answered but for what only prompts have, one definition at a step.
 *
 * @param before What is known already.
 * @returns What is known then; each step tells what is known so far.
 */
export function* searchWork(
  query: Query,
  { definitions, index, size }: WorkGround,
  before: Known,
): Generator<SearchWork & { readonly known: () => Known }, Known> {
  let { indexed } = before;
  const further = new Map<string, DeepScan>();
  const known = (): Known => ({ indexed, scans: further.size === 0 ? before.scans : withScans(before.scans, further) });
  while (indexed < size) {
    // Work that was given up may have gone further than was told.
    if (index.indexed() <= indexed) index.indexNext();
    indexed = Math.min(size, index.indexed());
    yield { kind: 'indexing', share: indexed / size, known };
  }
  const terms = deepTerms(query);
  const count = definitions.length;
  for (const [at, term] of terms.entries()) {
    const key = scanKey(term);
    const { verdicts, known: from } = further.get(key) ??
      before.scans.get(key) ?? { verdicts: new Uint8Array(count), known: 0 };
    const matches = deepMatcher(term);
    const kind = workKind(term);
    for (let place = from; place < count; place++) {
      const definition = definitions[place];
      if (definition) verdicts[place] = matches(definition) ? YES : NO;
      further.set(key, { verdicts, known: place + 1 });
      yield { kind, share: (at + (place + 1) / count) / terms.length, known };
    }
  }
  return known();
}

function deepTerms(query: Query): readonly Term[] {
  const { filters, readings } = planQuery(query);
  return [...new Set([...filters, ...readings].flat())].filter(({ filter }) => isDeep(filter));
}
