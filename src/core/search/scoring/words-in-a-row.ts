import { greatest } from '../../../kit/long-lists.ts';
import type { DefinitionIndex } from '../index/definition-index.ts';
import type { WordIndex } from '../index/word-index.ts';
import { BREAK } from '../index/word-sequences.ts';
import { firstWordsOf, isLongForm } from '../words/acronyms.ts';
import type { Word } from '../words/fold-text.ts';
import { type MatchRange, wordSpans } from '../words/highlight.ts';
import { formOf } from '../words/word-forms.ts';
import { FEW_SAY_SO, SAME_FORM } from './weights.ts';

/** Neighbouring words that a word of a query may stand for: where they are, and what they are in a text. */
export interface WordsInARow {
  /** @param isName Whether they stand in the name. */
  readonly visit: (on: (slot: number, isName: boolean, quality: number) => void) => void;
  readonly rangesIn: (words: readonly Word[]) => readonly MatchRange[];
}

/** Words whose initials a word is. */
interface Initialism extends WordsInARow {
  /** Whether they are what everybody knows that it stands for. */
  readonly isKnown: boolean;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const MOST_LETTERS = 5;
const ACRONYM = /^(?=.*[a-z])[a-z0-9]{2,5}$/;
/** Shorter parts of a joined word are found everywhere. */
const MIN_PART = 3;
const MIN_REST = 2;

/**
 * The words whose first letters a word is, `tdd` for `test-driven development`. Letters meet by accident too: what most
 * say where they have these letters is what they mean.
 *
 * @param isThere Whether a slot counts.
 * @returns `null` where there are none.
 */
export function initialsOf(
  query: string,
  { words }: DefinitionIndex,
  isThere: (slot: number) => boolean,
): Initialism | null {
  if (!ACRONYM.test(query)) return null;
  const { sequences, slotsInCapitals, vocabulary } = words;
  const inCapitals = slotsInCapitals(query).filter(isThere).length;
  const readings = readingsOf(query);
  const isMeant = isLongForm(query);
  // Any two letters stand in a row somewhere.
  const isGuess = query.length === 2 && inCapitals === 0 && readings.length === 1;
  if (isGuess && isMeant === null) return null;
  const among = isGuess ? slotsOfFirst(query, words) : null;
  const numbers = sequences.numbers();
  const said = new Map<string, number>();
  const found: { readonly slot: number; readonly isName: boolean; readonly key: string; readonly isKnown: boolean }[] =
    [];
  for (const { letters, fits } of readings) {
    // The same few words stand in many texts.
    const judged = new Map<string, 'known' | 'said' | 'none'>();
    const judge = (row: readonly number[]): 'known' | 'said' | 'none' => {
      const texts = row.map((number) => vocabulary.words[number] ?? '');
      if (fits && !fits(texts)) return 'none';
      return isMeant?.(texts) === true ? 'known' : isGuess ? 'none' : 'said';
    };
    sequences.visitInitials(letters, among, (slot, places) => {
      if (!isThere(slot)) return;
      const row = places.map((place) => numbers[place] ?? BREAK);
      const key = row.join();
      const is = judged.get(key) ?? judge(row);
      judged.set(key, is);
      if (is === 'none') return;
      const isName = (places[0] ?? 0) < sequences.placesOf(slot).description;
      said.set(key, (said.get(key) ?? 0) + 1);
      found.push({ slot, isName, key, isKnown: is === 'known' });
    });
  }
  if (found.length === 0) return null;
  // What is said by far fewer than write the acronym hardly is what they mean.
  const most = Math.max(greatest(said.values()), inCapitals);
  const isAnyKnown = found.some(({ isKnown }) => isKnown);
  return {
    isKnown: isAnyKnown,
    visit: (on) => {
      for (const { slot, isName, key, isKnown } of found) {
        // Of letters that everybody takes for one thing nothing else is meant.
        const share = isKnown ? 1 : isAnyKnown ? 0 : Math.sqrt((said.get(key) ?? 0) / most);
        on(slot, isName, FEW_SAY_SO + (1 - FEW_SAY_SO) * share);
      }
    },
    rangesIn: (words) =>
      readings.flatMap(({ letters, fits }) =>
        wordSpans(words, letters.length, (row) => {
          const texts = row.map(({ text }) => text);
          return texts.every((text, at) => text[0] === letters[at]) && fits?.(texts) !== false;
        }),
      ),
  };
}

/** The slots that hold a word which begins what an acronym is known to stand for. */
function slotsOfFirst(acronym: string, { vocabulary, visit }: WordIndex): ReadonlySet<number> {
  const slots = new Set<number>();
  const numbers = firstWordsOf(acronym).flatMap((word) => vocabulary.withFormOf(word));
  visit(new Map(numbers.map((number) => [number, 1])), (slot) => slots.add(slot));
  return slots;
}

/** First letters that an acronym may stand for, and whether words that begin with them do; `null` where all do. */
interface Initials {
  readonly letters: string;
  readonly fits: ((words: readonly string[]) => boolean) | null;
}

/** Signs that are spoken like the beginning of a word, or like a whole one: `e2e`, `dx`, `xss`. */
const SPOKEN: readonly (readonly [sign: string, beginning: RegExp])[] = [
  ['2', /^to$/],
  ['4', /^for$/],
  ['x', /^ex/],
  ['x', /^cross$/],
];

/** An acronym as it is written, and as its signs are spoken. */
function readingsOf(acronym: string): readonly Initials[] {
  const spoken = SPOKEN.filter(([sign]) => acronym.includes(sign)).map(([sign, beginning]): Initials => {
    const [, first = ''] = /([a-z])/.exec(beginning.source) ?? [];
    const fits = (words: readonly string[]) => words.every((word, at) => acronym[at] !== sign || beginning.test(word));
    return { letters: acronym.replaceAll(sign, first), fits };
  });
  return [{ letters: acronym, fits: null }, ...spoken];
}

/** The two words that a word is when they are joined, `pullrequest`; the second may be unfinished. */
export function partsOf(
  query: string,
  { words }: DefinitionIndex,
  isThere: (slot: number) => boolean,
): WordsInARow | null {
  const { vocabulary, sequences } = words;
  const cuts = Array.from({ length: Math.max(0, query.length - MIN_REST - MIN_PART + 1) }, (_, at) => {
    const cut = at + MIN_PART;
    return { first: vocabulary.find(query.slice(0, cut)), rest: query.slice(cut), cut };
  }).filter(({ first }) => first !== undefined);
  if (cuts.length === 0) return null;
  return {
    visit: (on) => {
      const follows = (place: number, rest: string): number => {
        const next = vocabulary.words[sequences.numbers()[place + 1] ?? BREAK];
        if (next === undefined) return 0;
        if (next.startsWith(rest)) return rest.length / next.length;
        return formOf(next) === formOf(rest) ? SAME_FORM : 0;
      };
      for (const { first = BREAK, rest } of cuts) {
        words.visit(new Map([[first, 1]]), (slot, isName) => {
          if (!isThere(slot)) return;
          for (const place of sequences.placesOfWord(first, slot, isName)) {
            const quality = follows(place, rest);
            if (quality > 0) on(slot, isName, quality);
          }
        });
      }
    },
    rangesIn: (all) =>
      cuts.flatMap(({ rest, cut }) =>
        wordSpans(all, 2, ([one, { text = '' } = {}]) => {
          const follows = text.startsWith(rest) || formOf(text) === formOf(rest);
          return one?.text === query.slice(0, cut) && follows;
        }),
      ),
  };
}

/**
 * The acronyms that words are written out: their initials, and for the beginning of what is always said in more words
 * (`site reliability`) those of all of them.
 *
 * @param asked Two or more, typed one after the other.
 * @returns Words that are there.
 */
export function acronymsOf(
  asked: readonly string[],
  { words }: DefinitionIndex,
  isThere: (slot: number) => boolean,
): readonly string[] {
  const { vocabulary, sequences } = words;
  const letters = asked.map((word) => word[0] ?? '').join('');
  if (!ACRONYM.test(letters)) return [];
  const row = asked.map((word) => vocabulary.find(word));
  if (row.includes(undefined)) return [];
  const longer = [...ALPHABET].filter((letter) => vocabulary.find(letters + letter) !== undefined);
  // Most letters are none, and begin none: then there is no need to look where the words stand.
  // Two letters are often something else, as `md` is the end of a file's name.
  const isAcronym =
    vocabulary.find(letters) !== undefined && (letters.length > 2 || words.slotsInCapitals(letters).some(isThere));
  if (!isAcronym && longer.length === 0) return [];
  const found = new Set<string>();
  const numbers = sequences.numbers();
  const last = row.at(-1) ?? BREAK;
  const standsAt = (place: number) => row.every((word, at) => numbers[place - row.length + 1 + at] === word);
  words.visit(new Map([[last, 1]]), (slot, isName) => {
    if (!isThere(slot)) return;
    for (const place of sequences.placesOfWord(last, slot, isName).filter(standsAt)) {
      if (isAcronym) found.add(letters);
      const next = vocabulary.words[numbers[place + 1] ?? BREAK]?.[0];
      if (next !== undefined && longer.includes(next) && letters.length < MOST_LETTERS) found.add(letters + next);
    }
  });
  return [...found];
}
