import { linesBetween, type TextLine } from './text-lines.ts';

/** Where the frontmatter of a file is. Offsets count UTF-16 code units. */
export interface Fence {
  /** 1-based line of the opening fence; of one that is missing, the line above the first field. */
  readonly openLine: number;
  /** Whether there is an opening fence. */
  readonly isOpened: boolean;
  /** Blanks before the opening fence, which the lines between the fences share: some files are indented as a whole. */
  readonly indent: string;
  /** Whether anything but a byte order mark stands before the opening fence. */
  readonly preceded: boolean;
  /** The word after the opening dashes; empty for YAML. */
  readonly language: string;
  /** Offset of the first line after the opening fence. */
  readonly from: number;
  /** Offset of the closing fence, or the end of the text. */
  readonly to: number;
  /** Offset of the body, after the closing fence. */
  readonly end: number;
  /** How the block is closed: by `---`, by a longer run of dashes, or not at all. */
  readonly closing: 'exact' | 'long' | 'none';
}

/** Lines that may stand before the opening fence. */
const MAX_LEAD_LINES = 12;
/** Of those, the ones with text. */
const MAX_LEAD_TEXT = 3;
const OPENING = /^([ \t]*)---[ \t]*$/;
const OPENING_WITH_LANGUAGE = /^---([A-Za-z][\w+#.-]*)[ \t]*$/;
const OPENING_WITH_KNOWN_LANGUAGE = /^---[ \t]+(javascript|js|coffee(?:script)?|cson|json5?|toml|ya?ml|ts)[ \t]*$/i;
const CLOSING = /^-{3,}[ \t]*$/;
const FIELD = /^(?:[A-Za-z_][\w-]*|"[^"\n]{1,80}"|'[^'\n]{1,80}')[ \t]*:(?:[ \t]|$)/;
const IDENTIFYING_FIELD = /^(?:name|description)[ \t]*:(?:[ \t]|$)/;
/** What belongs to the field above it: text further in, an item of a list, a blank line, a comment. */
const BELONGS_TO_FIELD = /^(?:[ \t]|-[ \t]|#|$)/;
const CODE_FENCE = /^[ \t]*(?:```|~~~)/;

/** The offset after the byte order mark, if there is one. */
export function afterByteOrderMark(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/**
 * Find the frontmatter of a file by its fences, without reading what is between them.
 *
 * Harnesses want `---` alone on the first line and a line `---` below it. Published files also have blank lines or a
 * few lines of text above, the whole file indented, `-----` as the close, or no close: those are found only where the
 * first line inside is a field, so that a horizontal rule stays text. The opening fence itself can be missing where
 * nothing but fields, a name or a description among them, stands above the close.
 *
 * @param text The whole text of a file.
 * @returns The place, or `null` if there is no opening fence.
 */
export function findFence(text: string): Fence | null {
  const unopened = findUnopened(text);
  if (unopened !== null) return unopened;
  let openLine = 0;
  let lead = 0;
  for (const line of linesBetween(text, afterByteOrderMark(text), text.length)) {
    openLine++;
    const opening = readOpening(line.text);
    if (opening !== null) {
      const fence = closeFence(text, line, { ...opening, openLine, isOpened: true, preceded: openLine > 1 });
      return isPlausible(text, fence, lead > 0) ? fence : null;
    }
    if (line.text.trim() !== '') lead++;
    if (openLine > MAX_LEAD_LINES || lead > MAX_LEAD_TEXT) return null;
    if (lead > 1 && CODE_FENCE.test(line.text)) return null;
  }
  return null;
}

/** Fields from the first line on, closed as frontmatter is. */
function findUnopened(text: string): Fence | null {
  const from = afterByteOrderMark(text);
  let fields = 0;
  let isIdentified = false;
  for (const line of linesBetween(text, from, text.length)) {
    if (fields > 1 && isIdentified && line.text.trimEnd() === '---') {
      const place = { openLine: 0, isOpened: false, indent: '', preceded: false, language: '' };
      return { ...place, from, to: line.start, end: line.next, closing: 'exact' };
    }
    if (FIELD.test(line.text)) {
      fields += 1;
      isIdentified ||= IDENTIFYING_FIELD.test(line.text);
    } else if (fields === 0 || !BELONGS_TO_FIELD.test(line.text)) return null;
  }
  return null;
}

type Opening = Pick<Fence, 'indent' | 'language'>;

function readOpening(line: string): Opening | null {
  const [, indent] = OPENING.exec(line) ?? [];
  if (indent !== undefined) return { indent, language: '' };
  const [, word] = OPENING_WITH_LANGUAGE.exec(line) ?? OPENING_WITH_KNOWN_LANGUAGE.exec(line) ?? [];
  if (word === undefined) return null;
  return { indent: '', language: /^ya?ml$/i.test(word) ? '' : word };
}

function closeFence(text: string, line: TextLine, opening: Omit<Fence, 'from' | 'to' | 'end' | 'closing'>): Fence {
  for (const { text: inner, start, next } of linesBetween(text, line.next, text.length)) {
    const dashes = withoutIndent(inner, opening.indent);
    if (CLOSING.test(dashes)) {
      const closing = dashes.trimEnd() === '---' ? 'exact' : 'long';
      return { ...opening, from: line.next, to: start, end: next, closing };
    }
  }
  return { ...opening, from: line.next, to: text.length, end: text.length, closing: 'none' };
}

/** A fence exactly where it belongs is believed; any other needs a field below it. */
function isPlausible(text: string, fence: Fence, hasLead: boolean): boolean {
  if (fence.language !== '') return !fence.preceded && fence.closing !== 'none';
  if (!fence.preceded && fence.indent === '' && fence.closing === 'exact') return true;
  if (hasLead && fence.closing === 'none') return false;
  for (const line of linesBetween(text, fence.from, fence.to)) {
    const inner = withoutIndent(line.text, fence.indent);
    if (inner.trim() === '' || inner.startsWith('#')) continue;
    return (hasLead ? IDENTIFYING_FIELD : FIELD).test(inner);
  }
  return false;
}

/**
 * A line of an indented file without the indent of the file.
 *
 * @param line The text of a line.
 * @param indent The blanks before the opening fence.
 */
export function withoutIndent(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
}
