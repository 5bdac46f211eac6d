import type { Block } from './cut-blocks.ts';
import { titlesOf } from './match-blocks.ts';
import { type BlockVersions, blockOf, type MergedBlock } from './merged-block.ts';

/** What is known before blocks are put in. */
interface Placing {
  /** Those that stay where we have them. */
  readonly order: readonly MergedBlock[];
  /** Of each block of theirs the one of the base. */
  readonly ofTheirs: readonly (number | null)[];
  /** Of each block of the base the one of ours, or -1. */
  readonly toOurs: readonly number[];
}

/** Blocks in order, and a place for more. */
interface Places {
  /** Put in a block of theirs; nothing if all that it belongs to was taken out by us. */
  readonly put: (one: MergedBlock) => void;
  readonly order: () => readonly MergedBlock[];
}

/**
 * Find places for what theirs put in or moved. A block goes behind the one that it stands behind there, in whatever words and
 * wherever that stands now, and behind what we put in at the same place; where that was taken out, behind the one before it.
 * A section goes behind the section that it follows, with all that is inside of that.
 */
export function placeBlocks(versions: BlockVersions, { order: first, ofTheirs, toOurs }: Placing): Places {
  const { theirs } = versions;
  const order = [...first];
  const byTheirs = new Map(order.flatMap((one) => (one.theirs === null ? [] : [[one.theirs, one] as const])));
  const titleOf = titlesOf(theirs);
  const sections = new Map<number, number[]>();
  for (const [at, title] of titleOf.entries()) {
    const section = sections.get(title);
    if (section) section.push(at);
    else sections.set(title, [at]);
  }
  const leftOut = new Set<number>();

  const levelOf = (one: MergedBlock): number | null => {
    const block = blockOf(one, versions);
    return block.kind === 'title' ? block.depth : null;
  };
  /** The first place behind a heading with all that stands under it. */
  const endOfSection = (title: MergedBlock, isInside: (level: number) => boolean): number => {
    let at = order.indexOf(title) + 1;
    for (; at < order.length; at += 1) {
      const level = levelOf(order[at] as MergedBlock);
      if (level !== null && !isInside(level)) break;
    }
    return at;
  };

  /** Whether blocks of theirs were there before, and none is left by us. */
  const isTakenOut = (blocks: readonly number[]): boolean => {
    const old = blocks.flatMap((at) => ofTheirs[at] ?? []);
    return old.length > 0 && old.every((at) => (toOurs[at] ?? -1) < 0);
  };

  /** The headings before one that it stands under or beside, the nearest first. */
  const titlesBefore = (at: number): readonly number[] => {
    const titles: number[] = [];
    let level = (theirs[at] as Block).depth;
    for (let index = at - 1; index >= 0; index -= 1) {
      const block = theirs[index] as Block;
      if (block.kind !== 'title' || block.depth > level) continue;
      titles.push(index);
      level = block.depth;
    }
    return titles;
  };

  const sectionFrom = (title: number): readonly number[] => {
    const level = (theirs[title] as Block).depth;
    let end = title + 1;
    while (end < theirs.length && !(theirs[end]?.kind === 'title' && (theirs[end] as Block).depth <= level)) end += 1;
    return Array.from({ length: end - title }, (_, index) => title + index);
  };

  const nextBehind = (at: number): number => {
    for (let index = at + 1; index < theirs.length; index += 1) {
      const next = byTheirs.get(index);
      if (next) return order.indexOf(next);
    }
    return order.length;
  };

  const placeOfTitle = (at: number): number | null => {
    const own = (theirs[at] as Block).depth;
    const before = titlesBefore(at);
    const parent = before.find((title) => (theirs[title] as Block).depth < own);
    if (parent !== undefined && (leftOut.has(parent) || isTakenOut(sectionFrom(parent)))) return null;
    for (const title of before) {
      const anchor = byTheirs.get(title);
      if (anchor === undefined) continue;
      const level = levelOf(anchor) ?? own;
      const isBeside = (theirs[title] as Block).depth === own;
      const end = endOfSection(anchor, isBeside ? (inner) => inner > level : () => false);
      // One that was put before what was there already.
      const under = (sections.get(at) ?? []).flatMap((one) => byTheirs.get(one) ?? []).map((one) => order.indexOf(one));
      const start = order.indexOf(anchor);
      return under.reduce((least, index) => (index > start && index < least ? index : least), end);
    }
    return nextBehind(at);
  };

  const placeOfOther = (at: number): number | null => {
    const title = titleOf[at] ?? -1;
    if (leftOut.has(title) || isTakenOut(sections.get(title) ?? [])) return null;
    for (let index = at - 1; index >= Math.max(title, 0); index -= 1) {
      const anchor = byTheirs.get(index);
      if (anchor === undefined) continue;
      let place = order.indexOf(anchor) + 1;
      while (order[place] && isOwn(order[place] as MergedBlock) && levelOf(order[place] as MergedBlock) === null)
        place += 1;
      return place;
    }
    return nextBehind(at);
  };

  const isOwn = ({ base, theirs: now }: MergedBlock): boolean => base === null && now === null;

  return {
    order: () => order,
    put: (one) => {
      const at = one.theirs ?? 0;
      const isTitle = theirs[at]?.kind === 'title';
      const place = isTitle ? placeOfTitle(at) : placeOfOther(at);
      // What only moved does not go with where it went.
      if (place === null && one.ours === null) {
        leftOut.add(at);
        return;
      }
      order.splice(place ?? nextBehind(at), 0, one);
      byTheirs.set(at, one);
    },
  };
}
