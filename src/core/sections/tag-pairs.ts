import type { Line } from './line-scanner.ts';
import type { LineRole } from './mask.ts';

/** What a line of a tag pair does: it opens a section or ends one. */
export type TagSide = 'open' | 'close';

/** Columns that a tag stands in at most, counted from the tag around it: four, or a tab, are a step in XML. */
const FURTHEST = 3;
const FURTHEST_INSIDE = 4;

/** Tags nested deeper than this stay text: no one writes them, and depth costs stack and screen. */
const DEEPEST = 16;

const OPENING_TAG = /^<([A-Za-z][\w.:-]*)(?:\s[^<>]*)?>$/;
const CLOSING_TAG = /^<\/([A-Za-z][\w.:-]*)\s*>$/;

/**
 * The elements of HTML (WHATWG, "The elements of HTML" and its obsolete ones): their tags are markup, not titles. Left out
 * are those that no page closes on a line of its own, but prompts do, such as `<input>` and `<output>`.
 */
const HTML_ELEMENTS = new Set(
  (
    'a abbr acronym address applet article aside audio b basefont bdi bdo big blink blockquote body ' +
    'button canvas caption center cite code colgroup data datalist dd del details dfn dialog dir div dl dt em ' +
    'fieldset figcaption figure font footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html i iframe ' +
    'ins kbd label legend li main map mark marquee math menu meter nav nobr noembed noframes ' +
    'noscript object ol optgroup option p picture plaintext pre progress q rb rp rt rtc ruby s samp script ' +
    'search section select selectedcontent slot small span strike strong style sub summary sup svg table tbody ' +
    'td textarea tfoot th thead time title tr tt u ul var video xmp'
  ).split(' '),
);

/**
 * The name of a tag alone on its line, `<name …>`.
 *
 * @returns `null` for other lines, for self-closing tags and for elements of HTML.
 */
export function openingTagName(text: string): string | null {
  const name = text.startsWith('<') && !text.endsWith('/>') ? OPENING_TAG.exec(text)?.[1] : undefined;
  return name !== undefined && !HTML_ELEMENTS.has(name.toLowerCase()) ? name : null;
}

/** The name of a closing tag alone on its line, `</name>`, or `null`. */
export function closingTagName(text: string): string | null {
  return text.startsWith('</') ? (CLOSING_TAG.exec(text)?.[1] ?? null) : null;
}

/**
 * Match tags that stand alone on their lines with their closing tags: 0 to 3 columns in or, inside another tag, up to 4
 * further in than that.
 *
 * A closing tag matches the nearest open tag of its name; what was opened in between and not closed is text.
 * Linear: each tag is stacked and dropped once, and a name that is not open is never searched for.
 *
 * @returns The side each matched line takes, by line index.
 */
export function pairTags(lines: readonly Line[], roles: readonly LineRole[]): ReadonlyMap<number, TagSide> {
  const pairs: { readonly open: number; readonly close: number }[] = [];
  const stack: { readonly name: string; readonly index: number; readonly furthest: number }[] = [];
  const openCount = new Map<string, number>();
  const count = (name: string, by: number) => openCount.set(name, (openCount.get(name) ?? 0) + by);
  for (const [index, { text, indent }] of lines.entries()) {
    if (roles[index] !== 'prose' || !text.startsWith('<') || indent > (stack.at(-1)?.furthest ?? FURTHEST)) continue;
    const name = openingTagName(text);
    if (name !== null) {
      stack.push({ name, index, furthest: indent + FURTHEST_INSIDE });
      count(name, 1);
    }
    const closing = closingTagName(text);
    if (closing === null || !openCount.get(closing)) continue;
    for (let tag = stack.pop(); tag; tag = stack.pop()) {
      count(tag.name, -1);
      if (tag.name !== closing) continue;
      pairs.push({ open: tag.index, close: index });
      break;
    }
  }
  return sides(pairs);
}

function sides(pairs: readonly { readonly open: number; readonly close: number }[]): ReadonlyMap<number, TagSide> {
  const found = new Map<number, TagSide>();
  let depth = 0;
  for (const { open, close } of pairs.toSorted((one, other) => one.open - other.open)) {
    found.set(open, 'open');
    found.set(close, 'close');
  }
  for (const [index, side] of [...found].sort(([one], [other]) => one - other)) {
    depth += side === 'open' ? 1 : 0;
    if (depth > DEEPEST) found.delete(index);
    depth -= side === 'close' ? 1 : 0;
  }
  return found;
}
