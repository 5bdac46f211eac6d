import { type Word, withoutParts } from './fold-text.ts';

/** A stretch of a text, in UTF-16 units: `[start, end)`. */
export type MatchRange = readonly [start: number, end: number];

/** What one word of a query was taken for. */
export interface ExpandedWord {
  readonly query: string;
  /** The quality of the match with a folded word, 0 for none. */
  readonly qualityOf: (word: string) => number;
}

/** Words that have to stand one after the other. */
export interface Phrase {
  /** Folded; at least one. */
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly open: boolean;
  /** Whether the text has to begin with it. */
  readonly anchored: boolean;
}

/**
 * Where the word of a query stands among the words of a text. Only its best matches count, so that `api` marks `API`
 * and not also `rapid`.
 */
export function wordRanges(words: readonly Word[], { query, qualityOf }: ExpandedWord): readonly MatchRange[] {
  const fitting: (readonly [word: Word, quality: number])[] = [];
  let most = 0;
  for (const word of words) {
    const quality = qualityOf(word.text);
    if (quality > 0) fitting.push([word, quality]);
    if (quality > most) most = quality;
  }
  // Most names on the screen have one of several words.
  return fitting.flatMap(([{ text, start, end }, quality]): readonly MatchRange[] => {
    if (quality < most - CLOSE_SECOND) return [];
    // Where folding changed the length nobody counts on the places in it.
    const place = text.length === end - start ? text.indexOf(query) : -1;
    return [place < 0 ? [start, end] : [start + place, start + place + query.length]];
  });
}

/**
 * Where a phrase stands among the words of a text. Signs and blanks between the words do not count: `code review`
 * stands in `Code-Review`. A phrase of one word may also be a part of a word in camel case.
 *
 * @param words As {@link wordsOf} gives them.
 */
export function phraseRanges(words: readonly Word[], { words: asked, open, anchored }: Phrase): readonly MatchRange[] {
  const found: MatchRange[] = [];
  const all = asked.length === 1 && !anchored ? words : withoutParts(words);
  for (let at = 0; at + asked.length <= all.length; at++) {
    const range = rangeAt(all, at, asked, open);
    if (range) found.push(range);
    if (anchored) break;
  }
  return found;
}

function rangeAt(all: readonly Word[], at: number, words: readonly string[], open: boolean): MatchRange | null {
  for (const [index, word] of words.entries()) {
    const here = all[at + index]?.text ?? '';
    const isLast = index === words.length - 1;
    if (isLast && open ? !here.startsWith(word) : here !== word) return null;
  }
  const last = all[at + words.length - 1];
  if (!last) return null;
  const isAsWritten = last.text.length === last.end - last.start;
  return [all[at]?.start ?? 0, isAsWritten ? last.start + (words.at(-1)?.length ?? 0) : last.end];
}

/** The stretches of a text that a run of so many of its words takes, for each run that a condition holds for. */
export function wordSpans(
  words: readonly Word[],
  count: number,
  isMeant: (row: readonly Word[]) => boolean,
): readonly MatchRange[] {
  const plain = withoutParts(words);
  return plain.flatMap((first, at): readonly MatchRange[] => {
    const row = plain.slice(at, at + count);
    return row.length === count && isMeant(row) ? [[first.start, row.at(-1)?.end ?? first.end]] : [];
  });
}

/** Ranges in rising order, with those that touch or overlap made one. */
export function joinRanges(ranges: readonly MatchRange[]): readonly MatchRange[] {
  const joined: MatchRange[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}

/**
 * The same ranges with the marks of a letter at the end of one in it: half a letter is never set off.
 *
 * @param text The one they are of.
 */
export function wholeLetters(text: string, ranges: readonly MatchRange[]): readonly MatchRange[] {
  return ranges.map(([start, end]) => {
    MARKS.lastIndex = end;
    return [start, end + (MARKS.exec(text)?.[0].length ?? 0)];
  });
}

const MARKS = /(?:\p{M}|\u200d|\uff9e|\uff9f)*/uy;

const CLOSE_SECOND = 0.25;
