import { remembered } from '../../../kit/memo.ts';
import type { DefinitionIndex } from '../index/definition-index.ts';
import type { TextField } from '../index/word-index.ts';
import { type Word, wordsOf } from '../words/fold-text.ts';
import { type MatchRange, type Phrase, phraseRanges } from '../words/highlight.ts';
import { phraseLook } from '../words/phrase-in-text.ts';
import type { ShortFormTable } from '../words/short-forms.ts';
import { type Expansion, expandBeginning, isUnspaced } from './expand-word.ts';
import { scoreDescribing, scoreWord } from './score-word.ts';
import {
  best,
  collector,
  expandExactly,
  raised,
  raiseWords,
  rangesOf,
  type TermGround,
  type TermScores,
} from './term-ground.ts';
import { JOINED_WORDS, LONG_FORM } from './weights.ts';
import { acronymsOf } from './words-in-a-row.ts';

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
  const found = collector.take();
  return {
    ...alone,
    found,
    holders: alone.holders + found.slots.length - slots.length,
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
  const found = collector.take();
  const scores = {
    found,
    holders: found.slots.length,
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
  const standing = collector.take();
  return { ...AS_TYPED, found: standing, holders: standing.slots.length, words: expansion, rangesIn };
}

/** Of what is taken word for word. */
const AS_TYPED = { isLiteral: true, isWord: true, isAcronym: false };

const FIELDS: readonly TextField[] = ['name', 'description'];
