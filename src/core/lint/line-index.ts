import { partitionPoint } from '../../kit/partition-point.ts';

/** A place in a file. */
export interface Place {
  /** 1-based line. */
  readonly line: number;
  /** 1-based column in UTF-16 code units. */
  readonly column: number;
}

/** Finds lines and columns of offsets. */
export interface LineIndex {
  /** The place of an offset; a byte order mark takes no column. */
  placeAt(offset: number): Place;
}

/**
 * Prepare a text for looking up places. Lines end in `\n`, `\r\n` or a lone `\r`, as everywhere in this program.
 *
 * @param text The whole text of a file.
 * @returns An index that reads the text as far as it is asked about, since most questions are about the first lines.
 * Linear in that length once, and logarithmic afterwards.
 */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  const ends = /\r\n|\n|\r/g;
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let isComplete = false;
  const readTo = (offset: number): void => {
    while (!isComplete && (starts.at(-1) ?? 0) <= offset) {
      isComplete = !ends.test(text);
      if (!isComplete) starts.push(ends.lastIndex);
    }
  };
  return {
    placeAt: (offset) => {
      readTo(offset);
      const line = partitionPoint(starts, (start) => start <= offset) - 1;
      const column = offset - (starts[line] ?? 0) + 1;
      return { line: line + 1, column: Math.max(1, line === 0 ? column - mark : column) };
    },
  };
}
