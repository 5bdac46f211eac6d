import { onForget } from '../../kit/memo.ts';
import {
  directives,
  type Effect,
  effects,
  genericWords,
  type Meaning,
  meanings,
  type Phrase,
  preferences,
  seekingWords,
  statingWords,
} from './lexicon.ts';
import type { Token } from './plain-words.ts';
import { STOP_WORDS } from './stop-words.ts';
import { termOf } from './terms.ts';

/** What is known of a word, whatever stands around it. */
export interface WordFacts {
  readonly stem: string;
  /** The phrases that begin with it, the longest first. */
  readonly effects: readonly Phrase<Effect>[];
  readonly meanings: readonly Phrase<Meaning>[];
  /** What its stem means by itself. */
  readonly meaningOfStem: Phrase<Meaning> | null;
  readonly isGeneric: boolean;
  readonly isStopWord: boolean;
  readonly isDirective: boolean;
  readonly isStating: boolean;
  readonly isSeeking: boolean;
  readonly isPreferring: boolean;
}

/** Words repeat within and across definitions; those that a hostile text makes up need not be kept. */
const CACHED_WORDS = 50_000;
const cache = new Map<string, WordFacts>();
onForget(() => cache.clear());

/** What is known of a word as `plainWords` gives it. */
export function factsOf(word: string): WordFacts {
  const known = cache.get(word);
  if (known) return known;
  const stem = termOf(word);
  const facts: WordFacts = {
    stem,
    effects: effects().get(word) ?? NONE,
    meanings: meanings().get(word) ?? NONE,
    meaningOfStem: meaningOfStem(word, stem),
    isGeneric: genericWords().has(word),
    isStopWord: STOP_WORDS.has(word),
    isDirective: directives().has(word),
    isStating: statingWords().has(word),
    isSeeking: seekingWords().has(word),
    isPreferring: preferences().has(word),
  };
  if (cache.size < CACHED_WORDS) cache.set(word, facts);
  return facts;
}

const NONE: readonly never[] = [];
/** Forms of the same verb or adjective: `automation` is no opposite of `manual`, nor `complexity` of `simple`. */
const SAME_WORD = /(?:s|ed|ing|d|ly)$/;

function meaningOfStem(word: string, stem: string): Phrase<Meaning> | null {
  const found = meanings()
    .get(stem)
    ?.find(({ words }) => words.length === 1);
  return found && (found.entry.pole === 0 || SAME_WORD.test(word)) ? found : null;
}

/** The first of some phrases, the longest first, that stands at a place. */
export function phraseAt<Entry>(
  phrases: readonly Phrase<Entry>[],
  tokens: readonly Token[],
  at: number,
): Phrase<Entry> | null {
  for (const phrase of phrases) {
    const { words } = phrase;
    let of = 1;
    while (of < words.length && tokens[at + of]?.text === words[of]) of += 1;
    if (of >= words.length) return phrase;
  }
  return null;
}
