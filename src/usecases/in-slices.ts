/** Longest stretch of work, in milliseconds: what a key may have to wait for, a quarter of a frame at 60 a second. */
const SLICE = 4;
/** How soon to look again whether something else is still going on. */
const PAUSE = 50;

/**
 * Do work that takes long without keeping keys and frames waiting: a slice at a time, with a turn for all others before
 * each.
 *
 * The work does not keep the program alive: with everything else at its end, it is left undone.
 *
 * @param work Yields between steps, which are best shorter than a millisecond.
 * @param isWanted Asked before each slice; once false, the work is given up.
 * @param isBusy Asked before each slice; while true, the work waits. For work that nobody waits for.
 * @returns What the work returns, or `null` if it was given up.
 */
export async function inSlices<Result>(
  work: Iterator<unknown, Result>,
  isWanted: () => boolean,
  isBusy: () => boolean = () => false,
): Promise<Result | null> {
  for (;;) {
    const isWaiting = isBusy();
    // Not an immediate: one that does not keep the program alive waits until something else wakes the event loop.
    await new Promise<void>((resolve) => {
      setTimeout(resolve, isWaiting ? PAUSE : 0).unref();
    });
    if (!isWanted()) return null;
    if (isWaiting) continue;
    const step = sliceOf(work);
    if (step.done) return step.value;
  }
}

/** The same for work that somebody waits for: it begins at once, and is done to its end. */
export async function inSlicesAtOnce<Result>(work: Iterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = sliceOf(work);
    if (step.done) return step.value;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** @returns The last step of the slice. */
function sliceOf<Result>(work: Iterator<unknown, Result>): IteratorResult<unknown, Result> {
  const end = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done || performance.now() >= end) return step;
  }
}

/** Between two reports: often enough to see it move, seldom enough to leave the time to the work. */
const REPORT = 120;

/** Work that is told of as it goes on. */
export type Reported = <Progress, Result>(
  work: Generator<Progress, Result>,
  tell: (progress: Progress) => void,
) => Generator<Progress, Result>;

/**
 * Tells of work now and then. Work that is begun while other work is given up, as with each letter typed, is told of as
 * often as if it were the same.
 */
export function createReports(): Reported {
  let told = Number.NEGATIVE_INFINITY;
  return function* (work, tell) {
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
      if (performance.now() - told > REPORT) {
        tell(value);
        told = performance.now();
      }
      yield value;
    }
  };
}
