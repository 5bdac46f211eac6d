import { once } from '../../kit/once.ts';

/** Plain scalars that some reader takes for another type: YAML 1.2 core, and the booleans and nulls of YAML 1.1. */
const RESERVED = /^(?:null|true|false|yes|no|on|off|y|n|nan|inf)$/i;
/** A letter first rules out numbers, dates and every indicator; the last character may not be a blank or a colon. */
const plain = once(() => /^\p{L}(?:.*[^\s:])?$/u);
/** Separators of keys and comments. */
const AMBIGUOUS = /:\s|\s#/;
/** Characters that do not show: controls, formats (bidi, zero-width, tags), private use, halves of surrogate pairs,
 * line and paragraph separators, non-characters, and variation selectors other than the one of emoji. */
const hidden = once(
  () => /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{fffe}\u{ffff}]|[\u{fe00}-\u{fe0e}]|[\u{e0100}-\u{e01ef}]/u,
);
/** Frontmatter with more blanks in a row than 500 is not read as YAML (`frontmatter.ts`), so long runs are broken. */
const LONG_GAP = / {200}/g;
const escaped = once(() => new RegExp(`["\\\\]|${hidden().source}`, 'gu'));
const SHORT: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/**
 * Write a string as a YAML scalar on one line.
 *
 * @param text Any string.
 * @returns The text itself where YAML 1.1, YAML 1.2 and readers that go line by line agree that it is that text; else
 * in double quotes, with quotation marks, backslashes and everything invisible escaped as in JSON (`\U` with eight
 * digits beyond the BMP). Escapes as in YAML 1.2, section 5.7.
 */
export function quoteYaml(text: string): string {
  const isPlain = plain().test(text) && !RESERVED.test(text) && !AMBIGUOUS.test(text) && !hidden().test(text);
  if (isPlain && text.search(LONG_GAP) < 0) return text;
  return `"${text.replace(escaped(), escapeCharacter).replace(LONG_GAP, brokenGap)}"`;
}

/** A text on one line, with a blank for each run of blanks and characters that do not show. */
export function withoutHidden(text: string): string {
  return text.replace(new RegExp(`(?:\\s|${hidden().source})+`, 'gu'), ' ').trim();
}

function escapeCharacter(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

const brokenGap = (gap: string): string => `${gap.slice(1)}\\x20`;

const hex = (code: number, digits: number): string => code.toString(16).toUpperCase().padStart(digits, '0');
