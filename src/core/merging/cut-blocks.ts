import { type Line, scanLines } from '../sections/line-scanner.ts';
import { bulletOf, headingLevel, isThematicBreak } from '../sections/line-shapes.ts';
import { type LineRole, lineRoles } from '../sections/mask.ts';

/** What a reader takes in at once: a heading, one item of a list without those inside it, a paragraph, a code block. */
export interface Block {
  readonly kind: 'title' | 'item' | 'text';
  /** What stands before its words: indentation, hashes, bullet or number. */
  readonly mark: string;
  /** Its words, and all its further lines; ends in a line end. */
  readonly words: string;
  /** The blank lines behind it. */
  readonly gap: string;
  /** Of a heading its level, else how far it is indented. */
  readonly depth: number;
}

/** A text in blocks. Law: what stands before them and all of them joined are the text. */
interface CutText {
  /** Blank lines. */
  readonly lead: string;
  readonly blocks: readonly Block[];
}

/**
 * Cut a text into blocks.
 *
 * @param text With `\n` as line ends; one is put behind the last line if it has none.
 */
export function cutBlocks(text: string): CutText {
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const lines = scanLines(whole);
  const roles = lineRoles(lines);
  const blocks: Block[] = [];
  let at = blanksFrom(lines, roles, 0);
  const lead = whole.slice(0, lines[at]?.start ?? whole.length);
  while (at < lines.length) {
    const end = blockEnd(lines, roles, at);
    const next = blanksFrom(lines, roles, end);
    const line = lines[at] as Line;
    const from = lines[end]?.start ?? whole.length;
    const gap = whole.slice(from, lines[next]?.start ?? whole.length);
    blocks.push({
      ...beginning(line, roles[at] === 'prose'),
      gap,
      ...partsOf(whole, line, from, roles[at] === 'prose'),
    });
    at = next;
  }
  return { lead, blocks };
}

function beginning({ text, indent }: Line, isProse: boolean): Pick<Block, 'kind' | 'depth'> {
  const level = isProse ? headingLevel(text) : 0;
  if (level > 0) return { kind: 'title', depth: level };
  return { kind: isProse && bulletOf(text) ? 'item' : 'text', depth: indent };
}

function partsOf(whole: string, line: Line, to: number, isProse: boolean): Pick<Block, 'mark' | 'words'> {
  const { start, textStart, text } = line;
  const level = isProse ? headingLevel(text) : 0;
  const width = level > 0 ? level + 1 : isProse ? (bulletOf(text)?.width ?? 0) : 0;
  const words = width > 0 ? textStart + width : start;
  return { mark: whole.slice(start, words), words: whole.slice(words, to) };
}

function blanksFrom(lines: readonly Line[], roles: readonly LineRole[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.text === '' && roles[at] === 'prose') at += 1;
  return at;
}

/** The first line behind the block that begins in a line. */
function blockEnd(lines: readonly Line[], roles: readonly LineRole[], from: number): number {
  const first = lines[from] as Line;
  let at = from + 1;
  if (roles[from] !== 'prose') {
    while (roles[at] === 'masked') at += 1;
    return at;
  }
  if (headingLevel(first.text) > 0 || isThematicBreak(first.text)) return at;
  const isItem = bulletOf(first.text) !== null;
  for (; at < lines.length && roles[at] === 'prose'; at += 1) {
    const { text, indent } = lines[at] as Line;
    if (text === '' || bulletOf(text) || headingLevel(text) > 0 || isThematicBreak(text)) break;
    if (isItem && indent <= first.indent && /^(?:[>|<]|\*\*)/.test(text)) break;
  }
  return at;
}
