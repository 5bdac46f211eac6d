import { remembered } from '../../../kit/memo.ts';
import type { DefinitionIndex } from '../index/definition-index.ts';
import type { TextField } from '../index/word-index.ts';
import { type Word, wordsOf } from '../words/fold-text.ts';
import { type MatchRange, type Phrase, phraseRanges } from '../words/highlight.ts';
import { phraseLook } from '../words/phrase-in-text.ts';
import type { ShortFormTable } from '../words/short-forms.ts';
import { type Expansion, expandBeginning, expandLiterally, expandLoosely, isUnspaced } from './expand-word.ts';
import { expandMeaning } from './other-words.ts';
import type { SlotValues } from './slot-values.ts';
import {
  best,
  collector,
  expandExactly,
  raised,
  raiseRow,
  raiseWords,
  rangesOf,
  type TermGround,
  usageOf,
} from './term-ground.ts';
import { BESIDE_ACRONYM, FORM_OF_UNKNOWN, JOINED_WORDS, LONG_FORM, SAME_FORM, SAME_WORD } from './weights.ts';
import { acronymsOf, initialsOf, partsOf } from './words-in-a-row.ts';

/** What one term of a query is worth, up to 1, in the definitions it is found in. */
export interface TermScores {
  readonly found: SlotValues;
  /** Whether it was found as typed, and not as what it may be a mistake or an abbreviation for. */
  readonly isLiteral: boolean;
  /** Whether somebody uses the very word. */
  readonly isWord: boolean;
  /** Whether most who use it write it in capitals: what begins so, or has these letters, is something else then. */
  readonly isAcronym: boolean;
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
  const describing = (one: string, mayGoOn: boolean) =>
    once(JSON.stringify([one, mayGoOn]), () => scoreDescribing(ground, one, mayGoOn));
  const phraseOf = (phrase: Phrase, only: TextField | null) =>
    once(JSON.stringify([phrase, only]), () => scorePhrase(ground, phrase, only));
  return {
    word,
    neighbours: (words, isNext, isDescription) => {
      const rows = rowsOf(ground, words, isNext);
      return words.map((one, at) => {
        const alone = () =>
          isDescription ? describing(one, at === words.length - 1 || one.length >= MIN_BEGUN) : word(one);
        const own = rows.filter(({ start, end }) => start <= at && at < end);
        return own.length === 0
          ? alone()
          : once(JSON.stringify([one, isDescription, own.map(({ text }) => text)]), () =>
              together(ground, alone(), own),
            );
      });
    },
    phrase: phraseOf,
  };
}

const MAX_REMEMBERED = 64;
const lastScores = remembered((_: TermGround) => new Map<string, TermScores>());

/** Below so many definitions that have a word as typed, something else may be meant. */
export const ENOUGH = 3;

/**
 * What a word of a query is worth: as typed, as what it stands for, and if hardly a definition has it, as what it may be a
 * mistake or an abbreviation for.
 */
function scoreWord(ground: TermGround, query: string): TermScores {
  const { index, isThere } = ground;
  const { vocabulary } = index.words;
  const { isWord, isAcronym } = usageOf(ground, query);
  const all = expandLiterally(query, vocabulary);
  const literally = isAcronym ? besideAcronym(all, vocabulary.find(`${query}s`)) : all;
  raiseWords(ground, literally, null);
  const isLiteral = collector.size() >= ENOUGH;
  // A word that nobody has ever used may as well be mistyped.
  const ofForm = vocabulary.find(query) === undefined ? FORM_OF_UNKNOWN : SAME_FORM;
  const meaning = expandMeaning(query, vocabulary, ground.shortForms, ofForm);
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
    isAcronym,
    words: expansion,
    rangesIn: (words, field) => {
      const ranges = ofWords(words, field);
      return ranges.length > 0 ? ranges : [initials, parts].flatMap((row) => row?.rangesIn(words) ?? []);
    },
  };
}

