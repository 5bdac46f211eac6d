import { remembered } from '../../kit/memo.ts';
import { finish } from '../../kit/run-steps.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { type PromptReading, promptHits } from './filtering/prompt-hits.ts';
import { isAskedOfPrompts, MANY_SHOWN, promptTerms, scanPrompts, unknownTerms } from './filtering/prompt-words.ts';
import { type FilterGround, groupsMask, type Mask } from './filtering/query-filters.ts';
import { readingOf } from './filtering/query-readings.ts';
import { firstWork, type Known, type SearchWork, searchWork } from './filtering/search-work.ts';
import { createDefinitionIndex } from './index/definition-index.ts';
import { countFacet, type Facet, type FacetValue } from './query/definition-facets.ts';
import { type DefinitionSets, withSetValues } from './query/definition-sets.ts';
import { parseQuery } from './query/parse-query.ts';
import type { Query } from './query/query.ts';
import { planQuery } from './query/query-plan.ts';
import { hitMatches, type SearchMatches } from './scoring/hit-matches.ts';
import { joinRanked, type Order, type OrderKey, orderBy, type RankedHits, rankHits } from './scoring/rank-hits.ts';
import { type Reading, scoreDefinitions } from './scoring/score-definitions.ts';
import { createCollector, type SlotValues } from './scoring/slot-values.ts';
import { createTermScorer } from './scoring/term-scores.ts';
import { FILTERS_ALONE } from './scoring/weights.ts';
import { type Ground, groundOf, NOTHING } from './search-ground.ts';
import { type ShortForms, shortFormTable } from './words/short-forms.ts';

/** A definition that a query found. */
export interface SearchHit {
  readonly definition: AgentDefinition;
  /** 0 to 1, higher is better; 1 for a name typed in full. */
  readonly score: number;
  /** Each computed when first read, so that only what is on the screen costs something. */
  readonly matches: SearchMatches;
}

/** What a query found, in order: made as far as it is looked at, since nobody looks at 100,000. */
export interface SearchHits {
  readonly length: number;
  readonly at: (place: number) => SearchHit | undefined;
  /** The place of the definition with an id; -1 if it is not found. */
  readonly placeOf: (id: string) => number;
  /** The hits from one place up to, but not with, another; without these all. */
  readonly slice: (start?: number, end?: number) => readonly SearchHit[];
}

/** How far the work beside the keys is. */
export interface SearchProgress extends SearchWork {
  /** The search with what is known by then. */
  readonly search: () => Search;
}

/**
 * A library made ready for searching, as far as it has been. Never changes: what is worked out beside it makes another
 * one, which shares with it what both know.
 */
export interface Search {
  /**
   * The definitions a query finds, best first. Names typed in full or begun come first, then words in any order,
   * abbreviations, words of the description, and mistyped words. An empty query finds everything, in name order.
   *
   * @param query Text is read by {@link parseQuery}: any text is a query.
   * @param keyOf What to put in order what is found instead; equal ones come in name order.
   */
  readonly search: (query: string | Query, keyOf?: OrderKey | null) => SearchHits;
  /**
   * The same for another library: definitions whose file, name and description are as they were cost next to nothing.
   * Of the others a few hundred are ready at once, more of them only after `work`.
   */
  readonly withDefinitions: (definitions: readonly AgentDefinition[]) => Search;
  /**
   * What has to be worked on first before a query is answered in full, `null` where it is. Until then what is not yet
   * indexed or looked into is not found. What only prompts have (`prompt`) is found last, below all else.
   */
  readonly nextWork: (query: string | Query) => SearchWork['kind'] | null;
  /**
   * The work before a query is answered in full, in steps of less than a millisecond each.
   *
   * @returns The search that answers it; each step tells the one that answers as much of it as is known.
   */
  readonly work: (query: string | Query) => Generator<SearchProgress, Search>;
  /** The same that knows these sets, as values of `is:`, and none that it knew before. */
  readonly withSets: (sets: DefinitionSets) => Search;
  /** The values of a filter, those that most definitions have first; counted once. */
  readonly values: (facet: Facet) => readonly FacetValue[];
  /** That counting, in steps of a fraction of a millisecond; but for what is in sets. */
  readonly countValues: (facet: Facet) => Generator<void, readonly FacetValue[]>;
}

/**
 * Make definitions ready for searching.
 *
 * Each word of a query is expanded to words of the collection, by fuse.js where it seems mistyped; what these are worth
 * is weighed by rarity and field. Every word has to be found, in the name or the description; if no definition has them
 * all, those with the most come instead. Next to that, the whole query is tried as an abbreviation of each name.
 * Filters narrow what is scored. docs/search.md tells more.
 *
 * @param definitions Not changed, and assumed not to change.
 * @param shortForms The user's own.
 */
