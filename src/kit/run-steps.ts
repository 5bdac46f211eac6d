/**
 * Do work that comes in steps to its end, all at once.
 *
 * @returns What the work returns.
 */
export function finish<Result>(work: Iterator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
