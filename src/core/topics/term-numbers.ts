import { STOP_WORDS } from '../passages/stop-words.ts';
import { termOf, wordsOf } from '../passages/terms.ts';

/** Terms as numbers, which are compared and counted faster than texts. */
export interface Vocabulary {
  /** The number of a term: the next one from 0 when it is new. */
  readonly idOf: (term: string) => number;
  /** The numbers of the terms of a text, in order: those of `termsOf`. */
  readonly idsOf: (text: string) => readonly number[];
  /** By the number of a term how rare it is. */
  readonly weights: readonly number[];
}

/** In place of the number of a term: a word that counts as none. */
const NONE = -1;

/**
 * An empty vocabulary.
 *
 * @param weightOf How rare a term is, of `termWeights`.
 */
export function createVocabulary(weightOf: (term: string) => number): Vocabulary {
  const ids = new Map<string, number>();
  const idsOfWords = new Map<string, number>();
  const weights: number[] = [];
  const idOf = (term: string): number => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(term, id);
    weights.push(weightOf(term));
    return id;
  };
  return {
    idOf,
    idsOf(text) {
      const found: number[] = [];
      for (const word of wordsOf(text)) {
        let id = idsOfWords.get(word);
        if (id === undefined) {
          id = STOP_WORDS.has(word) ? NONE : idOf(termOf(word));
          idsOfWords.set(word, id);
        }
        if (id !== NONE) found.push(id);
      }
      return found;
    },
    weights,
  };
}
