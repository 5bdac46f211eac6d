import type { Block } from './cut-blocks.ts';
import { type BlockVersions, blockOf, type MergedBlock } from './merged-block.ts';

/**
 * The blank lines between two blocks of a merged text: those of ours where they stand behind each other there, else those
 * of theirs; where they never met, as many as there are beside one of them where something of the other's kind stands.
 *
 * @param next `null` at the end of the text.
 */
export function gapBetween(one: MergedBlock, next: MergedBlock | null, versions: BlockVersions): string {
  const { ours, theirs } = versions;
  if (next === null) return ours.at(-1)?.gap ?? '';
  if (one.ours !== null && next.ours === one.ours + 1) return ours[one.ours]?.gap ?? '';
  if (one.theirs !== null && next.theirs === one.theirs + 1) return theirs[one.theirs]?.gap ?? '';
  const [kind, kindOfNext] = [blockOf(one, versions).kind, blockOf(next, versions).kind];
  const beside =
    gapBehind(ours, one.ours, kindOfNext) ??
    gapBehind(theirs, one.theirs, kindOfNext) ??
    gapBefore(ours, next.ours, kind) ??
    gapBefore(theirs, next.theirs, kind);
  return beside ?? (kind === 'item' && kindOfNext === 'item' ? '' : '\n');
}

function gapBehind(blocks: readonly Block[], at: number | null, kind: Block['kind']): string | null {
  if (at === null || blocks[at + 1]?.kind !== kind) return null;
  return blocks[at]?.gap ?? null;
}

function gapBefore(blocks: readonly Block[], at: number | null, kind: Block['kind']): string | null {
  if (at === null || blocks[at - 1]?.kind !== kind) return null;
  return blocks[at - 1]?.gap ?? null;
}
