/** What is heard of changes on disk. */
export interface WatchHandlers {
  /** Files that were written, made or taken away, and folders that were taken away, some at a time. */
  readonly onChange: (paths: readonly string[]) => void;
  /** Some folders cannot be watched, and why, in a clause; told once. */
  readonly onProblem: (reason: string) => void;
}

/** Tells of changes on disk. */
export interface Watcher {
  /**
   * Watch folders and all folders inside them. Does not keep the program alive. Watching others ends watching those.
   *
   * @param folders Absolute paths; that of a file watches just that file.
   * @param since Milliseconds since 1970: changes from then on are told too, though nobody watched yet.
   */
  watch(folders: readonly string[], since: number, handlers: WatchHandlers): void;
}
