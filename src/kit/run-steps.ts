/**
 * Do work that comes in steps to its end, all at once.
 *
 * @param each Called after each step.
 * @returns What the work returns.
 */
export function finish<Result>(work: Iterator<unknown, Result>, each?: () => void): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    each?.();
  }
}
