import { once } from '../../kit/once.ts';
import type { ParsedDefinition } from '../definition/agent-definition.ts';
import { STOP_WORDS } from '../passages/stop-words.ts';
import { termOf, wordsOf } from '../passages/terms.ts';
import { COMMON_TERMS, RARE_SHARE } from './common-terms.ts';

/** In how many definitions of a collection each term occurs. */
export interface TermStatistics {
  /** How many definitions were counted. */
  readonly definitions: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** More definitions than this add time to the counting and nothing to what it says. */
const DEFINITIONS_COUNTED = 100;

/**
 * Count in how many definitions each term occurs.
 *
 * @param definitions A collection, in any order. Of a large one a hundred are counted, evenly spread.
 */
export function termStatistics(definitions: readonly Pick<ParsedDefinition, 'body'>[]): TermStatistics {
  const counter = createCounter();
  const stride = Math.max(1, definitions.length / DEFINITIONS_COUNTED);
  const counted = Math.min(definitions.length, DEFINITIONS_COUNTED);
  for (let at = 0; at < counted; at += 1) counter.count(definitions[Math.floor(at * stride)]?.body ?? '');
  return { definitions: counted, counts: counter.counts() };
}

/** Counts in how many texts each term occurs; a word that occurs again costs one look-up. */
function createCounter(): {
  readonly count: (text: string) => void;
  readonly counts: () => ReadonlyMap<string, number>;
} {
  const byWord = new Map<string, TermCount>();
  const byTerm = new Map<string, TermCount>();
  let text = 0;
  const countOf = (word: string): TermCount => {
    const term = termOf(word);
    // Function words are counted nowhere.
    const isTerm = !STOP_WORDS.has(word);
    const known = (isTerm ? byTerm.get(term) : undefined) ?? { texts: 0, last: 0 };
    if (isTerm) byTerm.set(term, known);
    byWord.set(word, known);
    return known;
  };
  return {
    count(body) {
      text += 1;
      for (const word of wordsOf(body)) {
        const term = byWord.get(word) ?? countOf(word);
        if (term.last === text) continue;
        term.last = text;
        term.texts += 1;
      }
    },
    counts: () => new Map([...byTerm].map(([term, { texts }]) => [term, texts])),
  };
}

/** In how many texts a term occurs, and the last of them. */
interface TermCount {
  texts: number;
  last: number;
}

/** Nothing counted: what terms weigh is known from published definitions alone. */
export const NO_STATISTICS: TermStatistics = { definitions: 0, counts: new Map() };

/** As many definitions the built-in shares are worth against those counted. */
const PRIOR_DEFINITIONS = 100;

/**
 * How much a term tells: the logarithm of how rare it is, at least nearly 0 (inverse document frequency, Spärck Jones
 * 1972).
 *
 * Counts of a small collection say little, least of all when it holds nothing but the definitions compared, in which
 * what they speak of is in all of them. So they are added to the built-in shares as if these were the counts of a
 * hundred more definitions (additive smoothing towards a prior).
 */
export function termWeights({ definitions, counts }: TermStatistics): (term: string) => number {
  const shares = builtInShares();
  return (term) => {
    // Numbers are not counted, and most are small ones that many agents have.
    if (NUMBER.test(term)) return Math.log(1.05 / NUMBER_SHARE);
    const expected = (shares.get(term) ?? RARE_SHARE) * PRIOR_DEFINITIONS;
    const share = (expected + (counts.get(term) ?? 0)) / (PRIOR_DEFINITIONS + definitions);
    return Math.log(1.05 / share);
  };
}

const NUMBER = /^\d[\d.,]*$/;
const NUMBER_SHARE = 0.2;

const builtInShares = once(
  (): ReadonlyMap<string, number> =>
    new Map(COMMON_TERMS.flatMap(([share, terms]) => terms.split(' ').map((term) => [term, share] as const))),
);
