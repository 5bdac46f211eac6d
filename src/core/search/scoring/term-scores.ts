import { remembered } from '../../../kit/memo.ts';
import type { DefinitionIndex } from '../index/definition-index.ts';
import { LONGEST, type TextField } from '../index/word-index.ts';
import { type Word, wordsOf } from '../words/fold-text.ts';
import { type MatchRange, type Phrase, phraseRanges, wordRanges } from '../words/highlight.ts';
import { phraseLook } from '../words/phrase-in-text.ts';
import type { ShortFormTable } from '../words/short-forms.ts';
import { type Expansion, expandBeginning, expandLiterally, expandLoosely, isUnspaced } from './expand-word.ts';
import { expandMeaning } from './other-words.ts';
import { createCollector, type SlotValues } from './slot-values.ts';
import { IN_DESCRIPTION, IN_LONG_DESCRIPTION, IN_NAME, JOINED_WORDS, LONG_FORM, SAME_WORD } from './weights.ts';
import { acronymsOf, initialsOf, partsOf, type WordsInARow } from './words-in-a-row.ts';

/** What one term of a query is worth, up to 1, in the definitions it is found in. */
export interface TermScores {
  readonly found: SlotValues;
  /** Whether it was found as typed, and not as what it may be a mistake or an abbreviation for. */
  readonly isLiteral: boolean;
  /** Whether somebody uses the very word. */
  readonly isWord: boolean;
  /** The words it was found by, by their numbers. */
  readonly words: Expansion;
  /** Where it stands among the words of a text of a definition. */
  readonly rangesIn: (words: readonly Word[], field: TextField) => readonly MatchRange[];
}

/** What terms are worth, remembered for the last few: a key press asks again for all words but one. */
export interface TermScorer {
  readonly word: (query: string) => TermScores;
  /**
   * Words, each with what it is together with its neighbours: one word, or an acronym.
   *
   * @param isNext By place whether a word was typed right after the one before.
   * @param isDescription Whether they describe what is meant: then a single letter is a word (`in c`), or one hardly begun.
   */
  readonly neighbours: (
    words: readonly string[],
    isNext: readonly boolean[],
    isDescription: boolean,
  ) => readonly TermScores[];
  /** @param only The one field it may stand in, `null` for either. */
  readonly phrase: (phrase: Phrase, only: TextField | null) => TermScores;
}

/**
 * A scorer over the definitions of a library.
 *
 * @param index May grow.
 * @param isThere Whether a slot counts: what is gone, or was indexed later, must not weigh on what is there. Always the same.
 */
export function createTermScorer(
  index: DefinitionIndex,
  shortForms: ShortFormTable,
  isThere: (slot: number) => boolean,
): TermScorer {
  const ground = { index, shortForms, isThere };
  const once = (key: string, compute: () => TermScores): TermScores => {
    const last = lastScores(ground);
    const scores = last.get(key) ?? compute();
    last.delete(key);
    last.set(key, scores);
    const [oldest = key] = last.keys();
    if (last.size > MAX_REMEMBERED) last.delete(oldest);
    return scores;
  };
  const word = (query: string) => once(query, () => scoreWord(ground, query));
  const phraseOf = (phrase: Phrase, only: TextField | null) =>
    once(JSON.stringify([phrase, only]), () => scorePhrase(ground, phrase, only));
  return {
    word,
    neighbours: (words, isNext, isDescription) => {
      const rows = rowsOf(ground, words, isNext);
      return words.map((one, at) => {
        if (isDescription && one.length === 1) return phraseOf({ words: [one], open: false, anchored: false }, null);
        const own = rows.filter(({ start, end }) => start <= at && at < end);
        return own.length === 0
          ? word(one)
          : once(JSON.stringify([one, own.map(({ text }) => text)]), () => together(ground, word(one), own));
      });
    },
    phrase: phraseOf,
  };
}

const MAX_REMEMBERED = 64;
const lastScores = remembered((_: Ground) => new Map<string, TermScores>());

interface Ground {
  readonly index: DefinitionIndex;
  readonly shortForms: ShortFormTable;
  readonly isThere: (slot: number) => boolean;
}

/** Below so many definitions that have a word as typed, it may be a mistake. */
const ENOUGH = 3;

