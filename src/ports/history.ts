/** What a file was at a revision. */
export type EarlierText =
  | { readonly kind: 'text'; readonly text: string }
  /** It was not there then. */
  | { readonly kind: 'absent' }
  /** The reason is one clear clause. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What files were before, as their repositories know it. */
export interface History {
  /**
   * A file as it was at a revision of the repository around it.
   *
   * @param path Absolute path of a file that is there now.
   * @param revision As git takes it: a branch, a tag, `HEAD~2`. Any text; what is no revision is a failure.
   */
  at(path: string, revision: string): Promise<EarlierText>;
}
