import { once } from '../../kit/once.ts';
import { CHOICES } from './choice-words.ts';
import {
  DIRECTIVES,
  EXTENTS,
  GENERIC_CJK,
  GENERIC_VERBS,
  MODALS,
  ORDERS,
  OTHER_LANGUAGES,
  SEEKING,
  STATING,
} from './frame-words.ts';
import {
  CLAUSE_OPENERS,
  FORBIDDEN_BEFORE,
  INSTEADS,
  MEANS,
  NEGATIONS,
  NOT_NEGATIONS,
  OVERS,
  PREFERENCES,
  type Reach,
  VERB_NEGATIONS,
} from './negation-words.ts';
import { BOUNDS, type Bound } from './number-words.ts';
import { OPPOSITES, SYNONYMS } from './opposite-words.ts';
import { plainWords } from './plain-words.ts';
import { termOf } from './terms.ts';

/** What a word or phrase does to what is said. */
export type Effect =
  /** `never` and `not` deny a verb, `no` and `without` a thing. */
  | { readonly does: 'negate'; readonly reach: Reach; readonly isOfVerb: boolean }
  | { readonly does: 'forbid' | 'nothing' | 'instead' | 'over' | 'open' | 'means' }
  | { readonly does: 'oblige'; readonly modality: 'must' | 'optional' }
  | { readonly does: 'extend'; readonly extent: 'all' | 'only' }
  | { readonly does: 'order'; readonly order: 'before' | 'after' | 'next' }
  | { readonly does: 'bound'; readonly bound: Bound };

/** What a word or phrase is a term for: one of two poles, one of a few, or a thing that has other names. */
export interface Meaning {
  readonly key: string;
  /** Which pole of two opposites it is; 0 where it is none. */
  readonly pole: -1 | 0 | 1;
  /** Which of a few that exclude each other; `null` where it is none. */
  readonly choice: string | null;
}

/** A phrase that was looked for, and what it is. */
export interface Phrase<Entry> {
  readonly words: readonly string[];
  readonly entry: Entry;
}

type Phrases<Entry> = ReadonlyMap<string, readonly Phrase<Entry>[]>;

/** What words do, by their first word, the longest first. */
export const effects = once(() => {
  const entries: (readonly [readonly string[], Effect])[] = [
    [NOT_NEGATIONS, { does: 'nothing' }],
    ...recordOf(MODALS).map(([modality, words]) => [words, { does: 'oblige', modality }] as const),
    ...recordOf(BOUNDS).map(([bound, words]) => [words, { does: 'bound', bound }] as const),
    [INSTEADS, { does: 'instead' }],
    [VERB_NEGATIONS, { does: 'negate', reach: 'clause', isOfVerb: true }],
    ...recordOf(NEGATIONS).map(([reach, words]) => [words, { does: 'negate', reach, isOfVerb: false }] as const),
    [FORBIDDEN_BEFORE, { does: 'forbid' }],
    ...recordOf(EXTENTS).map(([extent, words]) => [words, { does: 'extend', extent }] as const),
    ...recordOf(ORDERS).map(([order, words]) => [words, { does: 'order', order }] as const),
    [OVERS, { does: 'over' }],
    [CLAUSE_OPENERS, { does: 'open' }],
    [MEANS, { does: 'means' }],
  ];
  return phrasesOf(entries.flatMap(([lists, effect]) => listed(lists).map((phrase) => [phrase, effect] as const)));
});

/** What words are terms for, by their first word as it stands or its stem, the longest first. */
export const meanings = once(() => {
  const entries: (readonly [string, Meaning])[] = [];
  const addAll = (words: string, meaning: Meaning) => {
    for (const word of listed([words])) entries.push([word, meaning]);
  };
  for (const [one, other] of OPPOSITES) {
    const key = `${one.split(',', 1)[0]}|${other.split(',', 1)[0]}`;
    addAll(one, { key, pole: 1, choice: null });
    addAll(other, { key, pole: -1, choice: null });
  }
  for (const set of CHOICES) {
    const key = `one of ${set.split(',', 1)[0]}`;
    for (const member of listed([set])) {
      const [choice = ''] = member.split('/');
      for (const name of member.split('/')) entries.push([name, { key, pole: 0, choice }]);
    }
  }
  for (const words of SYNONYMS) addAll(words, { key: `${words.split(',', 1)[0]} or the like`, pole: 0, choice: null });
  const stems = entries.map(([phrase, meaning]) => [stemmed(phrase), meaning] as const);
  return phrasesOf([...entries, ...stems]);
});

function stemmed(phrase: string): string {
  return phrase.includes(' ') ? phrase : termOf(phrase);
}

/** Words that weigh little. */
export const genericWords = once(
  () => new Set([...listed(GENERIC_VERBS.english), ...listed(GENERIC_VERBS.other), ...listed(GENERIC_CJK).join('')]),
);
/** Words that only other languages than English have. */
export const otherLanguages = once(() => {
  const words = new Set([...listed(OTHER_LANGUAGES), ...listed(GENERIC_VERBS.other), ...listed(NEGATIONS.agreeing)]);
  for (const word of listed(GENERIC_VERBS.english)) words.delete(word);
  return words;
});
export const preferences = once(() => new Set(listed(PREFERENCES)));
export const statingWords = once(() => new Set(listed(STATING)));
export const seekingWords = once(() => new Set(listed(SEEKING)));
export const directives = once(() => new Set(listed(DIRECTIVES)));

function listed(lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(',').map((words) => words.trim()));
}

function recordOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  return Object.entries(record) as [Key, Value][];
}

/** Of phrases that are there twice the first counts. */
function phrasesOf<Entry>(entries: readonly (readonly [string, Entry])[]): Phrases<Entry> {
  const known = new Set<string>();
  const byFirst = new Map<string, Phrase<Entry>[]>();
  for (const [phrase, entry] of entries) {
    if (known.has(phrase)) continue;
    known.add(phrase);
    const words = plainWords(phrase).map(({ text }) => text);
    const [first = ''] = words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, entry }]);
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}