export function createSearch(definitions: readonly AgentDefinition[], shortForms: ShortForms = {}): Search {
  return finish(emptySearch(shortForms).withDefinitions(definitions).work(''));
}

/** A search over nothing, to grow by `withDefinitions`. */
export function emptySearch(shortForms: ShortForms = {}): Search {
  return searchOver(groundOf([], createDefinitionIndex(), NOTHING, shortFormTable(shortForms)), NOTHING_KNOWN, {});
}

/** So many new definitions are indexed at once: about what fits between two frames. */
const AT_ONCE = 256;
/** An index with more slots than this times the definitions is left behind, with all that is no longer there. */
const MOST_SLOTS = 2;

const NOTHING_KNOWN: Known = { indexed: 0, scans: new Map() };

/** A search over another library, made from one that knows so much. */
function grown(before: Ground, known: Known, sets: DefinitionSets, next: readonly AgentDefinition[]): Search {
  const isOutgrown = before.size > MOST_SLOTS * next.length + AT_ONCE;
  // Another library has been made from the same one: the index is that one's.
  const isTaken = before.index.size() > before.size;
  const index = isOutgrown
    ? createDefinitionIndex()
    : isTaken
      ? before.index.asWith(before.size, known.indexed)
      : before.index;
  const ground = groundOf(next, index, isOutgrown ? NOTHING : before, before.shortForms);
  const indexed = isOutgrown ? 0 : known.indexed;
  if (ground.size - indexed > AT_ONCE) return searchOver(ground, { indexed, scans: NOTHING_KNOWN.scans }, sets);
  while (index.indexed() < ground.size) index.indexNext();
  return searchOver(ground, { indexed: ground.size, scans: NOTHING_KNOWN.scans }, sets);
}

/** What was counted and put in order of a library's definitions. */
const tablesOf = remembered((_: readonly AgentDefinition[]) => ({
  facets: new Map<Facet, readonly FacetValue[]>(),
  orders: new Map<OrderKey | null, Order>(),
}));

function searchOver(shared: Ground, known: Known, sets: DefinitionSets): Search {
  const { definitions, slots, index, indexes, shortForms } = shared;
  const { indexed, scans } = known;
  const scorer = createTermScorer(index, shortForms, (slot) => slot < indexed && (indexes[slot] ?? -1) >= 0);
  function* count(facet: Facet): Generator<void, readonly FacetValue[]> {
    const counted = tablesOf(definitions).facets.get(facet) ?? (yield* countFacet(facet, definitions));
    tablesOf(definitions).facets.set(facet, counted);
    return counted;
  }
  const ofFiles = (facet: Facet) => tablesOf(definitions).facets.get(facet) ?? finish(count(facet));
  let ofSets: readonly FacetValue[] | null = null;
  const values = (facet: Facet): readonly FacetValue[] => {
    if (facet !== 'is') return ofFiles(facet);
    ofSets ??= withSetValues(ofFiles(facet), sets, definitions);
    return ofSets;
  };
  const ground: FilterGround = { definitions, indexes, scorer, facet: values, scans };

  const run = (query: Query, keyOf: OrderKey | null): { readonly hits: SearchHits; readonly isEnough: boolean } => {
    const { filters, readings, isVain } = planQuery(query);
    const mask = groupsMask(filters, ground);
    // Before anything is read there is nothing that words could mean.
    const ready = isVain || definitions.length === 0 ? [] : readings.map((terms) => readingOf(terms, mask, ground));
    const byLetters = new Set<number>();
    const raise = (slot: number, score: number, isByLetters: boolean): void => {
      if (!found.raise(slot, score)) return;
      if (isByLetters) byLetters.add(indexes[slot] ?? -1);
      else if (byLetters.size > 0) byLetters.delete(indexes[slot] ?? -1);
    };
    for (const reading of ready) {
      if (reading.terms.length > 0)
        scoreDefinitions({ index, slots, indexes, indexed }, reading, { scoreOf: found.valueOf, raise });
      else keptSlots(slots, reading.mask, (slot) => raise(slot, ready.length === 1 ? 1 : FILTERS_ALONE, false));
    }
    const shown = found.size();
    const asked = ready.flatMap((reading, at): readonly PromptReading[] => {
      const { words } = reading;
      return isAskedOfPrompts(readings[at] ?? [], words) ? [{ reading, words }] : [];
    });
    // Of a word that hardly anybody has, what was found may be guesses.
    const isEnough = shown >= MANY_SHOWN && ready.every(({ terms }) => terms.every(({ isLiteral }) => isLiteral));
    const inPrompts = !isEnough
      ? promptHits(asked, { slots, scans, isFound: (slot) => found.valueOf(slot) > 0 })
      : NO_VALUES;
    const order = once(tablesOf(definitions).orders, keyOf, () => orderBy(definitions, keyOf));
    const ranked = [found.take(), inPrompts].map(({ slots: own, values: scores }) =>
      rankHits(
        own.map((slot) => indexes[slot] ?? 0),
        scores,
        order,
        keyOf === null,
      ),
    );
    const words = asked.flatMap((one) => one.words);
    return { hits: hitsOf(definitions, joinRanked(ranked), ready, byLetters, shown, words), isEnough };
  };

  /** The last result: before it is asked for, it is asked how many there are. */
  let last: { readonly text: string; readonly result: ReturnType<typeof run> } | null = null;
  const runText = (text: string): ReturnType<typeof run> => {
    if (last?.text !== text) last = { text, result: run(parseQuery(text), null) };
    return last.result;
  };
  const plainly = (query: string | Query) => (typeof query === 'string' ? runText(query) : run(query, null));

  return {
    search: (query, keyOf = null) => (keyOf === null ? plainly(query) : run(asQuery(query), keyOf)).hits,
    withDefinitions: (next) => grown(shared, known, sets, next),
    withSets: (asked) => searchOver(shared, known, asked),
    nextWork: (query) => {
      const first = firstWork(asQuery(query), shared, known);
      if (first !== null) return first;
      const isUnknown = unknownTerms(promptTerms(asQuery(query)), scans, definitions.length).length > 0;
      return isUnknown && !plainly(query).isEnough ? 'prompt' : null;
    },
    work: (query) => work(shared, known, sets, asQuery(query)),
    values,
    countValues: count,
  };
}

