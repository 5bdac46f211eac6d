/** What can be asked for where everything is told in lines: the last ones again, where one is, what the keys are on whole. */
export type Telling = 'again' | 'place' | 'whole';

/** The terminal while the app owns it. */
export interface Terminal {
  /** Give the terminal to something else for as long as it runs, then take it back. */
  lend<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Stop the program until the shell continues it (Ctrl-Z, `fg`). */
  suspend(): void;
  /** Draw everything again, for when something else wrote to the screen. */
  redraw(): void;
  /** Where everything is told in lines: say something once more. */
  tell(what: Telling): void;
  /** How long nothing has been typed, clicked or turned, in milliseconds. */
  sinceInput(): number;
  /** Give the terminal back and end the app. */
  close(): void;
}
