import type { Line } from '../sections/line-scanner.ts';

/**
 * Whether an editor broke a paragraph into these lines at a fixed column, so that they can be joined and wrapped anew.
 *
 * True when no line is longer than a page is wide, and every line but the last ends where the next word would not have
 * fitted any more. A line that announces something with a colon, ends in a hard break (`\`) or is followed by a
 * label (`**Note**`, `Output:`) was broken on purpose. Of 1,500 published definitions 6 % have such paragraphs.
 *
 * @param lines Neighbouring paragraph lines.
 */
export function isHardWrapped(lines: readonly Line[]): boolean {
  const longest = lines.reduce((most, line) => Math.max(most, line.indent + line.text.length), 0);
  if (lines.length < 2 || longest < SHORTEST_PAGE || longest > WIDEST_PAGE) return false;
  return lines.slice(1).every((line, index) => {
    const before = lines[index];
    return (
      before !== undefined &&
      !ON_PURPOSE.test(before.text) &&
      !LABEL.test(line.text) &&
      overflows(before, line, longest)
    );
  });
}

// Fixed columns in use lie between these: 72, 80, 100, 120.
const SHORTEST_PAGE = 60;
const WIDEST_PAGE = 120;
// What is longer is text without spaces between words, such as Chinese, and says nothing about a column.
const LONGEST_WORD = 30;
const ON_PURPOSE = /[:：\\]$/;
const LABEL = /^(?:\*\*|__|[\p{L}-]{1,20}[:：])/u;

function overflows(before: Line, line: Line, longest: number): boolean {
  const firstWord = line.text.indexOf(' ');
  const needed = firstWord < 0 ? line.text.length : firstWord;
  return needed <= LONGEST_WORD && before.indent + before.text.length + 1 + needed > longest;
}
