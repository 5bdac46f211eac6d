import type { ShortForms } from '../core/search/words/short-forms.ts';
import type { OwnColors, PreviewPlace, Shares, SignSet, Theme } from '../text/appearance.ts';

/** What the user has set, with every value but the keys checked and defaulted. */
export interface SettingsValues {
  /** Folder that new definitions are offered to be saved in; `null` means the project's own. */
  readonly saveFolder: string | null;
  /** Folders added to the sources, as absolute paths. */
  readonly sources: readonly string[];
  /** Whether the definitions that come with the program are listed among the user's own. */
  readonly bundled: boolean;
  /** Whether wheel and clicks are used; the terminal then needs Shift to select text. */
  readonly mouse: boolean;
  readonly theme: Theme;
  readonly signs: SignSet;
  readonly colors: OwnColors;
  /** Where the preview of the list stands. */
  readonly preview: PreviewPlace;
  /** How much of the room of a screen what lies before a divider has. */
  readonly shares: Shares;
  /** Whether the app tells everything in lines, for screen readers. */
  readonly linear: boolean;
  /** Short forms of words that the search is to know next to its own. */
  readonly shortForms: ShortForms;
  /** Keys the user has bound himself, as they are written there: what they can be, the app knows. */
  readonly keys: unknown;
}

/** The settings as they were read. */
export interface SettingsReading {
  readonly values: SettingsValues;
  /** What is wrong, one line each with its place; in its stead the defaults are in force. */
  readonly problems: readonly string[];
  /** Where a value is written, by the keys that lead to it: `~/.config/agents/config.json:7:5`. */
  readonly placeOf: (path: readonly string[]) => string;
}

/** The user's settings, kept between runs. */
export interface Settings {
  /** The values, read once. */
  read(): SettingsReading;
  /**
   * Change one value; the problem in words, or `null`. A broken file is never overwritten.
   *
   * @param next Given the value as it is by then, which another window or command may have changed; nobody does until the
   *   next one is kept. The same value is not kept again.
   */
  change<Key extends keyof SettingsValues>(
    key: Key,
    next: (now: SettingsValues[Key]) => SettingsValues[Key],
  ): Promise<string | null>;
}
