/** Longest stretch of work, in milliseconds; half of a frame at 60 a second is left to keys and drawing. */
const SLICE = 8;

/** Waits until all others have had a turn. */
type Turn = () => Promise<void>;

/** A turn that does not keep the program alive: with everything else at its end, the work is left undone. */
const idleTurn: Turn = () =>
  // Not an immediate: one that does not keep the program alive waits until something else wakes the event loop.
  new Promise((resolve) => {
    setTimeout(resolve, 0).unref();
  });

/** A turn as soon as what is waiting has been handled; work done so is done to its end. */
export const nextTurn: Turn = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/**
 * Do work that takes long without keeping keys and frames waiting: a slice at a time, with a turn for all others before
 * each.
 *
 * @param work Yields between steps, which are best shorter than a millisecond.
 * @param isWanted Asked before each slice; once false, the work is given up.
 * @param turn If left out, the work does not keep the program alive.
 * @returns What the work returns, or `null` if it was given up.
 */
export async function inSlices<Result>(
  work: Iterator<unknown, Result>,
  isWanted: () => boolean,
  turn = idleTurn,
): Promise<Result | null> {
  for (;;) {
    await turn();
    if (!isWanted()) return null;
    const end = performance.now() + SLICE;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
  }
}

/** Between two reports: often enough to see it move, seldom enough to leave the time to the work. */
const REPORT = 120;

/** The same work, told of now and then as it goes on. */
export function* reported<Progress, Result>(
  work: Generator<Progress, Result>,
  tell: (progress: Progress) => void,
): Generator<Progress, Result> {
  let told = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - told > REPORT) {
      tell(value);
      told = performance.now();
    }
    yield value;
  }
}
