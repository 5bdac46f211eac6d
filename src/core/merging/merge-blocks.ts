import { addAll } from '../../kit/long-lists.ts';
import { gapBetween } from './block-gaps.ts';
import { blockMarks } from './block-marks.ts';
import { type Block, cutBlocks } from './cut-blocks.ts';
import { matchBlocks, sameBlocks } from './match-blocks.ts';
import { chosen, type MergeChunk, stable } from './merge-chunk.ts';
import type { BlockVersions, MergedBlock } from './merged-block.ts';
import { movedAmong } from './moved-among.ts';
import { placeBlocks } from './place-blocks.ts';

/** Merges three versions of one block's words line by line. */
export type MergeLines = (base: string, ours: string, theirs: string) => readonly MergeChunk[];

/**
 * Merge two changed versions of a text block by block; see docs/recipes.md for the rules.
 *
 * Law: what base and theirs both hold, and ours does not lack, is in the result.
 *
 * @param mergeLines For a block of several lines that both changed.
 */
export function mergeBlocks(base: string, ours: string, theirs: string, mergeLines: MergeLines): readonly MergeChunk[] {
  const [o, a, b] = [cutBlocks(base), cutBlocks(ours), cutBlocks(theirs)];
  const versions: BlockVersions = { base: o.blocks, ours: a.blocks, theirs: b.blocks };
  const placed = placedBlocks(versions);
  const kept = placed.filter(
    ({ ours: own, base: old, theirs: now }) =>
      old === null || now !== null || own === null || versions.ours[own]?.words !== versions.base[old]?.words,
  );
  const marks = blockMarks(kept, versions);
  const chunks: MergeChunk[] = [stable(a.lead)];
  for (const [at, one] of kept.entries()) {
    addAll(chunks, mergedWords(one, versions, marks[at] ?? '', mergeLines));
    chunks.push(stable(gapBetween(one, kept[at + 1] ?? null, versions)));
  }
  return chunks;
}

/** All blocks in their order: those of ours where they stand, but for what theirs alone moved, and those that theirs put in. */
function placedBlocks(versions: BlockVersions): readonly MergedBlock[] {
  const { base, ours, theirs } = versions;
  const [toOurs, toTheirs] = [matchBlocks(base, ours), matchBlocks(base, theirs)];
  const [ofOurs, ofTheirs] = [inverse(toOurs, ours.length), inverse(toTheirs, theirs.length)];
  const same = sameBlocks(ours, theirs, {
    ours: (at) => ofOurs[at] === null,
    theirs: (at) => ofTheirs[at] === null,
  });
  const theirsOfOurs = new Map([...same].map(([now, own]) => [own, now]));
  const of = (own: number): MergedBlock => {
    const old = ofOurs[own] ?? null;
    const now = old === null ? (theirsOfOurs.get(own) ?? null) : found(toTheirs[old]);
    return { ours: own, base: old, theirs: now };
  };
  const [movedByUs, movedByThem] = [movedAmong(ofOurs), movedAmong(ofTheirs)];
  const order = ours.map((_, own) => of(own));
  const isRelocated = ({ ours: own, theirs: now }: MergedBlock) =>
    own !== null && now !== null && movedByThem.has(now) && !movedByUs.has(own);
  const byTheirs = new Map(order.flatMap((one) => (one.theirs === null ? [] : [[one.theirs, one] as const])));
  const moving = new Set(order.filter(isRelocated));
  const places = placeBlocks(versions, { order: order.filter((one) => !moving.has(one)), ofTheirs, toOurs });
  for (const at of theirs.keys()) {
    const one = byTheirs.get(at);
    const old = ofTheirs[at] ?? null;
    // Taken out by us.
    if (one === undefined && old !== null) continue;
    if (one === undefined || moving.has(one)) places.put(one ?? { ours: null, base: null, theirs: at });
  }
  return places.order();
}

const found = (at: number | undefined): number | null => (at === undefined || at < 0 ? null : at);

/** The other way round: for each of the new ones the old one it was. */
function inverse(match: readonly number[], length: number): readonly (number | null)[] {
  const result = Array.from({ length }, (): number | null => null);
  for (const [old, now] of match.entries()) if (now >= 0) result[now] = old;
  return result;
}

function mergedWords(
  { ours, base, theirs }: MergedBlock,
  versions: BlockVersions,
  mark: string,
  mergeLines: MergeLines,
): readonly MergeChunk[] {
  const [a, o, b] = [at(versions.ours, ours), at(versions.base, base), at(versions.theirs, theirs)];
  const plain = (block: Block | null): string => (block === null ? '' : mark + block.words);
  if (a === null || (o === null && b === null)) return [stable(plain(a ?? b))];
  if (o === null) return [stable(plain(a))];
  if (b === null) return [{ kind: 'conflict', ours: plain(a), base: o.mark + o.words, theirs: '' }];
  const whole = chosen(o.words, a.words, b.words);
  if (whole.kind === 'stable') return [stable(mark + whole.text)];
  // A title that was given stays.
  if (a.kind === 'title') return [stable(plain(a))];
  return mergeLines(plain(o), plain(a), plain(b));
}

function at(blocks: readonly Block[], index: number | null): Block | null {
  return index === null ? null : (blocks[index] ?? null);
}
