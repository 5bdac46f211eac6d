import { once } from '../kit/once.ts';
import { isNarrowText } from './text-cells.ts';

/**
 * Text made safe to show: whatever it held, the result is printable, has the width it seems to have, and hides nothing.
 *
 * Definitions, file names and error messages come from strangers; each of their characters passes here once before it
 * reaches the screen. For one line: a line feed is a control like the others.
 *
 * | in the text | on the screen |
 * |---|---|
 * | tab | four spaces, wherever it stands |
 * | C0 controls, among them escape, line feed and NUL | their control picture, `␀` to `␟` |
 * | delete | `␡` |
 * | next line, line and paragraph separators (U+0085, U+2028, U+2029) | `␤` |
 * | C1 controls, bidi controls, zero-width, tag and all other default-ignorable and format characters | `�` |
 * | lone surrogates, noncharacters | `�` |
 * | letters that join the cell of the next character (Grapheme_Cluster_Break=Prepend) | `�` |
 * | a seventh and further mark on one base | one `�` for all of them |
 * | variation selector, skin tone or joiner that styles an emoji | dropped: the emoji stands alone |
 * | Thai and Lao sara am (U+0E33, U+0EB3) | the same letter in two parts, which looks alike |
 * | keycap such as U+0031 U+FE0F U+20E3 | the key, `1` |
 *
 * The last three rows drop nothing one could read. Terminals and string-width disagree about how many cells these
 * take, and one wrong guess shifts everything to the right of it. Elsewhere selectors, joiners and skin tones could
 * carry hidden text, and show as `�`. Private use characters stay: they are the icons of patched fonts.
 *
 * Laws: idempotent; the result holds none of the characters above; a text without them comes back as it is.
 *
 * @param text Any string, binary rubbish included. Time is linear in its length.
 * @returns The text as it may be shown.
 */
export function visibleText(text: string): string {
  if (isNarrowText(text)) return text;
  const { suspicious, keycap, emojiStyle, hidden, surplusMarks } = unicodePatterns();
  if (!suspicious.test(text)) return text;
  return text
    .replace(keycap, '$1')
    .replace(emojiStyle, '')
    .replaceAll('\u0E33', '\u0E4D\u0E32')
    .replaceAll('\u0EB3', '\u0ECD\u0EB2')
    .replace(hidden, visibleMark)
    .replace(surplusMarks, `$1${REPLACEMENT}`);
}

const REPLACEMENT = '\uFFFD';

/** Set up with the first text that needs them: engines take a millisecond to work out the classes of Unicode. */
const unicodePatterns = once(() => {
  // Letters that Unicode 16 gives Grapheme_Cluster_Break=Prepend and that are not format characters.
  const prepend =
    '\\u0D4E\\u{111C2}\\u{111C3}\\u{113D1}\\u{1193F}\\u{11941}\\u{11A3A}\\u{11A84}-\\u{11A89}\\u{11D46}\\u{11F02}';
  const skinTone = '\\u{1F3FB}-\\u{1F3FF}';
  const hidden =
    '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}\\p{Default_Ignorable_Code_Point}' +
    `\\u20E3${skinTone}${prepend}`;
  return {
    suspicious: new RegExp(`[${hidden}\\u0E33\\u0EB3]|\\p{M}{7}`, 'u'),
    keycap: /([0-9#*])\uFE0F?\u20E3/gu,
    emojiStyle: new RegExp(
      `(?<=\\p{Extended_Pictographic})(?:[\\uFE0E\\uFE0F]|[${skinTone}]\\uFE0F?)?(?:\\u200D(?=\\p{Extended_Pictographic}))?`,
      'gu',
    ),
    hidden: new RegExp(`[${hidden}]`, 'gu'),
    // Written languages stack up to six (Tibetan).
    surplusMarks: /(\p{M}{6})\p{M}+/gu,
  };
});

function visibleMark(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x09) return '    ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code === 0x85 || code === 0x2028 || code === 0x2029) return '\u2424';
  return REPLACEMENT;
}
