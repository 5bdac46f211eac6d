import type { Pick, UnionPassage, UnionPick } from '../draft/draft.ts';

/** A block that was chosen, and one left out for it that says far more. */
export interface FullerBlock {
  /** What the union is called by. */
  readonly topic: string;
  readonly chosen: BlockSize;
  readonly other: BlockSize;
}

interface BlockSize {
  /** Its first passage. */
  readonly first: UnionPassage;
  /** How many lines with something on them. */
  readonly lines: number;
}

/** A block so many times as long as the one chosen, and longer by so many lines, may be the better one. */
const TIMES = 3;
const LINES = 8;

/** The chosen blocks in the unions among some picks that are poor beside one that was left out; with the longest of those. */
export function fullerBlocks(picks: readonly Pick[]): readonly FullerBlock[] {
  return picks.flatMap((pick) => (pick.kind === 'union' && pick.edited === null ? fullerIn(pick) : []));
}

function fullerIn({ title, passages }: UnionPick): readonly FullerBlock[] {
  const chosen = sizes(passages.filter(({ state }) => state === 'kept'));
  const left = passages.filter(({ state, rival }) => state === 'dropped' && rival !== undefined);
  return [...chosen].flatMap(([block, size]) => {
    const others = [...sizes(left.filter(({ rival }) => rival === block)).values()];
    const other = others.toSorted((a, b) => b.lines - a.lines)[0];
    const isFuller = other && other.lines >= TIMES * size.lines && other.lines >= size.lines + LINES;
    return isFuller ? [{ topic: title, chosen: size, other }] : [];
  });
}

/** By the number of the block. */
function sizes(passages: readonly UnionPassage[]): ReadonlyMap<number, BlockSize> {
  const found = new Map<number, BlockSize>();
  for (const passage of passages) {
    if (passage.block === undefined) continue;
    const { first = passage, lines = 0 } = found.get(passage.block) ?? {};
    const own = (passage.edited ?? passage.text).split('\n').filter((line) => line.trim() !== '').length;
    found.set(passage.block, { first, lines: lines + own });
  }
  return found;
}
