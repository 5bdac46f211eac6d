import type { Block } from './cut-blocks.ts';
import { type AnyPassage, matchPassages } from './match-passages.ts';

/** For each block the index of the heading it stands under, its own for a heading; -1 for none. */
export function titlesOf(blocks: readonly Block[]): readonly number[] {
  let title = -1;
  return blocks.map(({ kind }, at) => {
    if (kind === 'title') title = at;
    return title;
  });
}

/**
 * Which block of a new version of a text each one of the old version has become, in whatever words and wherever it stands
 * now: see `matchPassages`. Numbers of lists and levels of headings are no words. A heading under which most of what stood
 * under an old one stands now is the same, whatever it is called.
 *
 * @returns For each of `before` the index in `after`, or -1.
 */
export function matchBlocks(before: readonly Block[], after: readonly Block[]): readonly number[] {
  const match = [...matchPassages(passages(before), passages(after))];
  const [old, now] = [titlesOf(before), titlesOf(after)];
  const taken = new Set(match);
  const heirs = new Map<number, Map<number, number>>();
  for (const [at, index] of match.entries()) {
    const [title, heir] = [old[at] ?? -1, index < 0 ? -1 : (now[index] ?? -1)];
    if (title < 0 || heir < 0 || before[at]?.kind === 'title') continue;
    const counts = heirs.get(title) ?? new Map<number, number>();
    heirs.set(title, counts.set(heir, (counts.get(heir) ?? 0) + 1));
  }
  for (const [title, counts] of heirs) {
    const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (match[title] !== -1 || first === undefined || taken.has(first[0])) continue;
    match[title] = first[0];
    taken.add(first[0]);
  }
  return match;
}

/** Blocks that one version has and another has too, to the letter. */
export function sameBlocks(
  ours: readonly Block[],
  theirs: readonly Block[],
  isOpen: { readonly ours: (at: number) => boolean; readonly theirs: (at: number) => boolean },
): ReadonlyMap<number, number> {
  const byText = new Map<string, number[]>();
  for (const [at, block] of [...ours.entries()].reverse())
    if (isOpen.ours(at)) byText.set(keyOf(block), [...(byText.get(keyOf(block)) ?? []), at]);
  const pairs = new Map<number, number>();
  for (const [at, block] of theirs.entries()) {
    const found = isOpen.theirs(at) ? byText.get(keyOf(block))?.pop() : undefined;
    if (found !== undefined) pairs.set(at, found);
  }
  return pairs;
}

const keyOf = ({ kind, words }: Block): string => `${kind} ${words.trim()}`;

function passages(blocks: readonly Block[]): readonly AnyPassage[] {
  let section = '';
  let index = 0;
  return blocks.map(({ kind, words }) => {
    if (kind === 'title') {
      section = words.trim().toLowerCase();
      index = -1;
    }
    index += 1;
    return { section, index, kind, text: words };
  });
}
