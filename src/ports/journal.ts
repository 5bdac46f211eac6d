/** An action as it is listed. */
export interface JournalAction {
  /** A number, in the order in which the actions began. */
  readonly id: string;
  /** What was done, as the command line says it: `remove reviewer`. */
  readonly words: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Absolute paths of what it changed. */
  readonly paths: readonly string[];
  /** Whether it is undone by now. */
  readonly isUndone: boolean;
}

/** What became of undoing an action, or of doing it again. */
export type UndoOutcome =
  | { readonly kind: 'undone'; readonly action: JournalAction }
  /** There is none, or none of that id. */
  | { readonly kind: 'none' }
  | { readonly kind: 'undone before'; readonly action: JournalAction }
  /** Something was changed since, and nothing is touched. */
  | { readonly kind: 'changed'; readonly action: JournalAction; readonly paths: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string };

/** What became of an action that was cut short, by a kill or a power cut. */
export interface Recovered {
  readonly words: string;
  /** Whether it was done to its end; else it was put back. */
  readonly isFinished: boolean;
  /** What somebody has changed since, and which is left as it is. */
  readonly left: readonly string[];
}

/** What a path is to hold after a change; `null` where nobody can tell before. */
export type Planned =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly sha256: string }
  | { readonly kind: 'link'; readonly target: string }
  | null;

/** An action that is over. */
export interface ClosedAction {
  /** To undo it by; `null` where nothing was changed, or it cannot be undone. */
  readonly id: string | null;
  /** Why it cannot be undone, in words, or `null`. */
  readonly problem: string | null;
}

/**
 * What was done to files, so that it can be undone: each action with all that was there before it. One action at a time
 * is under way in a process.
 */
export interface Journal {
  /** From now on what is noted belongs to this action, until it is closed. Nothing is kept of one that changes nothing. */
  begin(words: string): void;
  /**
   * Keep what is at a path, which is about to be changed; on the disk when this comes back. Nothing where no action is
   * under way.
   *
   * @param path Absolute; of a link the link itself.
   * @returns Why it could not be kept, as a clause, or `null`.
   */
  note(path: string, planned: Planned): Promise<string | null>;
  /** The action is over. One that changed nothing is forgotten. */
  close(): Promise<ClosedAction>;
  /** Put back what the action under way has changed so far, and forget it; the paths that could not be. */
  putBack(): Promise<readonly string[]>;
  /** The actions kept, the last one first. */
  list(): Promise<readonly JournalAction[]>;
  /**
   * Put everything back as it was before an action: the last that is not undone, where none is named.
   *
   * @param force Whether to do so where something was changed since; that is kept, and comes back by `redo`.
   */
  undo(id: string | null, force: boolean): Promise<UndoOutcome>;
  /** Do again what was undone last, if nothing was done since. */
  redo(force: boolean): Promise<UndoOutcome>;
  /** Put back what was cut short; what was done to its end stays. */
  recover(): Promise<readonly Recovered[]>;
}
