import type { AgentDefinition } from '../../definition/agent-definition.ts';
import type { TextField } from '../index/word-index.ts';
import { type Facet, type FacetValue, isFacet, valueMatcher } from '../query/definition-facets.ts';
import type { Term } from '../query/query.ts';
import type { TermScores } from '../scoring/term-ground.ts';
import type { TermScorer } from '../scoring/term-scores.ts';
import { plainWordsOf } from '../words/fold-text.ts';
import type { Phrase } from '../words/highlight.ts';
import { isDeep } from './deep-filters.ts';
import { type DeepScans, NO, scanKey, YES } from './deep-scans.ts';

/** One byte a definition, by index: 1 where it is kept. */
export type Mask = Uint8Array;

/** What filters need to know of a library. */
export interface FilterGround {
  readonly definitions: readonly AgentDefinition[];
  /** The index of the definition in each slot; -1 where there is none. */
  readonly indexes: Int32Array;
  readonly scorer: TermScorer;
  readonly facet: (facet: Facet) => readonly FacetValue[];
  readonly scans: DeepScans;
}

/** What all of some groups keep; `null` if there are none, and everything is kept. */
export function groupsMask(groups: readonly (readonly Term[])[], ground: FilterGround): Mask | null {
  return groups.map((group) => group.map((term) => termMask(term, ground)).reduce(either)).reduce(bothMasks, null);
}

/**
 * What one term keeps. What a deep filter has not looked at yet, and who has a value of which that is not known yet, is
 * kept by neither it nor its negation.
 */
export function termMask(term: Term, ground: FilterGround): Mask {
  const mask = new Uint8Array(ground.definitions.length);
  if (isDeep(term.filter)) {
    const wanted = term.negated ? NO : YES;
    const { verdicts = mask, known = 0 } = ground.scans.get(scanKey(term)) ?? {};
    for (let at = 0; at < known; at++) if (verdicts[at] === wanted) mask[at] = 1;
    return mask;
  }
  const holders = isFacet(term.filter) ? facetHolders(term, term.filter, ground) : textHolders(term, ground);
  if (holders === null) return mask;
  for (const at of holders) mask[at] = 1;
  return term.negated ? mask.map((kept) => 1 - kept) : mask;
}

/** `null` where it is not known of all values that are asked for. */
function facetHolders(term: Term, facet: Facet, ground: FilterGround): readonly number[] | null {
  const matches = valueMatcher(term);
  const holders = ground.facet(facet).flatMap((value) => (matches(value.label) ? [value.holders] : []));
  return holders.includes(null) ? null : holders.flatMap((some) => some ?? []);
}

function textHolders(term: Term, { scorer, indexes }: FilterGround): readonly number[] {
  return Array.from(phraseScores(term, scorer).found.slots, (slot) => indexes[slot] ?? -1).filter((at) => at >= 0);
}

/** What a text term is worth that is taken word for word: all but rough words. */
export function phraseScores({ text, kind, open, filter }: Term, scorer: TermScorer): TermScores {
  const phrase: Phrase = { words: plainWordsOf(text).map((word) => word.text), open, anchored: kind === 'prefix' };
  // A prefix without a filter begins the name.
  const only: TextField | null =
    filter === 'desc' ? 'description' : filter === 'name' || phrase.anchored ? 'name' : null;
  return scorer.phrase(phrase, only);
}

/** What both keep; `null` keeps everything. */
export function bothMasks(one: Mask | null, other: Mask): Mask {
  return one === null ? other : one.map((kept, at) => kept & (other[at] ?? 0));
}

const either = (one: Mask, other: Mask): Mask => one.map((kept, at) => kept | (other[at] ?? 0));
