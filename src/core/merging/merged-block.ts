import type { Block } from './cut-blocks.ts';

/** A block by its place in three versions of a text; `null` where it is not there. */
export interface MergedBlock {
  readonly ours: number | null;
  readonly base: number | null;
  readonly theirs: number | null;
}

/** Three versions of a text in blocks. */
export interface BlockVersions {
  readonly ours: readonly Block[];
  readonly base: readonly Block[];
  readonly theirs: readonly Block[];
}

/** The version of a block that says what it is: ours where we have it. */
export function blockOf({ ours, base, theirs }: MergedBlock, versions: BlockVersions): Block {
  const block =
    ours !== null ? versions.ours[ours] : theirs !== null ? versions.theirs[theirs] : versions.base[base ?? 0];
  return block as Block;
}