/**
 * What a word of a query is worth: as typed, as what it stands for, and if hardly a definition has it, as what it may be a
 * mistake or an abbreviation for.
 */
function scoreWord(ground: Ground, query: string): TermScores {
  const { index, isThere } = ground;
  const { vocabulary } = index.words;
  const literally = expandLiterally(query, vocabulary);
  raiseWords(ground, literally, null);
  const isLiteral = collector.size() >= ENOUGH;
  const isWord = usesWord(ground, query);
  const meaning = expandMeaning(query, vocabulary, ground.shortForms);
  raiseWords(ground, meaning, null);
  const initials = isLiteral && !isWord ? null : initialsOf(query, index, isThere);
  raiseRow(ground, initials, LONG_FORM);
  const parts = isLiteral || isWord ? null : partsOf(query, index, isThere);
  raiseRow(ground, parts, JOINED_WORDS);
  const loosely = isLiteral || query.startsWith('.') ? null : expandLoosely(query, vocabulary);
  if (loosely) raiseWords(ground, loosely, null);
  const expansion = best([literally, meaning, ...(loosely ? [loosely] : [])]);
  const ofWords = rangesOf(ground, query, expansion, null);
  return {
    found: collector.take(),
    isLiteral,
    isWord,
    words: expansion,
    rangesIn: (words, field) => {
      const ranges = ofWords(words, field);
      return ranges.length > 0 ? ranges : [initials, parts].flatMap((row) => row?.rangesIn(words) ?? []);
    },
  };
}

function best(expansions: readonly Expansion[]): Expansion {
  const all = new Map<number, number>();
  for (const one of expansions)
    for (const [number, quality] of one) all.set(number, Math.max(quality, all.get(number) ?? 0));
  return all;
}

function usesWord({ index, isThere }: Ground, word: string): boolean {
  let isUsed = false;
  index.words.visit(expandExactly(word, index), (slot) => {
    isUsed ||= isThere(slot);
  });
  return isUsed;
}

/** What words typed one after the other are together, by the places of the first of them and behind the last. */
interface Row {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly meant: Expansion;
}

/** What rows of words mean that were asked for lately: a key press asks again for all but the last. */
const lastRows = remembered((_: Ground) => new Map<string, Expansion>());
const MAX_ROWS = 256;

/** The rows of some words that are one word, or written out what an acronym says. */
function rowsOf(ground: Ground, words: readonly string[], isNext: readonly boolean[]): readonly Row[] {
  const known = lastRows(ground);
  if (known.size > MAX_ROWS) known.clear();
  const rows: Row[] = [];
  for (let start = 0; start < words.length - 1; start++) {
    const most = Math.min(words.length, start + MOST_JOINED);
    let text = words[start] ?? '';
    for (let end = start + 2; end <= most && isNext[end - 1] === true; end++) {
      text += ` ${words[end - 1]}`;
      const meant = known.get(text) ?? meaningOf(ground, words.slice(start, end));
      known.set(text, meant);
      if (meant.size > 0) rows.push({ start, end, text, meant });
    }
  }
  return rows;
}

function meaningOf({ index, isThere }: Ground, row: readonly string[]): Expansion {
  const joined = raised(expandExactly(row.join(''), index), JOINED_WORDS);
  const acronyms = acronymsOf(row, index, isThere).map((one) => raised(expandExactly(one, index), LONG_FORM));
  return best([joined, ...acronyms]);
}

/** A word of a query that is one with its neighbours: whoever has that has each of them. */
function together(ground: Ground, alone: TermScores, rows: readonly Row[]): TermScores {
  const meant = best(rows.map((row) => row.meant));
  const { slots, values } = alone.found;
  for (let place = 0; place < slots.length; place++) collector.raise(slots[place] ?? 0, values[place] ?? 0);
  raiseWords(ground, meant, null);
  const ofWords = rangesOf(ground, rows[0]?.text.replaceAll(' ', '') ?? '', meant, null);
  return {
    ...alone,
    found: collector.take(),
    words: best([alone.words, meant]),
    rangesIn: (own, field) => [...alone.rangesIn(own, field), ...ofWords(own, field)],
  };
}

