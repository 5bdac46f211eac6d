import { visibleText } from '../../text/visible-text.ts';

/**
 * Text from a definition as one line of GitHub Flavored Markdown that shows just these characters, in a table, a list
 * or a heading: no markup, HTML, formula or link comes of it, and nobody is notified.
 *
 * A backslash does not keep a forge from reading `@name`, `#1`, `GH-1`, `:name:` or an address, because it looks for
 * these in the finished page. A zero-width space, written as an entity and so visible in the source, parts them. Pipes
 * become entities, since tables are cut into cells before escapes are read (GFM 0.29, section 4.10).
 *
 * @param text Any text; line ends become spaces.
 */
export function markdownText(text: string): string {
  return visibleText(text.replace(/\s+/g, ' ').trim())
    .replace(ACTIVE, (mark) => REPLACEMENTS[mark] ?? `\\${mark}`)
    .replace(/\b(?:gh-(?=\d)|www(?=\.))/gi, (found) => `${found}${PARTED}`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${PARTED}`)
    .replace(LIST_MARK, '$1\\$2');
}

const PARTED = '&#8203;';
const ACTIVE = /[\\`*_{}[\]<>~&|$@#]/g;
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  $: '&#36;',
  '@': `@${PARTED}`,
  '#': `#${PARTED}`,
};
const LIST_MARK = /^(\d*)([-+.)=])/;
