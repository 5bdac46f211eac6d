/** The codes of reasons for which a harness passes over a file; each is a code of lint too, see `lint-codes.ts`. */
export type RefusalCode =
  | 'file/passed-over'
  | 'file/not-text'
  | 'frontmatter/missing'
  | 'frontmatter/misplaced'
  | 'frontmatter/unsupported-language'
  | 'frontmatter/not-a-map'
  | 'frontmatter/unopened'
  | 'frontmatter/unclosed'
  | 'frontmatter/not-yaml'
  | 'frontmatter/not-toml'
  | 'frontmatter/byte-order-mark'
  | 'frontmatter/line-ends'
  | 'name/missing'
  | 'name/refused'
  | 'name/built-in'
  | 'description/missing'
  | 'description/not-text'
  | 'field/unknown'
  | 'field/missing'
  | 'field/type'
  | 'field/value'
  | 'tools/form'
  | 'tools/unknown'
  | 'color/unknown'
  | 'body/empty'
  | 'body/short';

/** Why a harness does not load a file. */
export interface Refusal {
  readonly code: RefusalCode;
  /** A clause. */
  readonly reason: string;
  /** Whether the reason says too what becomes of the file. */
  readonly saysFate?: true;
  /** The field it is about, if it is about one. */
  readonly field?: string;
  /** Whether the harness does not start at all while the file lies there. */
  readonly stops?: true;
}
