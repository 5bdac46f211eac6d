import { STOP_WORDS } from '../../src/core/passages/stop-words.ts';
import { wordsOf } from '../../src/core/search/words/fold-text.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';

/** What is searched: one of each name. */
export interface Item {
  readonly name: string;
  readonly description: string;
  readonly body?: string;
}

/** A query made from an item that it is meant to find, as somebody types who half remembers it. */
export interface KnownItem {
  readonly kind: Kind;
  /** How it was made, in a word: `spaced`, `initials`. */
  readonly way: string;
  readonly query: string;
  /** Index of the item. */
  readonly target: number;
}

export const KINDS = ['name', 'abbreviation', 'order', 'typo', 'description'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Queries with known answers: up to `perWay` of each way, from items drawn by chance that is the same in every run.
 *
 * An item is passed over by a way it does not lend itself to: one word cannot stand in another order, and two words of
 * a description make a query only if no more than five items hold both.
 */
export function knownItems(items: readonly Item[], perWay: number, seed = 1): readonly KnownItem[] {
  const remembered = rememberedWords(items);
  return WAYS.flatMap(([kind, way, make], at) => {
    const random = seededRandom(seed * 1_000 + at);
    const made: KnownItem[] = [];
    for (const target of random.shuffled([...items.keys()])) {
      if (made.length === perWay) break;
      const item = items[target];
      const query = item && make({ words: nameWords(item.name), name: item.name, random, remembered, target });
      if (query) made.push({ kind, way, query, target });
    }
    return made;
  });
}

interface Source {
  readonly name: string;
  /** The name's words, folded. */
  readonly words: readonly string[];
  readonly random: SeededRandom;
  readonly target: number;
  readonly remembered: Remembered;
}

type Way = (source: Source) => string | null;

const WAYS: readonly (readonly [Kind, string, Way])[] = [
  ['name', 'exact', ({ name }) => name],
  ['name', 'spaced', ({ words }) => (words.length > 1 ? words.join(' ') : null)],
  ['name', 'prefix', ({ name }) => (name.length >= 6 ? name.slice(0, Math.ceil(name.length * 0.7)).trim() : null)],
  ['abbreviation', 'beginnings', ({ words }) => (isShort(words) ? beginnings(words) : null)],
  ['abbreviation', 'squashed', ({ words, random }) => (isShort(words) ? squashed(words, random) : null)],
  ['abbreviation', 'initials', ({ words }) => (words.length >= 3 ? words.map((word) => word[0]).join('') : null)],
  ['order', 'reversed', ({ words }) => (words.length > 1 ? [...words].reverse().join(' ') : null)],
  ['order', 'last first', ({ words }) => (words.length > 2 ? [words.at(-1), ...words.slice(0, -1)].join(' ') : null)],
  ['typo', 'dropped', mistyped((word, at) => word.slice(0, at) + word.slice(at + 1))],
  [
    'typo',
    'swapped',
    mistyped((word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)),
  ],
  [
    'typo',
    'wrong',
    mistyped((word, at, random) => word.slice(0, at) + otherLetter(word, at, random) + word.slice(at + 1)),
  ],
  ['description', 'two words', ({ remembered, target, random }) => remembered.pair(target, random, 'two words')],
  ['description', 'last unfinished', ({ remembered, target, random }) => remembered.pair(target, random, 'unfinished')],
  ['description', 'one of the name', ({ remembered, target, random }) => remembered.pair(target, random, 'with name')],
];

/** Words one may remember of a description. */
interface Remembered {
  /** Two of them, or one after a word of the name, that tell an item from nearly all others; `null` without luck. */
  readonly pair: (target: number, random: SeededRandom, how: 'two words' | 'unfinished' | 'with name') => string | null;
}

/** As many items may hold both words; with more of them nobody would expect this one first. */
const MOST_HOLDERS = 5;
const TRIES = 12;

function rememberedWords(items: readonly Item[]): Remembered {
  const names = items.map(({ name }) => nameWords(name));
  const texts = items.map(({ name, description }) => new Set(nameWords(`${name} ${description}`)));
  const own = items.map(({ description }, at) => {
    const inName = new Set(names[at]);
    return [...new Set(nameWords(description))].filter((word) => isTelling(word) && !inName.has(word));
  });
  const holders = new Map<string, number[]>();
  for (const [at, words] of texts.entries()) {
    for (const word of words) holders.set(word, [...(holders.get(word) ?? []), at]);
  }
  const tells = (one: string, other: string): boolean => {
    const both = (holders.get(one) ?? []).filter((at) => [...(texts[at] ?? [])].some((word) => word.startsWith(other)));
    return both.length <= MOST_HOLDERS;
  };
  return {
    pair: (target, random, how) => {
      for (let tries = 0; tries < TRIES; tries++) {
        const [one, another] = random.shuffled(own[target] ?? []);
        const first = how === 'with name' ? random.shuffled((names[target] ?? []).filter(isTelling))[0] : another;
        if (one === undefined || first === undefined) return null;
        const last = how === 'unfinished' ? unfinished(one) : one;
        if (tells(first, last)) return `${first} ${last}`;
      }
      return null;
    },
  };
}

const isTelling = (word: string): boolean => word.length >= 4 && !STOP_WORDS.has(word);

/** Words in their plainest reading: camel case is one word. */
function nameWords(text: string): readonly string[] {
  let end = 0;
  return wordsOf(text).flatMap((word) => {
    if (word.start < end) return [];
    end = word.end;
    return [word.text];
  });
}

/** Two words of some length make an abbreviation; it does not stand for a name of many more. */
const isShort = (words: readonly string[]) =>
  words.length <= 3 && words.slice(0, 2).filter((word) => word.length >= 4).length === 2;

const beginnings = (words: readonly string[]) =>
  words
    .slice(0, 2)
    .map((word) => word.slice(0, 3))
    .join(' ');

/** `bkarch`: the first letter of a word and one after it, then the beginning of the next word. */
function squashed([first = '', second = '']: readonly string[], random: SeededRandom): string {
  const consonants = [...first.slice(1)].filter((letter) => /[^aeiou]/u.test(letter));
  return `${first[0]}${consonants.length > 0 ? random.pick(consonants) : first[1]}${second.slice(0, 4)}`;
}

const unfinished = (word: string) => word.slice(0, Math.max(3, Math.ceil(word.length * 0.6)));

/** One mistake in the longest word of a name, not in its first letter. */
function mistyped(mistake: (word: string, at: number, random: SeededRandom) => string): Way {
  return ({ words, random }) => {
    const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
    if (longest.length < 5 || !/^[a-z]+$/.test(longest)) return null;
    const wrong = mistake(longest, 1 + random.below(longest.length - 2), random);
    return wrong === longest ? null : words.map((word) => (word === longest ? wrong : word)).join(' ');
  };
}

function otherLetter(word: string, at: number, random: SeededRandom): string {
  const letter = 'abcdefghijklmnopqrstuvwxyz'[random.below(26)] ?? 'x';
  return letter === word[at] ? otherLetter(word, at, random) : letter;
}
