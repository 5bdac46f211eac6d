/** A top-level field of frontmatter with the lines that belong to it. */
export interface FrontmatterEntry {
  /** What it starts with up to the colon, unique in its frontmatter. */
  readonly key: string;
  /** Its lines with their ends; blank lines and comments before a field belong to the one above. */
  readonly text: string;
}

/** A definition's text by fields. Law: the fence, the entries and the rest joined are the text. */
interface EntrySplit {
  /** The opening fence, and what stands before the first field. */
  readonly fence: string;
  readonly entries: readonly FrontmatterEntry[];
  /** From the closing fence on. */
  readonly rest: string;
}

const KEY = /^([^\s#:"'-][^:]*|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'):(?=[ \t\n]|$)/;

/**
 * Take the frontmatter of a definition apart by its top-level fields.
 *
 * @param text With `\n` as line ends.
 * @returns `null` where there is none, or a field twice.
 */
export function splitEntries(text: string): EntrySplit | null {
  if (!text.startsWith('---\n')) return null;
  const end = text.indexOf('\n---', 3);
  if (end < 0) return null;
  const lines = text.slice(4, end + 1).split(/(?<=\n)/);
  let fence = '---\n';
  const entries: { readonly key: string; text: string }[] = [];
  for (const line of lines) {
    const key = KEY.exec(line)?.[1];
    const last = entries.at(-1);
    if (key !== undefined) entries.push({ key, text: line });
    else if (last) last.text += line;
    else fence += line;
  }
  if (new Set(entries.map(({ key }) => key)).size < entries.length) return null;
  return { fence, entries, rest: text.slice(end + 1) };
}
