import { type AbbreviationMatch, matchAbbreviation } from './match-abbreviation.ts';
import {
  ABBREVIATION_HANDICAP,
  MIN_ABBREVIATION,
  MIN_TWO_LETTERS,
  NAME_BEGINS,
  NEXT_LETTER,
  WORD_START,
  WORDS_CEILING,
} from './weights.ts';

/** The letters of a query as an abbreviation of a name, `null` if they are none or a poor one. */
export function abbreviate(letters: string, name: string): AbbreviationMatch | null {
  const match = matchAbbreviation(letters, name);
  return match && match.quality >= leastQuality(letters) ? match : null;
}

/** What the letters are worth at least to be taken for an abbreviation. */
export const leastQuality = (letters: string): number => (letters.length === 2 ? MIN_TWO_LETTERS : MIN_ABBREVIATION);

/** Good abbreviations rank with words found in a name, poor ones below words found in a description. */
export function abbreviationScore(quality: number, letters: string, nameLength: number): number {
  const share = Math.min(1, letters.length / Math.max(1, nameLength));
  return WORDS_CEILING * (quality - ABBREVIATION_HANDICAP) + NAME_BEGINS * share;
}

/**
 * More than this an abbreviation cannot score: as many letters start words as there are words, and the others follow
 * on each other. Where words were found that score as much, there is no need to look at the letters.
 */
export function highestScore(letters: string, nameLength: number, words: number): number {
  const starting = Math.min(words, letters.length);
  const quality = (starting * WORD_START + (letters.length - starting) * NEXT_LETTER) / letters.length;
  return abbreviationScore(quality, letters, nameLength);
}