/** What an acronym stands for: of longer words its plural, and hardly those that only begin with these letters, or hold them. */
function besideAcronym(expansion: Expansion, plural: number | undefined): Expansion {
  const worth = (number: number, quality: number) =>
    quality === SAME_WORD ? quality : number === plural ? SAME_FORM : BESIDE_ACRONYM * quality;
  return new Map([...expansion].map(([number, quality]) => [number, worth(number, quality)]));
}

/**
 * What a word of a description is worth: a word that somebody uses, in whatever form, is no mistake, and a short one no part of
 * another but where it is the last, which may be unfinished.
 */
function scoreDescribing(ground: TermGround, query: string, mayGoOn: boolean): TermScores {
  const { index } = ground;
  const { vocabulary } = index.words;
  const { isWord, isAcronym } = usageOf(ground, query);
  const exactly = expandExactly(query, index);
  const meaning = expandMeaning(query, vocabulary, ground.shortForms, SAME_FORM);
  raiseWords(ground, exactly, null);
  raiseWords(ground, meaning, null);
  // A single letter is a word, or one hardly begun.
  const isLetter = query.length === 1;
  if (collector.size() === 0 && !isLetter) return scoreWord(ground, query);
  const begun = mayGoOn && !isLetter ? expandLiterally(query, vocabulary) : new Map<number, number>();
  raiseWords(ground, begun, null);
  const initials = isAcronym ? initialsOf(query, index, ground.isThere) : null;
  raiseRow(ground, initials, LONG_FORM);
  const words = best([exactly, meaning, begun]);
  const ofWords = rangesOf(ground, query, words, null);
  const rangesIn: TermScores['rangesIn'] = (own, field) => [...ofWords(own, field), ...(initials?.rangesIn(own) ?? [])];
  return { found: collector.take(), isLiteral: true, isWord, isAcronym, words, rangesIn };
}

/** Shorter words stand in others by chance, as *old* in *threshold*. */
const MIN_BEGUN = 4;

/** What words typed one after the other are together, by the places of the first of them and behind the last. */
interface Row {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly meant: Expansion;
}

/** What rows of words mean that were asked for lately: a key press asks again for all but the last. */
const lastRows = remembered((_: TermGround) => new Map<string, Expansion>());
const MAX_ROWS = 256;

/** The rows of some words that are one word, or written out what an acronym says. */
function rowsOf(ground: TermGround, words: readonly string[], isNext: readonly boolean[]): readonly Row[] {
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

function meaningOf({ index, isThere }: TermGround, row: readonly string[]): Expansion {
  const joined = raised(expandExactly(row.join(''), index), JOINED_WORDS);
  const acronyms = acronymsOf(row, index, isThere).map((one) => raised(expandExactly(one, index), LONG_FORM));
  return best([joined, ...acronyms]);
}

/** A word of a query that is one with its neighbours: whoever has that has each of them. */
function together(ground: TermGround, alone: TermScores, rows: readonly Row[]): TermScores {
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

/**
 * What a phrase is worth: as much as its first word. Where that is found the text is looked at, since an index of words
 * knows no order.
 */
function scorePhrase(ground: TermGround, phrase: Phrase, only: TextField | null): TermScores {
  const { index } = ground;
  const { vocabulary } = index.words;
  const [first = '', ...others] = phrase.words;
  const beginning = phrase.open && others.length === 0;
  const expansion = beginning ? expandBeginning(first, vocabulary) : expandExactly(first, index);
  raiseWords(ground, expansion, only);
  const scores = {
    found: collector.take(),
    ...AS_TYPED,
    words: expansion,
    rangesIn: rangesOf(ground, first, expansion, only),
  };
  const rangesIn = (words: readonly Word[], field: TextField): readonly MatchRange[] => {
    if (only !== null && only !== field) return [];
    return isUnspaced(first) ? scores.rangesIn(words, field) : phraseRanges(words, phrase);
  };
  if (others.length === 0 && !phrase.anchored) return { ...scores, rangesIn };
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
  return { ...AS_TYPED, found: collector.take(), words: expansion, rangesIn };
}

/** Of what is taken word for word. */
const AS_TYPED = { isLiteral: true, isWord: true, isAcronym: false };

const FIELDS: readonly TextField[] = ['name', 'description'];
