import { isRecord } from '../../kit/plain-data.ts';

/**
 * The tools that a field names, in any of the forms people write: a string with commas, or with blanks, a list, a map from name to
 * boolean (OpenCode), one word, `"*"`.
 *
 * @param value The field as read from the frontmatter.
 * @returns Tool patterns as written, in order; none for a field that is absent, has no value or names nothing. Whether
 *   that means no tools or all of them is not told here.
 */
export function listedTools(value: unknown): readonly string[] {
  if (typeof value === 'string') return splitAtBlanks(splitTools(value));
  if (Array.isArray(value)) return splitTools(value.map(listItem).join(','));
  if (isRecord(value)) return Object.keys(value).filter((name) => isGranted(value[name]));
  return typeof value === 'number' || value === true ? [String(value)] : [];
}

/**
 * Split a list of tools at commas and line ends, but not inside parentheses: `Bash(git diff:*), Agent(a, b)` are two.
 * Brackets around the whole and quotation marks or a dash around an item are taken off. Where the parentheses do not
 * balance, every comma splits.
 *
 * @param text The list as written.
 * @returns The items in order, without empty ones. Linear in the length of the text.
 */
export function splitTools(text: string): readonly string[] {
  const list = withoutBrackets(text.trim());
  const parts = splitOutsideParentheses(list, ',\n') ?? list.split(/[,\n]/);
  return parts.map(bareItem).filter((item) => item !== '');
}

/** @param separators Characters that part; `null` where the parentheses do not balance. */
function splitOutsideParentheses(text: string, separators: string): readonly string[] | null {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (depth === 0 && separators.includes(character)) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
    if (depth < 0) return null;
  }
  parts.push(text.slice(start));
  return depth === 0 ? parts : null;
}

/** Claude Code reads `Read Grep Bash(git log:*)` as three, and so do people; names of other kinds may hold a blank. */
function splitAtBlanks(tools: readonly string[]): readonly string[] {
  const [only = '', ...others] = tools;
  const parts = others.length === 0 ? splitOutsideParentheses(only, ' \t') : null;
  const words = parts?.filter((word) => word !== '') ?? [];
  return words.length > 1 && words.every((word) => WRITTEN_AS_CLAUDES.test(word)) ? words : tools;
}

const WRITTEN_AS_CLAUDES = /^(?:[A-Z][A-Za-z]*(?:\([^()]*\))?|mcp__[\w-]+)$/;

const withoutBrackets = (text: string): string =>
  text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;

function bareItem(part: string): string {
  const item = part.trim().replace(/^-[ \t]+/, '');
  const mark = item.charAt(0);
  const isQuoted = item.length > 1 && (mark === '"' || mark === "'") && item.endsWith(mark);
  return isQuoted ? item.slice(1, -1).trim() : item;
}

/** YAML reads `- Bash(npm run: test)` as a map of one entry. */
function listItem(item: unknown): string {
  if (isRecord(item)) {
    const entries = Object.entries(item).filter(([, value]) => isGranted(value));
    return entries.map(([name, value]) => (value === true ? name : `${name}: ${String(value)}`)).join(',');
  }
  return item === null ? '' : String(item);
}

/** Whether a value beside the name of a tool lets it. */
export const isGranted = (value: unknown): boolean => value !== false && value !== null && value !== 'deny';
