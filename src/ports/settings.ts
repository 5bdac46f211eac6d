/** What the user has set, with every value checked and defaulted. */
export interface SettingsValues {
  /** Folder that new definitions are offered to be saved in; `null` means the project's own. */
  readonly saveFolder: string | null;
  /** Folders added to the sources, as absolute paths. */
  readonly sources: readonly string[];
  /** Whether wheel and clicks are used; the terminal then needs Shift to select text. */
  readonly mouse: boolean;
  /** Keys the user has bound himself, by binding id. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

/** The user's settings, kept between runs. */
export interface Settings {
  /** The values, read once; a broken file gives the defaults and a problem to tell the user. */
  read(): { readonly values: SettingsValues; readonly problem: string | null };
  /** Keep one value; the problem in words, or `null`. A broken file is never overwritten. */
  write<Key extends keyof SettingsValues>(key: Key, value: SettingsValues[Key]): Promise<string | null>;
}
