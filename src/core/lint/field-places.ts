import { type Fence, findFence, withoutIndent } from '../reading/fence.ts';
import { type InnerLine, splitFields } from '../reading/split-fields.ts';
import { linesBetween } from '../reading/text-lines.ts';

/** Where a field stands in a file, in offsets. */
export interface FieldPlace {
  /** The first character of the key. */
  readonly start: number;
  /** The first character of the value, or the end of its line if the value starts on a later one. */
  readonly valueStart: number;
  /** After the last character of the value. */
  readonly end: number;
}

/**
 * Where each field of a file stands.
 *
 * @param raw The frontmatter with its fences, or the whole text of a TOML file.
 * @param isToml Whether it is TOML.
 * @returns The places by key; of a key stated twice the first. Linear in the length of the text.
 */
export function placeFields(raw: string, isToml: boolean): ReadonlyMap<string, FieldPlace> {
  if (isToml) return placeTomlFields(raw);
  const fence = findFence(raw);
  const places = new Map<string, FieldPlace>();
  if (fence === null) return places;
  const lines = innerLines(raw, fence);
  for (const { key, line, valueColumn, rest } of splitFields(lines, fence.closing !== 'none').fields) {
    const start = line.start + line.indent;
    const last = rest.findLast(({ text }) => text.trim() !== '') ?? line;
    const place = { start, valueStart: start + valueColumn, end: last.start + last.indent + last.text.length };
    if (!places.has(key)) places.set(key, place);
  }
  // Splitting is wary of keys that could be words of a sentence; where it passed over one, its line is its place.
  for (const line of lines) {
    const place = placeOfKey(line);
    if (place !== null && !places.has(place.key)) places.set(place.key, place);
  }
  return places;
}

function placeOfKey({ text, start, indent }: InnerLine): (FieldPlace & { readonly key: string }) | null {
  const colon = text.indexOf(':');
  if (colon < 1 || /^[\s#-]/.test(text)) return null;
  const key = text
    .slice(0, colon)
    .trimEnd()
    .replace(/^(["'])(.*)\1$/, '$2');
  const value = text.slice(colon + 1);
  const from = start + indent;
  const valueStart = from + text.length - value.trimStart().length;
  return { key, start: from, valueStart, end: from + text.length };
}

/** The lines between the fences, with their places in the file. */
function innerLines(raw: string, { from, to, openLine, indent }: Fence): readonly InnerLine[] {
  const lines: InnerLine[] = [];
  for (const { text, start } of linesBetween(raw, from, to)) {
    const bare = withoutIndent(text, indent);
    lines.push({ text: bare, number: openLine + lines.length + 1, indent: text.length - bare.length, start });
  }
  return lines;
}

const TOML_KEY = /^[ \t]*(?:([A-Za-z0-9_-]+)|"([^"\n]+)"|'([^'\n]+)')[ \t]*(?:\.[^=\n]*)?=[ \t]*/;
const TOML_TABLE = /^[ \t]*\[{1,2}[ \t]*["']?([A-Za-z0-9_-]+)/;

/** Keys above the first table, and tables by the first part of their name. */
function placeTomlFields(text: string): ReadonlyMap<string, FieldPlace> {
  const places = new Map<string, FieldPlace>();
  let skipTo = 0;
  let inTable = false;
  for (const line of linesBetween(text, 0, text.length)) {
    if (line.start < skipTo) continue;
    const end = line.start + line.text.length;
    const [marker = '', ...names] = TOML_KEY.exec(line.text) ?? [];
    const table = TOML_TABLE.exec(line.text)?.[1];
    const key = names.find((name) => name !== undefined) ?? table;
    const valueStart = marker === '' ? end : line.start + marker.length;
    const valueEnd = marker === '' ? end : tomlValueEnd(text, valueStart, end);
    skipTo = valueEnd;
    if (key === undefined || (marker !== '' && inTable)) continue;
    inTable ||= marker === '';
    const start = line.start + line.text.length - line.text.trimStart().length;
    if (!places.has(key)) places.set(key, { start, valueStart, end: valueEnd });
  }
  return places;
}

/** A string in three quotation marks may run over lines. */
function tomlValueEnd(text: string, start: number, lineEnd: number): number {
  const quote = ['"""', "'''"].find((mark) => text.startsWith(mark, start));
  if (quote === undefined) return lineEnd;
  const close = text.indexOf(quote, start + 3);
  return close === -1 ? text.length : close + 3;
}
