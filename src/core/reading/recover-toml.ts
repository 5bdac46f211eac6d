import { linesBetween } from './text-lines.ts';

const KEY = /^([A-Za-z0-9_-]{1,100})[ \t]*=[ \t]*/;
const TABLE = /^[ \t]*\[/;
const QUOTES = ['"""', "'''", '"', "'"] as const;

/**
 * Read the strings at the top of a TOML file that a TOML parser refuses.
 *
 * @param text The whole text.
 * @returns The strings before the first table, by key; of a key stated twice the first. A string of several lines that
 * is never closed runs to the end of the text. Other values are left out. Linear in the length of the text.
 */
export function recoverToml(text: string): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  let skipTo = 0;
  for (const line of linesBetween(text, 0, text.length)) {
    if (line.start < skipTo) continue;
    if (TABLE.test(line.text)) break;
    const [marker, key] = KEY.exec(line.text) ?? [];
    if (marker === undefined || key === undefined) continue;
    const value = readString(text, line.start + marker.length, line.start + line.text.length);
    if (value === null) continue;
    if (!found.has(key)) found.set(key, value.text);
    skipTo = value.end;
  }
  return Object.fromEntries(found);
}

/**
 * Where the text of a top-level string starts, after its opening quotation marks.
 *
 * @param text The whole text.
 * @param key A bare key.
 * @returns The offset; 0 when no line in column 1 assigns to the key.
 */
export function findTomlValue(text: string, key: string): number {
  for (const line of linesBetween(text, 0, text.length)) {
    const [marker, found] = KEY.exec(line.text) ?? [];
    if (marker === undefined || found !== key) continue;
    const start = line.start + marker.length;
    const quote = QUOTES.find((mark) => text.startsWith(mark, start)) ?? '';
    return quote.length === 3 ? afterLineEnd(text, start + 3) : start + quote.length;
  }
  return 0;
}

function readString(
  text: string,
  start: number,
  lineEnd: number,
): { readonly text: string; readonly end: number } | null {
  const quote = QUOTES.find((mark) => text.startsWith(mark, start));
  if (quote === undefined) return null;
  const isLong = quote.length === 3;
  const from = isLong ? afterLineEnd(text, start + 3) : start + 1;
  const close = isLong ? text.indexOf(quote, from) : text.slice(from, lineEnd).lastIndexOf(quote) + from;
  const to = close >= from && (isLong || text.startsWith(quote, close)) ? close : isLong ? text.length : lineEnd;
  const raw = text.slice(from, to);
  return { text: quote.startsWith('"') ? unescaped(raw) : raw, end: to + quote.length };
}

/** TOML drops the line end right after the opening quotation marks. */
function afterLineEnd(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return text.startsWith('\n', offset) ? offset + 1 : offset;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };

const unescaped = (raw: string): string => raw.replace(/\\([ntr"\\])/g, (_, code: string) => ESCAPES[code] ?? code);
