import { scanLines } from '../sections/line-scanner.ts';
import { lineRoles } from '../sections/mask.ts';

/** How an agent is spoken of: what stands around its name. */
type MentionForm = 'at' | 'marked' | 'agent' | 'key' | 'file' | 'bare';

/** A place that speaks of an agent by its name. */
export interface Mention {
  readonly form: MentionForm;
  /** Offsets of the name itself. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the name with the marks that make it a mention: the quotation marks, the `@`, the ending of a file. */
  readonly from: number;
  readonly to: number;
}

/** A file in which agents may be spoken of. */
export interface MentioningText {
  /** The whole text of the file. */
  readonly text: string;
  /** Where its prompt starts. */
  readonly bodyStart: number;
}

/** Characters before a name that are looked at: enough for the keys and calls that it can stand in. */
const BEFORE = 160;
const AFTER = 24;

/**
 * The places in a file that speak of an agent of a name, in any case of letters.
 *
 * A name that is no ordinary word, with a hyphen or a digit in it, is a mention wherever it stands by itself; any other
 * only where something says that an agent is meant: `@name`, the name alone between marks, `the name agent`, keys and
 * calls (`subagent_type: name`, `Task(name)`), and the name of its file. In frontmatter and in code only the sure ones
 * count: at, keys, calls and files. Part of a longer name, of an address or of a path is none.
 *
 * @returns In the order of the text. Linear in its length.
 */
export function mentionsOf(file: MentioningText, name: string): readonly Mention[] {
  if (name.trim() === '') return [];
  const { text } = file;
  const found: Mention[] = [];
  let inCode: ((at: number) => boolean) | null = null;
  for (const { index, 0: words } of text.matchAll(new RegExp(escaped(name), 'giu'))) {
    const place = { text, start: index, end: index + words.length };
    inCode ??= isCode(file);
    const mention = inCode(index) ? sureMention(place) : (sureMention(place) ?? spokenMention(place, name));
    if (mention !== null) found.push(mention);
  }
  return found;
}

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A test whether an offset is in the frontmatter, or in a fence or comment of the prompt; to be asked in ascending order. */
export function isCode({ text, bodyStart }: MentioningText): (at: number) => boolean {
  const body = text.slice(bodyStart);
  const lines = scanLines(body);
  const roles = lineRoles(lines);
  let line = 0;
  return (at) => {
    if (at < bodyStart) return true;
    while (line + 1 < lines.length && (lines[line + 1]?.start ?? 0) <= at - bodyStart) line += 1;
    return roles[line] !== 'prose';
  };
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const before = ({ text, start }: Place): string => text.slice(Math.max(0, start - BEFORE), start);
const after = ({ text, end }: Place): string => text.slice(end, end + AFTER);

const AT = /(?:^|[^\p{L}\p{N}_./@-])@(?:agent-)?$/u;
const KEY =
  /(?:^|[^\p{L}\p{N}_-])(?:sub-?agents?(?:[_-]?(?:type|name))?|agents?)["']?[ \t]*[:=][ \t]*["'`[({]*(?:[\w-]+["'`]?[ \t]*,[ \t]*["'`]?){0,20}$/iu;
const CALL = /(?:^|[^\p{L}\p{N}_-])(?:Task|Agent)\((?:[\w-]+[ \t]*,[ \t]*){0,20}["'`]?$/u;
const FILE_BEFORE = /(?:^|[^\p{L}\p{N}_:-])$/u;
const ENDS_WORD = /^(?![\p{L}\p{N}_])(?!-[\p{L}\p{N}])/u;

/** What is a mention wherever it stands. */
function sureMention(place: Place): Mention | null {
  const [left, right] = [before(place), after(place)];
  const file = /^\.(?:agent\.)?(?:mdc?|toml|yaml)(?![\p{L}\p{N}_])/u.exec(right);
  if (file !== null && FILE_BEFORE.test(left))
    return isAddress(left) ? null : mention('file', place, 0, file[0].length);
  if (!ENDS_WORD.test(right)) return null;
  const at = AT.exec(left);
  // A package, and an address.
  if (at !== null && !/^(?:\/|\.[\p{L}\p{N}])/u.test(right))
    return mention('at', place, at[0].length - at[0].indexOf('@'));
  if (!/^["'`]?[ \t]*(?:$|[\s,\])}.;:])/u.test(right)) return null;
  const line = left.slice(left.lastIndexOf('\n') + 1);
  return KEY.test(line) || CALL.test(line) ? mention('key', place) : null;
}

/** Whether what stands before a name is the start of an address. */
export const isAddress = (left: string): boolean => /:\/\/[^\s"'`()<>]*$/.test(left);

const MARKS: readonly (readonly [string, string])[] = [
  ['`', '`'],
  ['**', '**'],
  ['__', '__'],
];
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
];
/** Said before or after a name between quotation marks where an agent is meant. */
const SPEAKS_OF_AGENT =
  /(?:sub-?agents?|agents?|delegat\w*|hand(?:s|ed|ing)?(?: \w+)? over|use|call(?:s|ed|ing)?)(?: to| the| an?){0,2}[ \t]*$/iu;
const AGENT_FOLLOWS = /^[ \t]+(?:sub-?)?agents?(?![\p{L}\p{N}_])/iu;

/** What is a mention in what is said to a reader. */
function spokenMention(place: Place, name: string): Mention | null {
  const [left, right] = [before(place), after(place)];
  for (const [open, close] of MARKS) {
    if (left.endsWith(open) && right.startsWith(close)) return mention('marked', place, open.length, close.length);
  }
  for (const [open, close] of QUOTES) {
    if (!left.endsWith(open) || !right.startsWith(close)) continue;
    const isMeant = SPEAKS_OF_AGENT.test(left.slice(0, -open.length)) || AGENT_FOLLOWS.test(right.slice(close.length));
    return isMeant ? mention('marked', place, open.length, close.length) : null;
  }
  if (!ENDS_WORD.test(right) || /[\p{L}\p{N}_@/.-]$/u.test(left) || /^(?:\/|\.[\p{L}\p{N}])/u.test(right)) return null;
  if (AGENT_FOLLOWS.test(right)) return mention('agent', place);
  return /[-\d]/.test(name) && !isAddress(left) ? mention('bare', place) : null;
}

function mention(form: MentionForm, { start, end }: Place, marksBefore = 0, marksAfter = 0): Mention {
  return { form, start, end, from: start - marksBefore, to: end + marksAfter };
}
