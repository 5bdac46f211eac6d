/** A line between the fences, with its place in the file. */
export interface InnerLine {
  /** The line without its end and without the indent of the file. */
  readonly text: string;
  /** 1-based line in the file. */
  readonly number: number;
  /** Characters of indent that were taken off, to be added to columns. */
  readonly indent: number;
  /** Offset of the line in the file. */
  readonly start: number;
}

/** A field as its lines stand in the file, not yet read. */
export interface RawField {
  readonly key: string;
  /** The line with the key. */
  readonly line: InnerLine;
  /** 0-based column at which the value starts in that line. */
  readonly valueColumn: number;
  /** The lines that belong to the value after the first. */
  readonly rest: readonly InnerLine[];
  /** The first of them that YAML would take for something else, because it starts in column 0. */
  readonly stray: InnerLine | null;
}

/** The fields of frontmatter, and where they end. */
export interface SplitFields {
  readonly fields: readonly RawField[];
  /** Index of the first line that is body; the number of lines when all are frontmatter. */
  readonly end: number;
}

/**
 * Keys that end a value wherever they stand in column 0. All harnesses' own names that are not also words which
 * dialogue in an example could begin with.
 */
const STRONG_KEYS: ReadonlySet<string> = new Set(
  `name description tools model color disallowedTools disallowed-tools allowedTools allowed-tools permissionMode
   mcpServers mcp-servers mcp_servers maxTurns max_turns initialPrompt argument-hint disable-model-invocation
   user-invocable handoffs hooks temperature category emoji vibe approvalMode is_background model_reasoning_effort
   sandbox_mode developer_instructions nickname_candidates author version tags license effort isolation readonly
   proactive`.split(/\s+/),
);
/** Keys such as `expertise_level` and `maxTurns`: no speaker in an example is called that. */
const COMPOUND_KEY = /^[a-z]+(?:_[a-z]+|[A-Z][a-z]+)+$/;

/** Words in column 0 that belong to an example in a description, although a colon follows. */
const SPEECH: ReadonlySet<string> = new Set(
  `user assistant context commentary example examples system human ai agent response input output question answer
   note result task scenario thinking reasoning trigger http https`.split(/\s+/),
);

/** Fields that hold sentences, and so may run over several lines. */
const PROSE_KEYS: ReadonlySet<string> = new Set(
  'description whenToUse when_to_use instructions prompt systemPrompt system_prompt summary'.split(' '),
);

const KEY = /^(?:([A-Za-z_][\w.-]*)|"([^"]*)"|'([^']*)')[ \t]*:(?:[ \t]+|$)/;
const WEAK_KEY = /^[a-z][A-Za-z0-9_-]*$/;
const COMMENTED_FIELD = /^#[ \t]*(?:[a-z_][\w-]*:|-[ \t])|^#[ \t]{2,}|^#+[ \t]*$/;
const HEADING = /^#{1,6}[ \t]/;
/** How prompts begin; capitals, because a wrapped description may go on in the same words. */
const PROMPT_OPENING = /^(?:You are|You're|Your (?:role|task|job|goal|mission)|As an? |I am |I'm |你是|您是|Ты |Вы )/;
const LIST_ITEM = /^-(?:[ \t]|$)/;

/**
 * Split frontmatter into fields line by line, for text that YAML refuses.
 *
 * A key in column 0 ends the value before it; lines that are indented, or that only go on in column 0, belong to it.
 * So does everything inside `<example>` tags. In a file that is never closed the fields end at the first heading, at a
 * paragraph that follows a short field such as `model`, or at one that opens like a prompt. The rules are those that
 * read all of the published definitions with broken frontmatter that we know.
 *
 * @param lines The lines after the opening fence.
 * @param isClosed Whether they run to a closing fence. If not, any paragraph after a blank line is body.
 * @returns The fields in file order, repeated keys included. Linear in the number of characters.
 */
export function splitFields(lines: readonly InnerLine[], isClosed: boolean): SplitFields {
  const ahead = lookAhead(lines);
  const fields: RawField[] = [];
  const seen = new Set<string>();
  let open: OpenField | null = null;
  let end = lines.length;
  for (const [index, line] of lines.entries()) {
    const kind = classify(line, open, { ahead: ahead[index] ?? NOTHING_AHEAD, seen, isClosed });
    if (kind.type === 'body') {
      end = index;
      break;
    }
    if (kind.type === 'key') {
      if (open) fields.push(close(open));
      open = openField(kind.key, line, kind.valueColumn);
      seen.add(kind.key);
    } else if (kind.type === 'value' && open) extend(open, line);
  }
  if (open) fields.push(close(open));
  return { fields, end };
}

interface OpenField {
  readonly key: string;
  readonly line: InnerLine;
  readonly valueColumn: number;
  /** The value in the line of the key, without blanks around it. */
  readonly first: string;
  readonly rest: InnerLine[];
  stray: InnerLine | null;
  inExample: boolean;
  /** The quotation mark that opens the value and is not closed yet. */
  quote: string;
  blankBefore: boolean;
}

type LineKind =
  | { readonly type: 'key'; readonly key: string; readonly valueColumn: number }
  | { readonly type: 'value' | 'comment' | 'body' };

/** What a line may rely on having below it. */
interface Ahead {
  /** Whether an `</example>` follows. */
  readonly exampleEnd: boolean;
  /** The key of the next line that is not blank or a comment, if that is a strong one. */
  readonly nextKey: string | null;
  /** Strong keys below in the same paragraph. */
  readonly keyInParagraph: string | null;
}

