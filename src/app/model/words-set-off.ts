import { differingWords, type WordPlaces, withWordsIn, wordsOnLines } from '../../core/rendering/differing-words.ts';
import type { StyledLine } from '../../text/styled-text.ts';

/**
 * The lines of several columns with the words set off in which they differ from those of the first: what only the others
 * have in them, what none of the others has in the first. A column that has too little in common with it is left as it is.
 *
 * @param isAlike Whether a column has enough in common with the first.
 */
export function wordsSetOff(
  columns: readonly (readonly StyledLine[])[],
  isAlike: (column: number) => boolean,
): readonly (readonly StyledLine[])[] {
  const [base = [], ...others] = columns;
  const words = wordsOnLines(base);
  let onlyThere: WordPlaces | null = null;
  const marked = others.map((lines, at) => {
    if (!isAlike(at + 1)) return lines;
    const { removed, added } = differingWords(words, wordsOnLines(lines));
    const known: WordPlaces = onlyThere ?? removed;
    onlyThere = new Set([...known].filter((place) => removed.has(place)));
    return withWordsIn(lines, added, 'added-word');
  });
  return [onlyThere ? withWordsIn(base, onlyThere, 'removed-word') : base, ...marked];
}
