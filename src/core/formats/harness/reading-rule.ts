/** What a harness does with a file that is not as it should be. */
export type Treatment =
  | 'loads'
  /** Read by a second, forgiving reader. */
  | 'loads-leniently'
  /** The prompt is used, the fields are lost, restrictions included. */
  | 'loads-without-metadata'
  /** Passed over without a word. */
  | 'ignored'
  /** Passed over with an error or warning. */
  | 'rejected'
  /** The harness does not start at all where such a file lies. */
  | 'stops'
  | 'unspecified';

/** What can be wrong with a file as a text, before its fields are looked at one by one. */
export const FLAWS = [
  /** Something stands before the opening fence: a blank line, a comment, a code fence. */
  'misplacedFence',
  /** The same, and it is nothing but blank lines. */
  'blankLead',
  'indentedFence',
  /** The whole file is indented, the closing fence too. */
  'indentedWhole',
  /** A word follows the opening fence: `---yaml`. */
  'fenceLanguage',
  'unclosedFence',
  /** The same, and nothing but fields follows. */
  'unclosedFields',
  /** The only closing fence is indented. */
  'indentedClose',
  /** The closing fence is longer than three dashes. */
  'longClose',
  /** Blanks follow the opening or the closing fence. */
  'spacedFence',
  'spacedClose',
  'noFrontmatter',
  /** A list, or one value, between the fences. */
  'notAMap',
  'byteOrderMark',
  'utf16',
  'nulByte',
  /** Lines end in a carriage return alone. */
  'loneReturns',
  /** A plain value that holds `: `, the most frequent flaw. */
  'colonInValue',
  /** A plain value that starts with a character that YAML reserves: `@ * [ { % >` or a backtick. */
  'markedValue',
  /** One of these two in a file with CRLF. */
  'mildWithCrlf',
  /** The same with `!`. */
  'taggedValue',
  /** A key that is there twice. */
  'repeatedKey',
  /** A tab as indentation. */
  'tabIndent',
  /** Text in brackets or quotation marks that goes on in column 1, which some take for YAML. */
  'shallowLines',
  /** Any other frontmatter that YAML (or TOML) refuses. */
  'brokenSyntax',
  /** For one that mends colons: frontmatter that YAML refuses with its colons mended too. */
  'brokenWithColon',
  'missingName',
  /** A name that YAML takes for a number or for true or false. */
  'typedName',
  'listedName',
  'missingDescription',
  /** A description without a value. */
  'blankDescription',
  /** A description of nothing in quotation marks. */
  'emptyDescription',
  /** The same with blanks in them. */
  'spacedDescription',
  /** A description that YAML takes for a number or for true or false. */
  'typedDescription',
  'datedDescription',
  'listedDescription',
  'mappedDescription',
  /** A value of a type or outside the values that its field allows. */
  'wrongValue',
] as const;

/** One of {@link FLAWS}. */
export type Flaw = (typeof FLAWS)[number];

/** How a harness reads files with flaws. */
export type ReadingRule = Readonly<Record<Flaw, Treatment>> & {
  /** Whether it reads what is not YAML again with each plain value that holds a colon as a block of text. */
  readonly mendsColons?: true;
  /** What is refused only in part, or depends on the version, in sentences. */
  readonly notes: readonly string[];
};

/** Flaws that most readers do not see. */
const MILD = { longClose: 'loads', spacedFence: 'loads', spacedClose: 'loads' } as const;

/** A rule that says one thing of every flaw but the mildest, and more of some. */
export function readingRule(
  everything: Treatment,
  more: Partial<Record<Flaw, Treatment>>,
  notes: readonly string[],
): ReadingRule {
  const same = Object.fromEntries(FLAWS.map((flaw) => [flaw, everything])) as Record<Flaw, Treatment>;
  return { ...same, ...MILD, ...more, notes };
}