const NOTHING_AHEAD: Ahead = { exampleEnd: false, nextKey: null, keyInParagraph: null };

interface Surroundings {
  readonly ahead: Ahead;
  readonly seen: ReadonlySet<string>;
  readonly isClosed: boolean;
}

const BODY: LineKind = { type: 'body' };
const VALUE: LineKind = { type: 'value' };
const COMMENT: LineKind = { type: 'comment' };

function classify({ text }: InnerLine, open: OpenField | null, around: Surroundings): LineKind {
  if (text.trim() === '') return VALUE;
  if (open?.inExample && around.ahead.exampleEnd) return VALUE;
  const key = readKey(text);
  if (key && endsValue(key.key, open, around.seen)) return { type: 'key', ...key };
  if (open === null) return text.startsWith('#') ? COMMENT : BODY;
  if (/^[ \t]/.test(text)) return VALUE;
  if (text.startsWith('#')) return classifyHash(text, around);
  return isValueInColumnZero(text, open, around) ? VALUE : BODY;
}

const isStrong = (key: string): boolean => STRONG_KEYS.has(key) || COMPOUND_KEY.test(key);

function readKey(text: string): { readonly key: string; readonly valueColumn: number } | null {
  const match = KEY.exec(text);
  if (match === null) return null;
  const [marker, plain, double, single] = match;
  return { key: plain ?? double ?? single ?? '', valueColumn: marker.length };
}

function endsValue(key: string, open: OpenField | null, seen: ReadonlySet<string>): boolean {
  if (open === null) return true;
  if (isStrong(key)) return open.stray === null || !seen.has(key);
  if (open.stray !== null || open.quote !== '' || !WEAK_KEY.test(key) || SPEECH.has(key)) return false;
  return !open.first.endsWith(':');
}

/** A line with `#` is a comment to YAML, but the first heading of the body if nothing closed the frontmatter. */
function classifyHash(text: string, { ahead: { nextKey }, seen }: Surroundings): LineKind {
  if (nextKey !== null && !seen.has(nextKey)) return COMMENT;
  return HEADING.test(text) && !COMMENTED_FIELD.test(text) ? BODY : COMMENT;
}

function isValueInColumnZero(text: string, open: OpenField, { ahead, isClosed, seen }: Surroundings): boolean {
  const { keyInParagraph } = ahead;
  if (keyInParagraph !== null && !seen.has(keyInParagraph)) return true;
  const { first } = open;
  if (LIST_ITEM.test(text) && first === '') return true;
  if (text.startsWith('<example')) return PROSE_KEYS.has(open.key);
  if (isStrong(open.key) && !PROSE_KEYS.has(open.key)) return !open.blankBefore && first.endsWith(',');
  if (PROMPT_OPENING.test(text) && open.quote === '') return false;
  if (!open.blankBefore) return true;
  if (!isClosed || !PROSE_KEYS.has(open.key)) return false;
  return open.quote !== '' || !/^["']/.test(first);
}

function openField(key: string, line: InnerLine, valueColumn: number): OpenField {
  const first = line.text.slice(valueColumn).trim();
  const mark = /^["']/.exec(first)?.[0] ?? '';
  const quote = isQuoteLeftOpen(first, mark) ? mark : '';
  const inExample = opensExample(first, false);
  return { key, line, valueColumn, first, rest: [], stray: null, inExample, quote, blankBefore: false };
}

function extend(open: OpenField, line: InnerLine): void {
  open.rest.push(line);
  open.blankBefore = line.text.trim() === '';
  if (open.blankBefore) return;
  const isListItem = LIST_ITEM.test(line.text) && open.first === '';
  if (open.stray === null && !/^[ \t]/.test(line.text) && !isListItem) open.stray = line;
  open.inExample = opensExample(line.text, open.inExample);
  if (isQuoteLeftOpen(line.text, open.quote)) open.quote = '';
}

/** Whether a line holds an odd number of a quotation mark, escaped ones not counted. */
function isQuoteLeftOpen(text: string, mark: string): boolean {
  if (mark === '') return false;
  let isOpen = false;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (text.charAt(at - 1) !== '\\') isOpen = !isOpen;
  }
  return isOpen;
}

const close = ({ key, line, valueColumn, rest, stray }: OpenField): RawField => ({
  key,
  line,
  valueColumn,
  rest,
  stray,
});

function opensExample(text: string, wasOpen: boolean): boolean {
  const opened = text.lastIndexOf('<example');
  const closed = text.lastIndexOf('</example');
  return opened === closed ? wasOpen : opened > closed;
}

/** What lies below each line, found in one pass from the end. */
function lookAhead(lines: readonly InnerLine[]): readonly Ahead[] {
  const ahead = new Array<Ahead>(lines.length);
  let below = NOTHING_AHEAD;
  for (let index = lines.length - 1; index >= 0; index--) {
    ahead[index] = below;
    const text = lines[index]?.text ?? '';
    const key = readKey(text)?.key ?? null;
    const strong = key !== null && isStrong(key) ? key : null;
    const isBlank = text.trim() === '';
    below = {
      exampleEnd: below.exampleEnd || text.includes('</example'),
      nextKey: isBlank || text.startsWith('#') ? below.nextKey : strong,
      keyInParagraph: isBlank ? null : (strong ?? below.keyInParagraph),
    };
  }
  return ahead;
}
