/** A line on a terminal that says how far work has come, and goes again. */
export interface ProgressLine {
  /** Say how far work has come. Most calls do nothing but look at the clock; the words are asked for when they show. */
  readonly progress: (words: () => string) => void;
  /** Take the line away, before anything else is written there. */
  readonly clear: () => void;
}

/** As long as people take for an instant, and how often a number may change to be read, in milliseconds. */
const PATIENCE = 300;
const PAUSE = 100;

/** Back to the first column, and what follows there goes (ECMA-48, CR and EL). */
const WIPE = '\r\u001b[K';

/**
 * A line for work that takes longer than an instant from when it is first told of; for shorter work there is none.
 *
 * @param write Writes to a terminal; `null` where none is to be written to, and then nothing is.
 * @param now Milliseconds since some moment.
 */
export function progressLine(write: ((text: string) => unknown) | null, now: () => number): ProgressLine {
  let isThere = false;
  let next: number | null = null;
  return {
    progress: (words) => {
      if (write === null) return;
      const time = now();
      next ??= time + PATIENCE;
      if (time < next) return;
      next = time + PAUSE;
      isThere = true;
      write(WIPE + words());
    },
    clear: () => {
      if (isThere) write?.(WIPE);
      isThere = false;
    },
  };
}