function* work(ground: Ground, before: Known, sets: DefinitionSets, query: Query): Generator<SearchProgress, Search> {
  const steps = searchWork(query, ground, before);
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    const { kind, share, known } = step.value;
    yield { kind, share, search: () => searchOver(ground, known(), sets) };
  }
  const { value: known } = step;
  const soFar = searchOver(ground, known, sets);
  if (soFar.nextWork(query) === null) return soFar;
  const terms = unknownTerms(promptTerms(query), known.scans, ground.definitions.length);
  const scanning = scanPrompts(terms, ground.definitions, known.scans);
  for (;;) {
    const { done, value } = scanning.next();
    if (done) return searchOver(ground, { ...known, scans: value }, sets);
    const { share, scans } = value;
    yield { kind: 'prompt', share, search: () => searchOver(ground, { ...known, scans: scans() }, sets) };
  }
}

/** Room for what is found; empty between searches. */
const found = createCollector();

function keptSlots(slots: Uint32Array, mask: Mask | null, on: (slot: number) => void): void {
  for (let at = 0; at < slots.length; at++) if (mask === null || mask[at] === 1) on(slots[at] ?? 0);
}

const NO_VALUES: SlotValues = { slots: new Uint32Array(0), values: new Float32Array(0) };

const asQuery = (query: string | Query): Query => (typeof query === 'string' ? parseQuery(query) : query);

function hitsOf(
  definitions: readonly AgentDefinition[],
  ranked: RankedHits,
  readings: readonly Reading[],
  byLetters: ReadonlySet<number>,
  shown: number,
  words: readonly string[],
): SearchHits {
  const made = new Map<number, SearchHit>();
  const at = (place: number): SearchHit | undefined => {
    const hit = ranked.at(place);
    const definition = hit && definitions[hit.index];
    if (!definition) return undefined;
    return once(made, hit.index, () => ({
      definition,
      score: hit.score,
      matches: hitMatches(definition, {
        readings,
        byLetters: byLetters.has(hit.index),
        promptWords: place < shown ? null : words,
      }),
    }));
  };
  return {
    length: ranked.length,
    at,
    placeOf: (id) => {
      const index = definitions.findIndex((definition) => definition.id === id);
      let place = index < 0 ? -1 : ranked.length - 1;
      while (place >= 0 && ranked.at(place)?.index !== index) place -= 1;
      return place;
    },
    slice: (start = 0, end = ranked.length) => {
      const count = Math.max(0, Math.min(end, ranked.length) - start);
      return Array.from({ length: count }, (_, offset) => at(start + offset)).filter((hit) => hit !== undefined);
    },
  };
}

function once<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
