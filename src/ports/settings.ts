import type { Format } from '../core/definition/agent-definition.ts';
import type { ShortForms } from '../core/search/words/short-forms.ts';
import type { OwnColors, PreviewPlace, Shares, SignSet, Theme } from '../text/appearance.ts';

/** What the user has set, with every value but the keys checked and defaulted. */
export interface SettingsValues {
  /** Folder that new definitions are offered to be saved in; `null` means the project's own. */
  readonly saveFolder: string | null;
  /** Folder of a project that the recipes of its agents lie in, with `/` from there; `null` means beside each. */
  readonly recipes: string | null;
  /** Folders added to the sources, as absolute paths. */
  readonly sources: readonly string[];
  /** Whether the definitions that come with the program are listed among the user's own. */
  readonly bundled: boolean;
  /** Ids of definitions that are not listed. */
  readonly hidden: readonly string[];
  /** The harness that new agents are written for, and exports where none is named. */
  readonly harness: Format;
  /** Whether commands ask before files go, are mended or taken over; else the answer is yes. */
  readonly confirm: boolean;
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
  /** When what commands print is coloured, and when paths in it are links. */
  readonly color: 'auto' | 'always' | 'never';
  readonly hyperlink: 'auto' | 'always' | 'never';
  /** The command that shows what is longer than the screen, blank for none. */
  readonly pager: string;
  /** The command that files are edited with, blank for none. */
  readonly editor: string;
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
  /** Whether the file can be read at all. */
  readonly isBroken: boolean;
  /** Where the value of a key comes from: `file`, `default`, or the variable that has it. */
  readonly originOf: (key: string) => string;
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
  /**
   * Keep a value as it is given, or take what is there away; the problem in words, or `null`.
   *
   * @param path A key, and with it one of its parts where it has some.
   * @param value Nothing to take it away.
   */
  keep(path: readonly [key: string, part?: string], value: unknown): Promise<string | null>;
}
