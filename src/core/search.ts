import type { AgentDefinition } from './agent-definition.ts';
import { byScopeThenName } from './library.ts';
import { foldText } from './search/fold-text.ts';
import { type ExpandedWord, joinRanges, type MatchRange, matchRanges } from './search/highlight.ts';
import {
  type AbbreviableName,
  type AbbreviationMatch,
  abbreviable,
  matchAbbreviation,
} from './search/match-abbreviation.ts';
import { combine, createWordIndex } from './search/word-index.ts';

/** Where a query was found in a definition, for highlighting. */
interface SearchMatches {
  readonly name: readonly MatchRange[];
  readonly description: readonly MatchRange[];
}

/** A definition that a query found. */
export interface SearchHit {
  readonly definition: AgentDefinition;
  /** 0 to 1, higher is better; 1 for a name typed in full. */
  readonly score: number;
  /** Computed when first read, so that only rows on the screen cost something. */
  readonly matches: SearchMatches;
}

/** A collection made ready for searching. */
export interface Search {
  /**
   * The definitions a query finds, best first. Names typed in full or begun come first, then words in any order,
   * abbreviations, words of the description, and mistyped words. An empty query finds everything, in name order.
   */
  search(query: string): readonly SearchHit[];
}

/**
 * Make definitions ready for searching.
 *
 * Each word of a query is expanded to words of the collection, by fuse.js where it seems mistyped; what these are worth
 * is weighed by rarity and field. Every word has to be found, in the name or the description; if no definition has them
 * all, those with the most come instead. Next to that, the whole query is tried as an abbreviation of each name.
 *
 * @param definitions Not changed, and assumed not to change.
 */
export function createSearch(definitions: readonly AgentDefinition[]): Search {
  const sorted = [...definitions].sort(byScopeThenName);
  const entries = sorted.map(entryOf);
  const index = createWordIndex(sorted.map(({ name, description }) => ({ name, description: searched(description) })));

  return {
    search(query) {
      const plain = plainText(query);
      if (plain === '') return query.trim() === '' ? sorted.map((definition) => hitOf(definition, 1, [], null)) : [];
      const words = [...new Set(plain.split(' '))].slice(0, MAX_QUERY_WORDS).map(index.lookUp);
      const expanded = words.map((word) => word.expanded);
      const wordScores = combine(words, sorted.length);
      const hits = entries.flatMap((entry, at) => {
        const short = abbreviationOf(plain, entry);
        const byLetters = short ? abbreviationScore(short, entry) : 0;
        const byWords = WORDS_CEILING * (wordScores[at] ?? 0) * coverage(plain, entry.plain);
        const score = Math.max(nameScore(plain, entry.plain), byWords, byLetters);
        return score > 0 ? [hitOf(entry.definition, score, expanded, byLetters > byWords ? short : null)] : [];
      });
      // Sorting is stable: equals stay in name order.
      return hits.sort((a, b) => b.score - a.score);
    },
  };
}

interface Entry {
  readonly definition: AgentDefinition;
  readonly abbreviable: AbbreviableName;
  /** The name's words, folded, with single spaces. */
  readonly plain: string;
}

function entryOf(definition: AgentDefinition): Entry {
  const { name } = definition;
  return { definition, abbreviable: abbreviable(name), plain: plainText(name) };
}

const MAX_QUERY_WORDS = 12;
/** Descriptions are searched up to here; the longest of 5,217 published ones has 5,732 characters. */
const MAX_DESCRIPTION = 8_192;
const MIN_ABBREVIATION = 0.62;
const WORDS_CEILING = 0.9;

function hitOf(
  definition: AgentDefinition,
  score: number,
  expanded: readonly ExpandedWord[],
  short: AbbreviationMatch | null,
): SearchHit {
  let matches: SearchMatches | null = null;
  return {
    definition,
    score,
    get matches() {
      matches ??= {
        name: short
          ? joinRanges(short.positions.map((at): MatchRange => [at, at + 1]))
          : matchRanges(definition.name, expanded),
        description: matchRanges(searched(definition.description), expanded),
      };
      return matches;
    },
  };
}

function plainText(text: string): string {
  return (foldText(text).match(QUERY_WORD) ?? []).join(' ');
}

const QUERY_WORD = /[\p{L}\p{M}\p{N}]+[+#]*/gu;

/** What the name as a whole is worth: typed in full, or begun. */
function nameScore(query: string, name: string): number {
  if (name === query) return 1;
  return name.startsWith(query) ? WORDS_CEILING + 0.09 * (query.length / name.length) : 0;
}

/** Of names that hold the same words, the one with the least besides them is meant. */
function coverage(query: string, name: string): number {
  return 0.85 + 0.15 * Math.min(1, query.length / Math.max(1, name.length));
}

function abbreviationOf(plain: string, entry: Entry): AbbreviationMatch | null {
  const match = matchAbbreviation(plain.replaceAll(' ', ''), entry.abbreviable);
  return match && match.quality >= MIN_ABBREVIATION ? match : null;
}

function searched(description: string): string {
  return description.slice(0, MAX_DESCRIPTION);
}

/** Good abbreviations rank with words found in a name, poor ones below words found in a description. */
function abbreviationScore({ quality, positions }: AbbreviationMatch, { plain }: Entry): number {
  return WORDS_CEILING * (quality - 0.25) + 0.09 * Math.min(1, positions.length / Math.max(1, plain.length));
}
