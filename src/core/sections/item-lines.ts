import { once } from '../../kit/once.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { Line } from './line-scanner.ts';
import { announces, isBoldLine, itemTextStart, titleRunEnd } from './line-shapes.ts';
import type { LineRole } from './mask.ts';
import { type Sign, signOf } from './sign-lines.ts';
import { isDialogue } from './speakers.ts';
import type { TagSide } from './tag-pairs.ts';

/** A line that begins a list item. */
export interface ItemLine {
  /** Characters before its own words: a bullet with the box of a task, a sign, or none. */
  readonly width: number;
  /** Where the bold run ends that is its title, as an offset in the line's text; 0 for a plain item. */
  readonly titleEnd: number;
}

/** The items of a body, and what stands between its lists. */
export interface ItemReading {
  /** By index of their lines. */
  readonly items: ReadonlyMap<number, ItemLine>;
  readonly blocks: readonly Block[];
}

/** `Word: text`, with one to three words before the colon. */
const plainLabel = once(
  () =>
    /^([\p{L}\p{N}][^\s:：.,;!?。，、；！？|<>]{0,29}(?: [^\s:：.,;!?。，、；！？|<>]{1,29}){0,2})(?::[ \t]+|：[ \t]*)(?=\S)/u,
);

/**
 * Read which lines begin list items: those with bullets and, where several stand together, those that people
 * read so although no bullet stands before them.
 *
 * - Two lines or more, one under the other, with signs of one kind are items.
 * - So are the lines of a paragraph, or of what is left of it under a line that announces them, when there are two or more
 *   and each is `Word: text`; a dialogue is none.
 *
 * Which bold labels are items depends on what stands around them: `label-lines.ts`. Linear in the lines.
 *
 * @param tags Lines that open or close a tag.
 */
export function readItems(
  lines: readonly Line[],
  roles: readonly LineRole[],
  tags: ReadonlyMap<number, TagSide>,
): ItemReading {
  const found = new Map<number, ItemLine>();
  let signBefore: Sign | null = null;
  for (const [index, { text, indent }] of lines.entries()) {
    const sign = roles[index] === 'prose' ? addMarked(found, index, text) : null;
    const before = lines[index - 1];
    if (sign && signBefore && sign.kind === signBefore.kind && before?.indent === indent) {
      addItem(found, index - 1, before.text, signBefore.width);
      addItem(found, index, text, sign.width);
    }
    signBefore = sign;
  }
  const blocks = blocksOf(lines, roles, found, tags);
  for (const block of blocks) if (block.kind === 'paragraph') addPlainLabels(found, lines, block);
  return { items: found, blocks };
}

/** @returns The sign of a line without a bullet. */
function addMarked(found: Map<number, ItemLine>, index: number, text: string): Sign | null {
  const width = itemTextStart(text);
  if (width > 0) addItem(found, index, text, width);
  const sign = width > 0 ? null : signOf(text);
  return sign && !isBoldLine(text) ? sign : null;
}

function addItem(found: Map<number, ItemLine>, index: number, text: string, width: number): void {
  const titleEnd = titleRunEnd(text.slice(width));
  found.set(index, { width, titleEnd: titleEnd === 0 ? 0 : width + titleEnd });
}

/** A paragraph of `Word: text`, with or without a line that announces it. */
function addPlainLabels(found: Map<number, ItemLine>, lines: readonly Line[], { from, to }: Block): void {
  const first = announces(lines[from]?.text ?? '') ? from + 1 : from;
  if (to <= first) return;
  const labels: string[] = [];
  for (let index = first; index <= to; index += 1) {
    const label = plainLabel().exec(lines[index]?.text ?? '')?.[1];
    if (label === undefined) return;
    labels.push(label);
  }
  if (isDialogue(labels)) return;
  for (let index = first; index <= to; index += 1) found.set(index, { width: 0, titleEnd: 0 });
}
