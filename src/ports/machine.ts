/** A folder that the program keeps something in. */
export interface KeptFolder {
  readonly what: 'settings' | 'data' | 'state' | 'cache';
  /** `null` for no place. */
  readonly path: string | null;
  /** `absent` folders are made when they are needed. */
  readonly state: 'usable' | 'absent' | 'refused';
  /** Bytes that are free where it lies; `null` where nobody tells. */
  readonly free: number | null;
}

/** What is to be known of the machine that the program runs on. */
export interface MachineFacts {
  readonly node: string;
  /** Files of the name that the program was called by, in the order in which a shell finds them, links followed. */
  readonly named: readonly string[];
  /** The file that runs, links followed. */
  readonly self: string;
  readonly folders: readonly KeptFolder[];
  /** What git says its version is; `null` where there is none. */
  readonly git: string | null;
  /** What puts a text on the clipboard, by name; `null` where only the terminal is left. */
  readonly clipboard: string | null;
  /** What could, and is not installed. */
  readonly clipboardLacks: readonly string[];
  /** The log of crashes and when it was last written to; `null` for none. */
  readonly crash: { readonly path: string; readonly at: string } | null;
}

/** The machine, to be looked at and left as it is. */
export interface Machine {
  facts(program: string): MachineFacts;
  /** The file that a command's name means; `null` for none. */
  find(command: string): string | null;
}
