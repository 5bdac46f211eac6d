import { remembered } from '../../../kit/memo.ts';
import type { DefinitionIndex } from '../index/definition-index.ts';
import { LONGEST, type TextField } from '../index/word-index.ts';
import { type Word, wordsOf } from '../words/fold-text.ts';
import { type MatchRange, type Phrase, phraseRanges, wordRanges } from '../words/highlight.ts';
import { phraseLook } from '../words/phrase-in-text.ts';
import { type Expansion, expandBeginning, expandLiterally, expandLoosely, isUnspaced } from './expand-word.ts';
import { createCollector, type SlotValues } from './slot-values.ts';
import { IN_DESCRIPTION, IN_LONG_DESCRIPTION, IN_NAME, SAME_WORD } from './weights.ts';

/** What one term of a query is worth, up to 1, in the definitions it is found in. */
export interface TermScores {
  readonly found: SlotValues;
  /** Whether it was found as typed, and not as what it may be a mistake or an abbreviation for. */
  readonly isLiteral: boolean;
  /** Where it stands among the words of a text of a definition. */
  readonly rangesIn: (words: readonly Word[], field: TextField) => readonly MatchRange[];
}

/** What terms are worth, remembered for the last few: a key press asks again for all words but one. */
export interface TermScorer {
  readonly word: (query: string) => TermScores;
  /** @param only The one field it may stand in, `null` for either. */
  readonly phrase: (phrase: Phrase, only: TextField | null) => TermScores;
}

/**
 * A scorer over the definitions of a library.
 *
 * @param index May grow.
 * @param isThere Whether a slot counts: what is gone, or was indexed later, must not weigh on what is there. Always the same.
 */
export function createTermScorer(index: DefinitionIndex, isThere: (slot: number) => boolean): TermScorer {
  const ground = { index, isThere };
  const once = (key: string, compute: () => TermScores): TermScores => {
    const last = lastScores(ground);
    const scores = last.get(key) ?? compute();
    last.delete(key);
    last.set(key, scores);
    const [oldest = key] = last.keys();
    if (last.size > MAX_REMEMBERED) last.delete(oldest);
    return scores;
  };
  return {
    word: (query) => once(query, () => scoreWord(ground, query)),
    phrase: (phrase, only) => once(JSON.stringify([phrase, only]), () => scorePhrase(ground, phrase, only)),
  };
}

const MAX_REMEMBERED = 16;
const lastScores = remembered((_: Ground) => new Map<string, TermScores>());

interface Ground {
  readonly index: DefinitionIndex;
  readonly isThere: (slot: number) => boolean;
}

/** Below so many definitions that have a word as typed, it may be a mistake. */
const ENOUGH = 3;

/**
 * What a word of a query is worth: as typed, and if hardly a definition has it, as what it may be a mistake or an
 * abbreviation for.
 */
function scoreWord(ground: Ground, query: string): TermScores {
  const { vocabulary } = ground.index.words;
  const literally = expandLiterally(query, vocabulary);
  const literal = scoreExpansion(ground, query, literally, null);
  if (literal.found.slots.length >= ENOUGH) return literal;
  const loosely = new Map([...expandLoosely(query, vocabulary), ...literally]);
  return { ...scoreExpansion(ground, query, loosely, null), isLiteral: false };
}

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
  const scores = scoreExpansion(ground, first, expansion, only);
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
  return { found: collector.take(), isLiteral: true, rangesIn };
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

function scoreExpansion(
  { index, isThere }: Ground,
  query: string,
  expansion: Expansion,
  only: TextField | null,
): TermScores {
  index.words.visit(expansion, (slot, isName, length, quality) => {
    if (!isThere(slot) || (only !== null && isName !== (only === 'name'))) return;
    collector.raise(slot, quality * (isName ? IN_NAME : (IN_DESCRIPTION_OF[length] ?? 0)));
  });
  const qualityOf = (word: string) => expansion.get(index.words.vocabulary.find(word) ?? -1) ?? 0;
  return {
    found: collector.take(),
    isLiteral: true,
    rangesIn: (words, field) => (only === null || only === field ? wordRanges(words, { query, qualityOf }) : []),
  };
}
