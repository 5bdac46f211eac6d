import { once } from '../../kit/once.ts';
import { boldRunEnd, bulletOf, headingLevel } from './line-shapes.ts';
import { openingTagName } from './tag-pairs.ts';

/** Pictographs except the signs that belong to words (© ® ™ ↔), with what modifies and joins them; keycaps; flags. */
const emoji = once(
  () =>
    /(?![©®™↔])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u{FE0E}\u{FE0F}]|\u{200D}|\u{20E3}|[\u{E0020}-\u{E007F}]/gu,
);
const KEYCAP = /[0-9#*]\u{FE0F}?\u{20E3}/gu;
const leadingSigns = once(() => /^[\p{So}\s•·–—|-]+/u);
const TRAILING_SIGNS = /[:：\s]/;

/** `1.`, `1)`, `1.2`, `(1)`, `1:`, `1 -`, `A.`, `IV)`, `一、`; never the number of `3 pillars`, `2.5x` or `Step 1`. */
const NUMBERING = [
  /^[([]?\d{1,3}(?:\.\d{1,3}){0,5}[.)\]、．:：](?!\d)\s*/u,
  /^\d{1,4}(?:\.\d{1,4}){1,5}\s+/u,
  /^\d{1,4}\s+[-–—]\s+/u,
  /^[([]?(?:[A-Z]|[IVX]{1,6})[.)\]]\s+(?=\S)/u,
  /^[（(]?[一二三四五六七八九十]{1,3}[、.．)）]\s*/u,
] as const;

/** How many numbers and signs a title can have in front, each behind the other: `🚀 1. – A) Title`. */
const MOST_DECORATIONS = 3;

const COMMENT = /<!--[^<]*?-->/g;
const HTML_TAG = /<\/?(?:a|b|br|code|em|font|i|img|kbd|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;
const LINK = /!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g;
const STRONG = /\*\*+|__+|~~|`+/g;
const emphasis = once(() => /(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu);
/** Most titles hold neither marks nor emoji; telling so first halves the time of reading thousands of them. */
const INLINE_MARK = /[*_`~[\\<]/;
const PLAIN_ASCII = /^[\x20-\x7E]*$/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/**
 * The words of a section's marker: no markup, numbering, emoji or trailing colon.
 *
 * `## 1. **API Design** ##` gives `API Design`; `- **Security**: never …` gives `Security`; `<role name="x">` gives
 * `role`. `Step 1: Analyze` keeps its words. A marker in which nothing would be left (`## 🚀`) gives what it shows.
 *
 * @param marker The line that opens a section, or its beginning; line endings and indentation do not matter.
 * @returns One line of text; empty only when the marker is blank.
 */
export function plainTitle(marker: string): string {
  const text = marker.trim();
  const tag = openingTagName(text);
  if (tag !== null) return tag;
  const words = withoutBlockMarks(text);
  return withoutDecoration(withoutInlineMarks(words)) || visible(words) || text;
}

/** Takes `##` and closing `##`, or a bullet and all that follows the item's bold run. */
function withoutBlockMarks(text: string): string {
  const level = headingLevel(text);
  if (level > 0) return withoutClosingHashes(text.slice(level).trim());
  const bullet = bulletOf(text);
  if (bullet === null) return text;
  const item = text.slice(bullet.width);
  return item.slice(0, boldRunEnd(item) || undefined);
}

function withoutClosingHashes(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '#') end -= 1;
  const closes = end === 0 || /[ \t]/.test(text.charAt(end - 1));
  return closes ? text.slice(0, end).trimEnd() : text;
}

function withoutInlineMarks(text: string): string {
  if (!INLINE_MARK.test(text)) return text;
  return text
    .replace(COMMENT, ' ')
    .replace(LINK, '$1')
    .replace(STRONG, '')
    .replace(HTML_TAG, ' ')
    .replace(emphasis(), '')
    .replace(ESCAPE, '$1');
}

function withoutDecoration(text: string): string {
  const words = PLAIN_ASCII.test(text) ? text : text.replace(KEYCAP, ' ').replace(emoji(), ' ');
  let title = words.replace(/\s+/g, ' ');
  for (let round = 0; round < MOST_DECORATIONS; round += 1) {
    title = withoutTrailingColon(title.replace(leadingSigns(), ''));
    for (const numbering of NUMBERING) title = title.replace(numbering, '');
  }
  return title;
}

function withoutTrailingColon(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILING_SIGNS.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function visible(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
