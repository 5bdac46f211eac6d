/** By what a change of a file is noticed: device, inode, size, and when it and what is said of it changed. */
export type FileState = readonly [device: number, inode: number, size: number, modified: number, changed: number];

/** Something to be kept. */
export interface KeptPart {
  readonly name: string;
  /** What it is made of. */
  readonly origin: string;
  readonly bytes: Uint8Array;
}

/** Where libraries are kept between runs. What it gives was written by this very build, whole, by nobody else. */
export interface LibraryStore {
  /**
   * What was kept under a name; `null` for nothing.
   *
   * @param origin What it has to be made of.
   */
  read(name: string, origin: string): Uint8Array | null;
  /** Keep something in place of what was kept under its name. Where that cannot be done, nothing is kept. */
  keep(part: KeptPart): void;
  /** The same while others have their turn. */
  keepSoon(part: KeptPart): Promise<void>;
  /** What nobody else says, and this store only once. */
  stamp(): string;
  /** Of the file that a path leads to now; `null` for none. */
  stateOf(path: string): FileState | null;
  /** The same of several; others have their turn meanwhile, however long the disk takes to answer. */
  statesOf(paths: readonly string[]): Promise<readonly (FileState | null)[]>;
  /** Whether a file in this state can no longer change without it being seen: clocks go in steps. */
  isSettled(state: FileState): boolean;
  /** The text of a file now; `null` where it has none. */
  textOf(path: string): string | null;
}
