import type { Block } from './blocks.ts';
import type { Line } from './line-scanner.ts';
import { announces, boldRunEnd, isBoldLine, labelEnd } from './line-shapes.ts';
import { plainTitle } from './section-title.ts';
import { isDialogue } from './speakers.ts';

/** A line that begins with a bold label and is a section titled by it. */
export interface LabelLine {
  /** Where the bold run ends, as an offset in the line's text. */
  readonly titleEnd: number;
  /** Whether it stands beside bold titles and is of their rank. */
  readonly isRanked: boolean;
}

/** Labels that stand together, and whether bold titles stand beside them. */
interface Run {
  readonly lines: number[];
  hasBold: boolean;
}

/**
 * The bold labels that are sections, by index of their lines.
 *
 * Two or more are, line under line or each as a paragraph, with nothing but lists, code, tables and quotes between them. One
 * alone is text, unless it stands so beside a bold title that is over a list or code itself, or is a label with its text on the
 * line below: then both are parts of one whole. A dialogue has no sections. Linear in the lines.
 *
 * @param opensWithLabel Whether the first line with text is known to be the label of a section, alone as it is.
 */
export function labelLines(
  lines: readonly Line[],
  blocks: readonly Block[],
  opensWithLabel: boolean,
): ReadonlyMap<number, LabelLine> {
  const found = new Map<number, LabelLine>();
  const labelOf = (index: number) => labelEnd(lines[index]?.text ?? '');
  let run: Run = { lines: [], hasBold: false };
  const end = () => {
    if (isList(run, lines))
      for (const index of run.lines) found.set(index, { titleEnd: labelOf(index), isRanked: run.hasBold });
    run = { lines: [], hasBold: false };
  };
  for (const [at, block] of blocks.entries()) {
    const first = block.kind === 'paragraph' ? firstLabel(block, labelOf) : -1;
    if (block.kind === 'held') continue;
    if (block.kind === 'bold' && holds(lines, block, blocks[at + 1])) run.hasBold = true;
    else if (first !== block.from && !isTextOf(lines, blocks[at - 1], block)) end();
    if (first >= 0) addLabels(run, lines, first, block.to);
  }
  end();
  const opening = lines.findIndex(({ text }) => text !== '');
  const titleEnd = boldRunEnd(lines[opening]?.text ?? '');
  if (opensWithLabel && titleEnd > 0 && !found.has(opening)) found.set(opening, { titleEnd, isRanked: false });
  return found;
}

/** Whether a list, code, a table or a quote stands under a bold title, or its text as that of a label. */
function holds(lines: readonly Line[], title: Block, below: Block | undefined): boolean {
  return below?.kind === 'held' || isTextOf(lines, title, below);
}

/** Whether a paragraph is the text of a bold title with a colon, on the line right below it. */
function isTextOf(lines: readonly Line[], title: Block | undefined, text: Block | undefined): boolean {
  const isBelow = title?.kind === 'bold' && text?.kind === 'paragraph' && text.from === title.from + 1;
  return isBelow && announces(lines[title.from]?.text ?? '');
}

/** Labels line under line, and bold titles between them. */
function addLabels(run: Run, lines: readonly Line[], from: number, to: number): void {
  for (let index = from; index <= to; index += 1) {
    const text = lines[index]?.text ?? '';
    if (labelEnd(text) > 0) run.lines.push(index);
    else if (isBoldLine(text)) run.hasBold = true;
  }
}

/** The line of a paragraph from which on labels count: its first, or the first of two on end. */
function firstLabel({ from, to }: Block, labelOf: (index: number) => number): number {
  if (labelOf(from) > 0) return from;
  for (let index = from + 1; index < to; index += 1) if (labelOf(index) > 0 && labelOf(index + 1) > 0) return index;
  return -1;
}

function isList({ lines: indices, hasBold }: Run, lines: readonly Line[]): boolean {
  if (indices.length === 0 || (indices.length === 1 && !hasBold)) return false;
  const texts = indices.map((index) => lines[index]?.text ?? '');
  return !isDialogue(texts.map((text) => plainTitle(text.slice(0, labelEnd(text)))));
}
