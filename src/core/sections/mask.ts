import type { Line } from './line-scanner.ts';

/** What a line is to the section grammar. Only `prose` lines can open a section. */
export type LineRole = 'prose' | 'fence' | 'comment' | 'masked';

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly indent: number;
  /** Whether the block holds text, in which a fence with an info word is the start of a block inside it. */
  readonly holdsText: boolean;
}

const FENCE = /^(`{3,}|~{3,})(.*)/s;
const BULLETS_BEFORE_FENCE = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){1,3}(?=```|~~~)/;
const INFO_OF_TEXT = new Set(['', 'md', 'markdown', 'mdx', 'text', 'txt']);
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;

/**
 * Tell code blocks and HTML comments from prose.
 *
 * Fences are those of CommonMark 0.31, section 4.5, with one difference: inside a block of text (info string empty,
 * md, markdown, mdx, text, txt) a fence of the same length with an info word opens a nested block. Real prompts
 * show Markdown that way, and CommonMark reads half of them inside out. When a block is then still open at the
 * end, the reading was wrong, and the body is read again by CommonMark alone.
 *
 * A comment counts when it starts a line and closes somewhere (CommonMark's HTML block of kind 2, but one that
 * never closes hides nothing).
 *
 * @returns One role per line: `fence` and `comment` for the line that starts one, `masked` for the lines inside and
 * the one that closes.
 */
export function lineRoles(lines: readonly Line[]): readonly LineRole[] {
  return readRoles(lines, true) ?? readRoles(lines, false) ?? [];
}

/** @returns `null` when nesting leaves a block open. */
function readRoles(lines: readonly Line[], nesting: boolean): readonly LineRole[] | null {
  const lastClose = lines.findLastIndex(({ text }) => text.includes('-->'));
  const roles: LineRole[] = [];
  const open: Fence[] = [];
  let inComment = false;
  let listIndent = 0;
  for (const [index, line] of lines.entries()) {
    const top = open.at(-1);
    if (inComment) {
      roles.push('masked');
      inComment = !line.text.includes('-->');
    } else if (top) {
      roles.push('masked');
      stepInside(open, top, line, nesting);
    } else {
      listIndent = listIndentAfter(line, listIndent);
      const fence = openingFence(line, listIndent);
      if (fence) open.push(fence);
      const comment = !fence && line.text.startsWith('<!--');
      roles.push(fence ? 'fence' : comment ? 'comment' : 'prose');
      inComment = comment && index < lastClose && !line.text.includes('-->');
    }
  }
  return nesting && open.length > 0 ? null : roles;
}

function stepInside(open: Fence[], top: Fence, line: Line, nesting: boolean): void {
  const [, marks = '', info = ''] = FENCE.exec(line.text) ?? [];
  if (!marks.startsWith(top.mark) || marks.length < top.length) return;
  if (info.trim() === '') {
    // Deeper than this, a fence is code inside the block (CommonMark 4.5), unless nesting has moved it.
    if (line.indent <= top.indent + 3) open.pop();
  } else if (nesting && top.holdsText && marks.length === top.length) {
    const fence = openingFence(line, line.indent);
    if (fence) open.push(fence);
  }
}

function openingFence(line: Line, listIndent: number): Fence | null {
  if (line.indent > listIndent + 3) return null;
  const bullets = BULLETS_BEFORE_FENCE.exec(line.text)?.[0].length ?? 0;
  const [, marks = '', info = ''] = FENCE.exec(line.text.slice(bullets)) ?? [];
  const mark = marks.charAt(0);
  if (mark === '' || (mark === '`' && info.includes('`'))) return null;
  const holdsText = INFO_OF_TEXT.has(info.trim().toLowerCase());
  return { mark, length: marks.length, indent: line.indent + bullets, holdsText };
}

/** How far in the text of the innermost list item stands; fences may stand that far in, and three columns more. */
function listIndentAfter({ text, indent }: Line, before: number): number {
  if (text === '') return before;
  const item = LIST_ITEM.exec(text);
  if (item) return indent <= before + 3 ? indent + item[0].length : before;
  return Math.min(before, indent);
}
