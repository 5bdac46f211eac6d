import type { Line } from './line-scanner.ts';
import {
  headingLevel,
  isBoldLine,
  isBracketedBoldLine,
  isParagraphLine,
  isThematicBreak,
  labelEnd,
} from './line-shapes.ts';
import type { LineRole } from './mask.ts';
import type { TagSide } from './tag-pairs.ts';

/**
 * A stretch of lines outside of lists: a `break` is a heading, a rule or a tag; `held` is a list, code, a table or a quote,
 * which belongs to what stands above it; `bold` is a line that is a bold run, with brackets behind it or not.
 */
export interface Block {
  readonly kind: 'break' | 'held' | 'bold' | 'paragraph';
  /** Index of its first line. */
  readonly from: number;
  /** Index of its last line, where it is a paragraph. */
  to: number;
}

/** Text stands so many columns further in than the bullet of the item it is part of. */
const NESTED = 2;

/** The blocks so far, and what the line at hand may belong to. */
interface Reading {
  readonly blocks: Block[];
  /** Column of the outermost item whose text may go on. */
  list: number | null;
  /** What the line above is part of, unless a blank one or something else has ended it. */
  goesOn: 'item' | 'block' | null;
}

/**
 * The blocks of a body, in order; text inside list items is none. Linear in the lines.
 *
 * @param items Lines that begin list items.
 * @param tags Lines that open or close a tag.
 */
export function blocksOf(
  lines: readonly Line[],
  roles: readonly LineRole[],
  items: Pick<ReadonlyMap<number, unknown>, 'has'>,
  tags: ReadonlyMap<number, TagSide>,
): readonly Block[] {
  const reading: Reading = { blocks: [], list: null, goesOn: null };
  for (const [index, line] of lines.entries()) {
    if (roles[index] === 'fence') add(reading, 'held', index, null);
    else if (roles[index] !== 'prose' || line.text === '') reading.goesOn = null;
    else if (tags.has(index) || isBreak(line)) {
      add(reading, 'break', index, null);
      reading.list = null;
    } else if (items.has(index) && (line.indent <= 3 || reading.list !== null || reading.goesOn !== null)) {
      add(reading, 'held', index, 'item');
      if (reading.list === null || line.indent < reading.list + NESTED) reading.list = line.indent;
    } else if (isInList(reading, line)) reading.goesOn = 'item';
    else {
      reading.list = null;
      takeOuter(reading, line, index);
    }
  }
  return reading.blocks;
}

function add(reading: Reading, kind: Block['kind'], index: number, goesOn: Reading['goesOn']): void {
  // What is held needs no telling apart.
  if (kind !== 'held' || reading.blocks.at(-1)?.kind !== 'held') reading.blocks.push({ kind, from: index, to: index });
  reading.goesOn = goesOn;
}

function isBreak({ text, indent }: Line): boolean {
  return indent <= 3 && (headingLevel(text) > 0 || isThematicBreak(text));
}

/** Text right under an item goes on with it, but for a label no further in than the list. */
function isInList({ list, goesOn }: Reading, { text, indent }: Line): boolean {
  if (list === null) return false;
  return goesOn === null ? indent >= list + NESTED : indent > list || labelEnd(text) === 0;
}

function takeOuter(reading: Reading, { text, indent }: Line, index: number): void {
  const last = reading.blocks.at(-1);
  // A tag is no line of a paragraph, whether another closes it or not.
  const isTag = text.startsWith('<');
  if (reading.goesOn === 'block' && last && !isTag) last.to = index;
  else if (isTag) add(reading, 'held', index, null);
  else if (indent > 3 || !isParagraphLine(text)) add(reading, 'held', index, 'block');
  else if (isBoldLine(text) || isBracketedBoldLine(text)) add(reading, 'bold', index, null);
  else add(reading, 'paragraph', index, 'block');
}
