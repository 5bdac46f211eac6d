import type { Word } from '../words/fold-text.ts';
import { createIntegers } from './growing-integers.ts';
import { createSlotTexts } from './slot-texts.ts';

/** In place of a word: a sign that parts what is said, such as a full stop or a bracket. */
export const BREAK = -1;

/**
 * The words of texts one after the other, by their numbers, and the first letters of them as a text: what is said in so
 * many words is found by their letters, and what stands beside a word without looking at the text.
 */
export interface WordSequences {
  /** Add the words of the next slot. */
  readonly add: (name: NumberedText, description: NumberedText) => void;
  /** By place: the number of the word, or {@link BREAK}. */
  readonly numbers: () => Int32Array;
  /** The places of a slot that is there: of its name, and behind them of its description. */
  readonly placesOf: (slot: number) => SequencePlaces;
  /** The places of a word in a text of a slot. */
  readonly placesOfWord: (number: number, slot: number, isName: boolean) => readonly number[];
  /**
   * Tell the places where words with some first letters stand in a row, words like *of* and *and* between them or not.
   *
   * @param letters Small Latin letters and digits.
   * @param among The slots to look in, `null` for all.
   * @param visit Told the slot, and the places of the words.
   */
  readonly visitInitials: (
    letters: string,
    among: ReadonlySet<number> | null,
    visit: (slot: number, places: readonly number[]) => void,
  ) => void;
}

/** A text, and its words in their plainest reading with their numbers. */
export interface NumberedText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly numbers: readonly number[];
}

/** `[start, description)` are those of the name, `[description, end)` those of the description. */
interface SequencePlaces {
  readonly start: number;
  readonly description: number;
  readonly end: number;
}

/** What may stand between two words that are said together. */
const TOGETHER = /^[\s\-/_'’&]*$/;
/** Words that initials leave out as often as not. */
export const PASSED_OVER: ReadonlySet<string> = new Set(['and', 'as', 'for', 'in', 'of', 'the', 'to']);
/** As many of them one after the other: *of the*. */
const MOST_PASSED = 2;
const LETTER = /[a-z0-9]/;

/** @param words By their numbers; others may be added behind them. */
export function createWordSequences(words: readonly string[]): WordSequences {
  const numbers = createIntegers();
  const starts = createIntegers();
  const descriptions = createIntegers();
  /** First letters of all words, and of those that are never passed over. */
  const texts = [createSlotTexts(), createSlotTexts()] as const;

  const addText = ({ text, words, numbers: own }: NumberedText): readonly [all: string, telling: string] => {
    let all = '';
    let telling = '';
    let end = -1;
    for (const [at, word] of words.entries()) {
      if (end >= 0 && !TOGETHER.test(text.slice(end, word.start))) {
        numbers.push(BREAK);
        all += ' ';
        telling += ' ';
      }
      const first = word.text[0] ?? '';
      const letter = LETTER.test(first) ? first : '~';
      numbers.push(own[at] ?? BREAK);
      all += letter;
      if (!PASSED_OVER.has(word.text)) telling += letter;
      end = word.end;
    }
    numbers.push(BREAK);
    return [`${all} `, `${telling} `];
  };

  const placesOf = (slot: number): SequencePlaces => ({
    start: starts.values()[slot] ?? 0,
    description: descriptions.values()[slot] ?? 0,
    end: slot + 1 < starts.length() ? (starts.values()[slot + 1] ?? 0) : numbers.length(),
  });

  /** By the number of a word: its first letter, negative for one that is passed over. Of no word it is 0. */
  const firsts = createIntegers();
  const noteFirsts = (): void => {
    for (let number = firsts.length(); number < words.length; number++) {
      const word = words[number] ?? '';
      const first = word.charCodeAt(0) || 0;
      firsts.push(PASSED_OVER.has(word) ? -first : first);
    }
  };

  /**
   * The places of words with some first letters from a place on, those that can be passed over only where nothing else fits
   * (`chain of thought`, but `identity and access management`); `null` if others stand there.
   *
   * @param at How many of the letters stand before the place.
   */
  const placesFrom = (start: number, letters: string, at: number, passed: number): number[] | null => {
    if (at === letters.length) return [];
    const number = numbers.values()[start] ?? BREAK;
    if (number === BREAK) return null;
    const first = firsts.values()[number] ?? 0;
    const behind = passed < MOST_PASSED && first < 0 ? placesFrom(start + 1, letters, at, passed + 1) : null;
    if (behind) return behind;
    const rest = Math.abs(first) === letters.charCodeAt(at) ? placesFrom(start + 1, letters, at + 1, 0) : null;
    rest?.unshift(start);
    return rest;
  };

  return {
    add: (name, description) => {
      starts.push(numbers.length());
      const ofName = addText(name);
      descriptions.push(numbers.length());
      const ofDescription = addText(description);
      for (const [at, text] of texts.entries()) text.add(`${ofName[at]}${ofDescription[at]}`);
    },
    numbers: numbers.values,
    placesOf,
    placesOfWord: (number, slot, isName) => {
      const { start, description, end } = placesOf(slot);
      const all = numbers.values();
      const found: number[] = [];
      for (let at = isName ? start : description; at < (isName ? description : end); at++)
        if (all[at] === number) found.push(at);
      return found;
    },
    visitInitials: (letters, among, visit) => {
      const [all, telling] = texts;
      const own = numbers.values();
      noteFirsts();
      const letter = letters.charCodeAt(0);
      for (const slot of new Set([...all.slotsWith(letters), ...telling.slotsWith(letters)])) {
        if (among !== null && !among.has(slot)) continue;
        const { start, end } = placesOf(slot);
        for (let place = start; place < end; place++) {
          if (Math.abs(firsts.values()[own[place] ?? BREAK] ?? 0) !== letter) continue;
          const places = placesFrom(place, letters, 0, MOST_PASSED);
          if (places) visit(slot, places);
        }
      }
    },
  };
}
