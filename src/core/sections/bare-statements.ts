import type { Line } from './line-scanner.ts';
import { headingLevel, isBoldLine, isBoldStatement, isThematicBreak } from './line-shapes.ts';
import type { LineRole } from './mask.ts';
import type { TagSide } from './tag-pairs.ts';

/**
 * Indices of the bold statements that nothing stands under: a heading, a rule, a tag, another bold line or the end follows.
 *
 * @param tags Lines that open or close a tag.
 * @param below For each line, the index of the first line below it that is not blank.
 */
export function bareStatements(
  lines: readonly Line[],
  roles: readonly LineRole[],
  tags: ReadonlyMap<number, TagSide>,
  below: readonly number[],
): ReadonlySet<number> {
  const bare = new Set<number>();
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    if (roles[index] !== 'prose' || !isBoldStatement(lines[index]?.text ?? '')) continue;
    const next = below[index] ?? lines.length;
    const { text = '', indent = 0 } = lines[next] ?? {};
    const isBreak = headingLevel(text) > 0 || isThematicBreak(text) || isBoldLine(text);
    if (next >= lines.length || tags.has(next) || (roles[next] === 'prose' && indent <= 3 && isBreak)) bare.add(index);
  }
  return bare;
}
