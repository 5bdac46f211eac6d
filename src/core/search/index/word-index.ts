import { type Word, wordsOf } from '../words/fold-text.ts';
import { NO_PLACES, packPlaces } from './packed-places.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { createWordSequences, type NumberedText, type WordSequences } from './word-sequences.ts';

/** Which text of a definition a word stands in. */
export type TextField = 'name' | 'description';

/** The words of a text are counted up to here; longer texts count as so long. */
export const LONGEST = 127;

/** One place of a word, as {@link WordIndex.visit} tells it. */
type VisitPlace = (slot: number, isName: boolean, length: number, quality: number) => void;

/**
 * Where words stand: for each word of the vocabulary the slots of the definitions that hold it.
 *
 * It only grows. What was added lately lies in a log, in the order it came; a long log is packed: its places are sorted
 * by word, so that the places of one word are neighbours. Packing takes time in proportion to all places, so it waits
 * until the log is a quarter of them; adding a definition costs the same however many there are.
 */
export interface WordIndex {
  readonly vocabulary: Vocabulary;
  readonly sequences: WordSequences;
  /** The slots where a word of two to five letters stands in capitals, as an acronym does. */
  readonly slotsInCapitals: (word: string) => readonly number[];
  /** Add the words of the next slot. */
  readonly add: (slot: number, name: string, nameWords: readonly Word[], description: string) => void;
  /** Pack what is in the log, if it is so much that looking through it takes time. */
  readonly pack: () => void;
  /**
   * Tell every place where one of some words stands, in no promised order.
   *
   * @param qualities By the number of the word; each above 0.
   */
  readonly visit: (qualities: ReadonlyMap<number, number>, visit: VisitPlace) => void;
}

/** An index of nothing. */
export function createWordIndex(): WordIndex {
  const vocabulary = createVocabulary();
  const sequences = createWordSequences(vocabulary.words);
  let packed = NO_PLACES;
  let log = emptyLog();
  let qualityOf = new Float64Array(0);

  const note = (word: number, place: number): void => {
    if (log.length === log.words.length) log = withRoom(log);
    log.words[log.length] = word;
    log.places[log.length] = place;
    log.length += 1;
  };

  const capitals = new Map<string, number[]>();
  const noteCapitals = (word: string, slot: number): void => {
    const slots = capitals.get(word);
    if (!slots) capitals.set(word, [slot]);
    else if (slots.at(-1) !== slot) slots.push(slot);
  };

  const addWords = (slot: number, isName: boolean, text: string, words: readonly Word[]): NumberedText => {
    const seen = new Set<number>();
    const place = placeOf(slot, isName, words.length);
    const plain: Word[] = [];
    const numbers: number[] = [];
    const noteSingular = (acronym: string) => {
      noteCapitals(acronym, slot);
      const number = vocabulary.numberOf(acronym);
      if (!seen.has(number)) note(number, place);
      seen.add(number);
    };
    let end = 0;
    for (const word of words) {
      const number = vocabulary.numberOf(word.text);
      if (!seen.has(number)) note(number, place);
      seen.add(number);
      // A part of the word before is no word of its own.
      if (word.start < end) continue;
      end = word.end;
      const written = text.slice(word.start, end);
      if (CAPITALS.test(written)) noteCapitals(word.text, slot);
      else if (PLURAL.test(written)) noteSingular(word.text.slice(0, -1));
      plain.push(word);
      numbers.push(number);
    }
    return { text, words: plain, numbers };
  };

  const pack = (): void => {
    if (log.length < MIN_LOG) return;
    packed = packPlaces(packed, log, vocabulary.words.length);
    log = emptyLog();
  };

  const visitLog = (qualities: ReadonlyMap<number, number>, visit: VisitPlace): void => {
    if (qualityOf.length < vocabulary.words.length) qualityOf = new Float64Array(vocabulary.words.length * 2);
    for (const [word, quality] of qualities) qualityOf[word] = quality;
    for (let at = 0; at < log.length; at++) {
      const quality = qualityOf[log.words[at] ?? 0] ?? 0;
      if (quality > 0) tell(log.places[at] ?? 0, quality, visit);
    }
    for (const word of qualities.keys()) qualityOf[word] = 0;
  };

  return {
    vocabulary,
    sequences,
    slotsInCapitals: (word) => capitals.get(word) ?? [],
    pack,
    add: (slot, name, nameWords, description) => {
      const ofName = addWords(slot, true, name, nameWords);
      sequences.add(ofName, addWords(slot, false, description, wordsOf(description)));
      if (log.length > Math.max(MIN_PACKED, packed.places.length / 4)) pack();
    },
    visit: (qualities, visit) => {
      const { starts, places } = packed;
      for (const [word, quality] of qualities) {
        const end = starts[word + 1] ?? 0;
        for (let at = starts[word] ?? end; at < end; at++) tell(places[at] ?? 0, quality, visit);
      }
      if (log.length > 0) visitLog(qualities, visit);
    },
  };
}

const CAPITALS = /^(?=.*[A-Z])[A-Z0-9]{2,5}$/;
/** Several of what an acronym stands for, `APIs`: read as one too. */
const PLURAL = /^[A-Z]{2,5}s$/;

/** A log shorter than this is looked through as quickly as places are found. */
const MIN_LOG = 256;
/** While definitions come one after the other it is packed when it is at least so long. */
const MIN_PACKED = 16_384;

interface GrowingLog {
  readonly words: Uint32Array;
  readonly places: Uint32Array;
  length: number;
}

const emptyLog = (): GrowingLog => ({ words: new Uint32Array(1_024), places: new Uint32Array(1_024), length: 0 });

function withRoom({ words, places, length }: GrowingLog): GrowingLog {
  const next = { words: new Uint32Array(length * 2), places: new Uint32Array(length * 2), length };
  next.words.set(words);
  next.places.set(places);
  return next;
}

/** A place in 32 bits: 24 for the slot, which is enough for 16 million, one for the field, seven for its length. */
function placeOf(slot: number, isName: boolean, length: number): number {
  return ((slot << 8) | (isName ? 0 : 128) | Math.min(LONGEST, length)) >>> 0;
}

function tell(place: number, quality: number, visit: VisitPlace): void {
  visit(place >>> 8, (place & 128) === 0, place & LONGEST, quality);
}
