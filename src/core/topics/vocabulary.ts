/** Terms as numbers, which are compared and counted faster than texts. */
export interface Vocabulary {
  /** The number of a term: the next one from 0 when it is new. */
  readonly idOf: (term: string) => number;
  /** How rare the term with a number is. */
  readonly weightOf: (id: number) => number;
}

/**
 * An empty vocabulary.
 *
 * @param weightOf How rare a term is, of `termWeights`.
 */
export function createVocabulary(weightOf: (term: string) => number): Vocabulary {
  const ids = new Map<string, number>();
  const weights: number[] = [];
  return {
    idOf(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      const id = ids.size;
      ids.set(term, id);
      weights.push(weightOf(term));
      return id;
    },
    weightOf: (id) => weights[id] ?? 0,
  };
}
