import type { Block } from './cut-blocks.ts';
import { type BlockVersions, blockOf, type MergedBlock } from './merged-block.ts';

const NUMBER = /^([ \t]*)(\d{1,9})([.)][ \t]+)$/;

/**
 * What stands before the words of each block of a merged text. Of a mark that both have the one that was changed counts, ours
 * first; what theirs put in is marked as its neighbours are here. Lists in which something was put in, taken out or moved are
 * numbered again.
 */
export function blockMarks(blocks: readonly MergedBlock[], versions: BlockVersions): readonly string[] {
  const { ours } = versions;
  const marked = blocks.map((one, at): Block => {
    const mark = ownMark(one, versions) ?? fittingMark(blocks, at, versions);
    return { ...blockOf(one, versions), mark };
  });
  const marks = marked.map(({ mark }) => mark);
  const ownLists = new Map(numberedLists(ours).flatMap((list) => list.map((at) => [at, list] as const)));
  for (const list of numberedLists(marked)) {
    const own = list.flatMap((at) => blocks[at]?.ours ?? []);
    const before = ownLists.get(own[0] ?? -1);
    if (before?.length === list.length && before.every((at, index) => at === own[index])) continue;
    const was = (before ?? []).map((at) => numberOf(ours[at]?.mark));
    const start = was[0] ?? numberOf(marks[list[0] ?? 0]);
    // All of some people's are 1.
    const step = was.length > 1 && was.every((number) => number === start) ? 0 : 1;
    for (const [index, at] of list.entries())
      marks[at] = (marks[at] ?? '').replace(NUMBER, `$1${start + index * step}$3`);
  }
  return marks;
}

function numberOf(mark = ''): number {
  return Number(NUMBER.exec(mark)?.[2] ?? 1);
}

/** `null` for what theirs put in. */
function ownMark({ ours, base, theirs }: MergedBlock, versions: BlockVersions): string | null {
  if (ours === null) return null;
  const own = versions.ours[ours]?.mark ?? '';
  const old = base === null ? undefined : versions.base[base]?.mark;
  const now = theirs === null ? undefined : versions.theirs[theirs]?.mark;
  const isRenumbered = now !== undefined && NUMBER.test(now) && NUMBER.test(own);
  return own === old && now !== undefined && !isRenumbered ? now : own;
}

/** A mark of theirs as the nearest block around it of the same mark is marked here, and else as it is. */
function fittingMark(blocks: readonly MergedBlock[], at: number, versions: BlockVersions): string {
  const block = blockOf(blocks[at] as MergedBlock, versions);
  if (block.kind === 'text') return block.mark;
  for (const index of around(at, blocks.length)) {
    const { ours, theirs } = blocks[index] as MergedBlock;
    if (ours === null || theirs === null) continue;
    const [own, now] = [versions.ours[ours] as Block, versions.theirs[theirs] as Block];
    if (now.kind === 'title' && block.kind === 'title') return shifted(block, own.depth - now.depth);
    if (now.kind === 'item' && now.depth === block.depth && typeOf(now.mark) === typeOf(block.mark)) return own.mark;
  }
  return block.mark;
}

function shifted({ mark, depth }: Block, by: number): string {
  return mark.replace(/#+/, '#'.repeat(Math.min(6, Math.max(1, depth + by))));
}

/** The kind of bullet, whatever the number. */
const typeOf = (mark: string): string => mark.trim().replace(/\d+/, '1');

/** All places before one, the nearest first, and then all behind it. */
function* around(at: number, length: number): Generator<number> {
  for (let before = at - 1; before >= 0; before -= 1) yield before;
  for (let behind = at + 1; behind < length; behind += 1) yield behind;
}

/** Lists with numbers, each as the places of its items; what is indented under an item does not end its list. */
function numberedLists(blocks: readonly Block[]): readonly (readonly number[])[] {
  const lists: number[][] = [];
  let open: { readonly depth: number; readonly list: number[] }[] = [];
  for (const [at, { kind, depth, mark }] of blocks.entries()) {
    const isNumbered = kind === 'item' && NUMBER.test(mark);
    open = kind === 'title' ? [] : open.filter((other) => other.depth < depth || (isNumbered && other.depth === depth));
    const last = open.at(-1);
    if (isNumbered && last?.depth === depth) last.list.push(at);
    else if (isNumbered) {
      const list = [at];
      lists.push(list);
      open.push({ depth, list });
    }
  }
  return lists;
}
