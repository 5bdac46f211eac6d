/** What a filter looks at; on the search line written before a colon. */
export const FILTERS = [
  'name',
  'desc',
  'tool',
  'model',
  'source',
  'scope',
  'format',
  'kind',
  'path',
  'is',
  'problem',
  'body',
] as const;
export type Filter = (typeof FILTERS)[number];

/**
 * How the text of a term is taken: `fuzzy` as somebody types who half remembers it, `exact` word for word, `prefix` as
 * the beginning of the name.
 */
type TermKind = 'fuzzy' | 'exact' | 'prefix';

/** One thing a query asks for. */
export interface Term {
  /** `null` looks into name and description. */
  readonly filter: Filter | null;
  readonly kind: TermKind;
  /** As typed, without signs and quotation marks; never empty. */
  readonly text: string;
  /** Whether the last word may go on: no quotation mark has closed it. */
  readonly open: boolean;
  readonly negated: boolean;
}

/** A query as read: every group has to be met, each by at least one of its terms. */
export interface Query {
  readonly groups: readonly (readonly Term[])[];
}

/** A query for words as they are, whatever signs they hold. */
export function wordsQuery(text: string): Query {
  return { groups: text.trim() === '' ? [] : [[{ filter: null, kind: 'fuzzy', text, open: true, negated: false }]] };
}

/** What the signs of the query language do, for help and documents. */
export const QUERY_SYNTAX: readonly (readonly [example: string, meaning: string])[] = [
  ['backend arch', 'both words, in any order, spelled roughly; bkarch does too'],
  ['"code review"', 'these words exactly, one after the other'],
  ['^code', 'names that begin so'],
  ['-test', 'none with a word that begins so; -"test" only that word, -tool:Bash none with the tool'],
  ['python | go', 'one or the other; | joins its two neighbours'],
  ['name:api desc:rest', 'words of the name, of the description; "…" and ^ too'],
  ['tool:Bash', 'states the tool, Bash(git diff:*) too; tool:all inherits all, tool:none has none'],
  ['model:opus', 'runs on the model; model:none states none'],
  ['source:team scope:user', 'where it comes from'],
  ['format:claude', 'whose rules it follows'],
  ['kind:skill', 'skills, kind:command commands; without it agents only'],
  ['path:team', 'in a folder or file of the name'],
  ['is:bundled is:shadowed', 'comes with the program; gives way to another of its name'],
  ['is:unloaded', 'gives way to another of its name, or its harness passes over it'],
  ['is:off is:on', 'switched off, in the app; all others'],
  ['is:composed', 'made here from others, as status lists them; with - all others'],
  ['is:marked', 'marked, in the app; -is:marked all others'],
  [
    'problem:error',
    'has a problem of the kind error, doubtful or info, or of a code: problem:shadowed; problem:none has none',
  ],
  ['body:word body:"a phrase"', 'in the prompt itself'],
];
