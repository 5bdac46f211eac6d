import type { Line } from './line-scanner.ts';
import type { TagSide } from './tag-pairs.ts';

/**
 * Lines with their columns counted from that of the tag around them: what is inside a tag that is set in stands where it
 * would without it, and is no code because of that.
 *
 * @returns The same lines where no tag is set in.
 */
export function countedFromTags(lines: readonly Line[], tags: ReadonlyMap<number, TagSide>): readonly Line[] {
  if (![...tags.keys()].some((index) => (lines[index]?.indent ?? 0) > 0)) return lines;
  const columns: number[] = [];
  return lines.map((line, index) => {
    const side = tags.get(index);
    if (side === 'close') columns.pop();
    const indent = Math.max(0, line.indent - (columns.at(-1) ?? 0));
    if (side === 'open') columns.push(line.indent);
    return indent === line.indent ? line : { ...line, indent };
  });
}