/** As many words are joined, or written out what an acronym says. */
const MOST_JOINED = 5;

const raised = (expansion: Expansion, quality: number): Expansion =>
  new Map([...expansion.keys()].map((number) => [number, quality]));

/**
 * What a phrase is worth: as much as its first word. Where that is found the text is looked at, since an index of words
 * knows no order.
 */
function scorePhrase(ground: Ground, phrase: Phrase, only: TextField | null): TermScores {
  const { index } = ground;
  const { vocabulary } = index.words;
  const [first = '', ...others] = phrase.words;
  const beginning = phrase.open && others.length === 0;
  const expansion = beginning ? expandBeginning(first, vocabulary) : expandExactly(first, index);
  raiseWords(ground, expansion, only);
  const scores = {
    found: collector.take(),
    isWord: true,
    words: expansion,
    rangesIn: rangesOf(ground, first, expansion, only),
  };
  const rangesIn = (words: readonly Word[], field: TextField): readonly MatchRange[] => {
    if (only !== null && only !== field) return [];
    return isUnspaced(first) ? scores.rangesIn(words, field) : phraseRanges(words, phrase);
  };
  if (others.length === 0 && !phrase.anchored) return { ...scores, isLiteral: true, rangesIn };
  const whole = phrase.words.join(' ');
  const beginsName = (slot: number) => {
    const name = index.plainNameIn(slot);
    return name.startsWith(whole) && (phrase.open || name.length === whole.length || name[whole.length] === ' ');
  };
  const look = phraseLook(phrase.words, phrase.open);
  const standsAnywhere = (slot: number) =>
    FIELDS.some((field) => {
      if (only !== null && only !== field) return false;
      const text = index.textIn(slot, field);
      return (phrase.anchored ? null : look(text)) ?? phraseRanges(wordsOf(text), phrase).length > 0;
    });
  // What begins a name is seen without looking for words in it again.
  const standsIn = phrase.anchored && only === 'name' ? beginsName : standsAnywhere;
  const { slots, values } = scores.found;
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0;
    if (standsIn(slot)) collector.raise(slot, values[at] ?? 0);
  }
  return { found: collector.take(), isLiteral: true, isWord: true, words: expansion, rangesIn };
}

const collector = createCollector();
const FIELDS: readonly TextField[] = ['name', 'description'];

function expandExactly(word: string, { words: { vocabulary } }: DefinitionIndex): Expansion {
  if (isUnspaced(word)) return expandBeginning(word, vocabulary);
  const number = vocabulary.find(word);
  return new Map(number === undefined ? [] : [[number, SAME_WORD]]);
}

/** What a word is worth in a description, by the description's length in words. */
const IN_DESCRIPTION_OF = Float32Array.from({ length: LONGEST + 1 }, (_, length) => {
  const long = Math.log(Math.max(1, length)) / Math.log(LONGEST);
  return IN_DESCRIPTION + (IN_LONG_DESCRIPTION - IN_DESCRIPTION) * long;
});

function raiseWords({ index, isThere }: Ground, expansion: Expansion, only: TextField | null): void {
  if (expansion.size === 0) return;
  index.words.visit(expansion, (slot, isName, length, quality) => {
    if (!isThere(slot) || (only !== null && isName !== (only === 'name'))) return;
    collector.raise(slot, quality * (isName ? IN_NAME : (IN_DESCRIPTION_OF[length] ?? 0)));
  });
}

function raiseRow({ index }: Ground, row: WordsInARow | null, worth: number): void {
  const { sequences } = index.words;
  row?.visit((slot, isName, quality) => {
    const { description, end } = sequences.placesOf(slot);
    const length = Math.min(LONGEST, Math.max(1, end - description));
    collector.raise(slot, worth * quality * (isName ? IN_NAME : (IN_DESCRIPTION_OF[length] ?? 0)));
  });
}

function rangesOf(
  { index }: Ground,
  query: string,
  expansion: Expansion,
  only: TextField | null,
): TermScores['rangesIn'] {
  const qualityOf = (word: string) => expansion.get(index.words.vocabulary.find(word) ?? -1) ?? 0;
  return (words, field) => (only === null || only === field ? wordRanges(words, { query, qualityOf }) : []);
}
