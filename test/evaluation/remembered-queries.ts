import { plainWordsOf } from '../../src/core/search/words/fold-text.ts';
import { seededRandom } from '../support/seeded-random.ts';
import type { Item } from './known-items.ts';
import remembered from './remembered.json' with { type: 'json' };

/** One of those that no query tells apart. */
export interface DistinctItem extends Item {
  /** Its own name, and those of others with the same description. */
  readonly names: readonly string[];
  readonly body: string;
}

/**
 * Of each kind some samples: the weights are tuned on the first three; what is reported of the others, looked at once, is
 * what strangers meet. The last has the acronyms that come to mind first, others than which the samples before it ask for.
 */
export const SAMPLES = ['tuned', 'seen', 'known', 'former', 'latter', 'held', 'common'] as const;
export type Sample = (typeof SAMPLES)[number];

/** What somebody types who remembers what an agent does, and everything that would be a right answer. */
interface RememberedQuery {
  readonly kind: string;
  readonly query: string;
  /** Indexes of the items. */
  readonly right: ReadonlySet<number>;
}

/**
 * The queries of a sample.
 *
 * Phrases have their right answers by name. Acronyms, and words that are joined, split, shortened or spelled otherwise,
 * have those whose name or description says it in any of its ways. Short words and words of prompts are drawn from the
 * items.
 */
export function rememberedQueries(items: readonly DistinctItem[], sample: Sample): readonly RememberedQuery[] {
  const { phrases, acronyms, words } = remembered[sample];
  const named = (names: readonly string[]) => {
    const asked = new Set(names.map((name) => name.toLowerCase()));
    return indexesOf(items, ({ names: all }) => all.some((name) => asked.has(name.toLowerCase())));
  };
  const saying = (pattern: string) => {
    const says = new RegExp(`(?<![\\p{L}\\p{N}])(${pattern})(?![\\p{L}\\p{N}])`, 'iu');
    return indexesOf(items, ({ name, description }) => says.test(name) || says.test(description));
  };
  return [
    ...phrases.map(({ query, right }) => ({ kind: 'phrase', query, right: named(right) })),
    ...acronyms.map(({ query, means }) => ({ kind: 'acronym', query, right: saying(`${query}s?|${means}`) })),
    ...words.map(({ kind, query, means }) => ({ kind, query, right: saying(means) })),
    ...shortWords(items, sample),
    ...promptWords(items, sample),
  ].filter(({ right }) => right.size > 0);
}

/** As many short words, and as many words of prompts, are drawn for a sample. */
const SHORT_WORDS = 70;
const PROMPT_WORDS = 20;

const SEEDS: Readonly<Record<Sample, number>> = {
  tuned: 11,
  seen: 12,
  known: 13,
  former: 14,
  latter: 15,
  held: 16,
  common: 17,
};

/** Whole words of names, of two to five letters: right is what has them in its name. */
function shortWords(items: readonly DistinctItem[], sample: Sample): readonly RememberedQuery[] {
  const names = items.map(({ names }) => new Set(names.flatMap(wordTexts)));
  const all = [...new Set(names.flatMap((words) => [...words]))].filter((word) => /^[a-z]{2,5}$/.test(word)).sort();
  return seededRandom(SEEDS[sample])
    .shuffled(all)
    .slice(0, SHORT_WORDS)
    .map((query) => ({
      kind: 'short word',
      query,
      right: indexesOf(items, (_, at) => names[at]?.has(query) === true),
    }));
}

/** Words that a few prompts have, and no name or description. */
function promptWords(items: readonly DistinctItem[], sample: Sample): readonly RememberedQuery[] {
  const shown = new Set(items.flatMap(({ names, description }) => wordTexts(`${names.join(' ')} ${description}`)));
  const holders = new Map<string, Set<number>>();
  for (const [at, { body }] of items.entries()) {
    for (const word of wordTexts(body)) {
      if (/^[a-z]{7,12}$/.test(word) && !shown.has(word)) holders.set(word, (holders.get(word) ?? new Set()).add(at));
    }
  }
  const few = [...holders].filter(([, { size }]) => size >= 2 && size <= 5).sort(([a], [b]) => (a < b ? -1 : 1));
  return seededRandom(SEEDS[sample])
    .shuffled(few)
    .slice(0, PROMPT_WORDS)
    .map(([query, right]) => ({ kind: 'prompt word', query, right }));
}

const wordTexts = (text: string) => plainWordsOf(text).map((word) => word.text);

function indexesOf(
  items: readonly DistinctItem[],
  isRight: (item: DistinctItem, at: number) => boolean,
): ReadonlySet<number> {
  return new Set([...items.keys()].filter((at) => items[at] && isRight(items[at], at)));
}

/** How an engine did with the queries of one kind. */
export interface KindFigures {
  readonly kind: string;
  readonly queries: number;
  /** Queries with a right answer among the first ten; of short words: with the first one right. */
  readonly answered: number;
  /** Right answers among the first ten, and as many as could be there. */
  readonly found: number;
  readonly possible: number;
  /** Queries that were not answered. */
  readonly missed: readonly string[];
}

const FIRST = 10;

/** What an engine finds of some queries, kind by kind. */
export function figuresOf(
  queries: readonly RememberedQuery[],
  find: (query: string) => readonly number[],
): readonly KindFigures[] {
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = queries.filter((query) => query.kind === kind);
    const answers = own.map(({ query, right }) => {
      const found = find(query).slice(0, FIRST);
      const hits = found.filter((at) => right.has(at)).length;
      const isAnswered = kind === 'short word' ? right.has(found[0] ?? -1) : hits > 0;
      return { query, hits, possible: Math.min(FIRST, right.size), isAnswered };
    });
    const sum = (of: (answer: (typeof answers)[number]) => number) => answers.reduce((all, one) => all + of(one), 0);
    return {
      kind,
      queries: own.length,
      answered: answers.filter(({ isAnswered }) => isAnswered).length,
      found: sum(({ hits }) => hits),
      possible: sum(({ possible }) => possible),
      missed: answers.flatMap(({ query, isAnswered, hits, possible }) =>
        isAnswered && hits * 2 >= possible ? [] : [`${query} (${hits} of ${possible})`],
      ),
    };
  });
}
