import type { Trial } from '../core/formats/converting/trial.ts';

/** Harnesses of the user, started in this terminal. */
export interface HarnessStarter {
  /**
   * Start a harness with an agent, and come back when it has ended; nothing is left of what was made for it.
   *
   * @param options More arguments for the program.
   * @returns The problem in words, or `null` when all went well.
   */
  start(trial: Trial, options?: readonly string[]): Promise<string | null>;
}
